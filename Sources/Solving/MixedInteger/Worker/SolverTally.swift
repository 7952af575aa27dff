internal import Synchronization

/// How often solvers were asked since the program began, and what came of it.
public struct SolverTally: Sendable, Hashable {
    /// Programmes that were given to a solver.
    public internal(set) var programmes = 0
    /// Programmes of which the first solver made nothing, and another did.
    public internal(set) var solvedOtherwise = 0
    /// Programmes of which no solver made anything.
    public internal(set) var unsolved = 0
    /// What went wrong, by solver and kind: `CBC: ended by signal 6`.
    public internal(set) var failures: [String: Int] = [:]

    private static let tally = Mutex(SolverTally())

    /// What was counted so far.
    public static var current: SolverTally { tally.withLock { $0 } }

    static func count(_ change: (inout SolverTally) -> Void) {
        tally.withLock { change(&$0) }
    }
}
