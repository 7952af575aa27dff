internal import CPostgres
internal import Dispatch
internal import Foundation

/// Cancels what a connection is running, from any thread, even after the connection is gone.
public final class Canceller: Sendable {
    // `PQcancel` only reads the handle and is documented as safe from any thread.
    nonisolated(unsafe) private let handle: OpaquePointer
    /// A descriptor of its own for the connection's socket, which outlives the connection.
    private let socket: Int32

    init(handle: OpaquePointer, socket: Int32) {
        self.handle = handle
        self.socket = dup(socket)
    }

    deinit {
        PQfreeCancel(handle)
        if socket >= 0 { close(socket) }
    }

    /// Asks the server to stop the statement under way, which then throws
    /// ``PostgresError/Code/cancelled``. Without one, nothing happens.
    ///
    /// - Returns: Whether the request reached the server; it may still come too late.
    @discardableResult
    public func cancel() -> Bool {
        var complaint = [CChar](repeating: 0, count: 256)
        return PQcancel(handle, &complaint, Int32(complaint.count)) == 1
    }

    /// Asks the server to stop the statement under way, and gives the connection up where that does not
    /// help: a network that is down, or a server that answers nobody, keeps nobody waiting.
    ///
    /// - Parameters:
    ///   - seconds: How long the request may take to reach the server.
    ///   - answer: How long the server may take to heed it.
    public func cancel(orGiveUpAfter seconds: Double, answeredWithin answer: Double) {
        let reached = DispatchSemaphore(value: 0)
        DispatchQueue.global().async { if self.cancel() { reached.signal() } }
        if reached.wait(timeout: .now() + seconds) == .timedOut {
            giveUp()
        } else {
            DispatchQueue.global().asyncAfter(deadline: .now() + answer) { self.giveUp() }
        }
    }

    /// Ends the connection, whoever waits on it: what is under way throws, and so does all that is
    /// asked of it later.
    func giveUp() {
        if socket >= 0 { shutdown(socket, Int32(SHUT_RDWR)) }
    }
}
