internal import Glibc
internal import Synchronization

/// Ends what solvers are busy with, when somebody asks the program to stop.
///
/// What was to be solved is not solved then, and says so; nothing else is begun.
public final class SolvingStop: Sendable, Hashable {
    private struct State {
        var isStopped = false
        /// Processes that are at work.
        var busy: Set<Int32> = []
    }

    private let state = Mutex(State())

    public init() {}

    /// Ends every process that is at work for this search, at once.
    public func stop() {
        state.withLock { state in
            state.isStopped = true
            for process in state.busy { kill(process, SIGKILL) }
        }
    }

    /// Whether nothing is to be solved any more.
    var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Hears of a process that begins; false where it is to end at once.
    func begin(_ process: Int32) -> Bool {
        state.withLock { state in
            if !state.isStopped { state.busy.insert(process) }
            return !state.isStopped
        }
    }

    /// Hears of a process that is about to wait for others or to end.
    func end(_ process: Int32) {
        state.withLock { _ = $0.busy.remove(process) }
    }

    public static func == (one: SolvingStop, other: SolvingStop) -> Bool { one === other }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
