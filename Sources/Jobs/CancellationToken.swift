internal import Dispatch
internal import Foundation
internal import Synchronization

/// A cancellation token: whether somebody asked the program to stop (SIGTERM, SIGINT).
///
/// Steps look at it between pieces of work and end with ``Cancelled``; what a query or a solver
/// is busy with is cancelled by the action given to ``onStop(_:)``. Nothing is written by halves:
/// a run writes all it found in one transaction at its end.
public final class CancellationToken: Sendable {
    private struct State {
        var signal: Int32?
        var actions: [Int: @Sendable () -> Void] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    public init() {}

    /// The signal that asked, if one did.
    public var signal: Int32? { state.withLock { $0.signal } }

    /// Ends the step where somebody asked the program to stop.
    public func check() throws(Cancelled) {
        if let signal { throw Cancelled(signal: signal) }
    }

    /// Asks the program to stop.
    public func stop(signal: Int32) {
        let actions = state.withLock { state -> [@Sendable () -> Void] in
            if state.signal == nil { state.signal = signal }
            return Array(state.actions.values)
        }
        for action in actions { action() }
    }

    /// Does something at once when asked to stop, until the token is given to ``remove(_:)``.
    public func onStop(_ action: @escaping @Sendable () -> Void) -> Int {
        state.withLock { state in
            state.next += 1
            state.actions[state.next] = action
            return state.next
        }
    }

    /// Does something in a task that is cancelled when somebody asks the program to stop, or asked
    /// before, and ends with ``Cancelled`` where it was.
    func cancelling<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let task = Task { try await work() }
        let token = onStop { task.cancel() }
        defer { remove(token) }
        if signal != nil { task.cancel() }
        do {
            return try await withTaskCancellationHandler {
                try await task.value
            } onCancel: {
                task.cancel()
            }
        } catch let error as CancellationError {
            try check()
            throw error
        }
    }

    /// Forgets an action.
    public func remove(_ token: Int) {
        state.withLock { $0.actions[token] = nil }
    }
}

/// Somebody asked the program to stop.
public struct Cancelled: Error, Sendable, CustomStringConvertible {
    /// Number of the signal: 15 for SIGTERM, 2 for SIGINT.
    public let signal: Int32

    public var description: String {
        "stopped by \(signal == SIGTERM ? "SIGTERM" : signal == SIGINT ? "SIGINT" : "signal \(signal)"); "
            + "nothing was written by halves"
    }
}

/// Turns SIGTERM and SIGINT into the cancellation of a ``CancellationToken`` until ``stop()``.
public final class SignalHandler {
    private let sources: [any DispatchSourceSignal]

    public init(cancellation: CancellationToken) {
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(
                signal: number, queue: DispatchQueue.global(qos: .userInteractive))
            source.setEventHandler { cancellation.stop(signal: number) }
            source.resume()
            return source
        }
    }

    /// Gives both signals their usual effect back.
    public func stop() {
        for source in sources { source.cancel() }
        for number in [SIGTERM, SIGINT] { signal(number, SIG_DFL) }
    }
}
