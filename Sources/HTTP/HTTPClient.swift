internal import Foundation
internal import Synchronization

/// Sends requests, any number at once, and keeps connections open from one to the next.
public final class HTTPClient: Sendable {
    private let idle = Mutex<[Transfer]>([])

    public init() {}

    /// Sends a request once, and waits for the whole answer.
    ///
    /// The wait keeps no thread of the caller's busy. A redirection is an answer like any other.
    ///
    /// - Parameters:
    ///   - request: What is asked.
    ///   - time: Until the whole answer must be there, more than 0; also a server that sends a byte
    ///     now and then is given up by then.
    ///   - limit: Bytes that the body of the answer may have.
    /// - Throws: ``HTTPError``; `CancellationError` at once where the task is cancelled.
    public func send(
        _ request: HTTPRequest, within time: Duration, atMost limit: Int
    ) async throws -> HTTPResponse {
        try Task.checkCancellation()
        let transfer = try idle.withLock { $0.popLast() } ?? Transfer()
        let isCancelled = Flag()
        let result: Result<HTTPResponse, HTTPError>? = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    Thread.blockBrokenPipes()
                    let result = transfer.perform(request, within: time, atMost: limit) {
                        isCancelled.value.load(ordering: .acquiring)
                    }
                    continuation.resume(returning: result)
                }
            }
        } onCancel: {
            isCancelled.value.store(true, ordering: .releasing)
            transfer.wakeUp()
        }
        idle.withLock { $0.append(transfer) }
        guard let result else { throw CancellationError() }
        return try result.get()
    }

    private final class Flag: Sendable {
        let value = Atomic(false)
    }
}

extension Thread {
    /// Keeps SIGPIPE from this thread: a TLS connection that the server closed is an error, and not
    /// the end of the program.
    fileprivate static func blockBrokenPipes() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
