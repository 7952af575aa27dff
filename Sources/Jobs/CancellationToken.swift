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
        var cause: Cancelled?
        var actions: [Int: @Sendable () -> Void] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    public init() {}

    /// Why the program is to stop, if it is.
    public var cause: Cancelled? { state.withLock { $0.cause } }

    /// Ends the step where somebody asked the program to stop.
    public func check() throws(Cancelled) {
        if let cause { throw cause }
    }

    /// Asks the program to stop.
    public func stop(signal: Int32) { stop(because: Cancelled(signal: signal)) }

    /// Asks the program to stop; the first cause that is given counts.
    public func stop(because cause: Cancelled) {
        let actions = state.withLock { state -> [@Sendable () -> Void] in
            if state.cause == nil { state.cause = cause }
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
        if cause != nil { task.cancel() }
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
    /// Minutes that the night may take, where it took longer and nobody sent a signal.
    public let deadline: Double?

    public init(signal: Int32, deadline: Double? = nil) {
        self.signal = signal
        self.deadline = deadline
    }

    public var description: String {
        if let deadline {
            return
                "stopped after \(deadline.formatted()) minutes (run.deadline); nothing was written by "
                + "halves"
        }
        return
            "stopped by \(signal == SIGTERM ? "SIGTERM" : signal == SIGINT ? "SIGINT" : "signal \(signal)"); "
            + "nothing was written by halves"
    }
}

/// Stops a night at its deadline, as SIGTERM does, until ``stop()``.
public final class Deadline {
    private let timer: any DispatchSourceTimer

    /// - Parameters:
    ///   - minutes: What the night may take from now on.
    ///   - cancellation: Hears of the deadline.
    public init(minutes: Double, cancellation: CancellationToken) {
        timer = DispatchSource.makeTimerSource(
            queue: DispatchQueue.global(qos: .userInteractive))
        timer.schedule(deadline: .now() + minutes * 60)
        timer.setEventHandler {
            cancellation.stop(because: Cancelled(signal: SIGTERM, deadline: minutes))
        }
        timer.resume()
    }

    public func stop() { timer.cancel() }
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
