internal import CSolvers

/// Which solvers of mixed-integer programmes there are, and in what order they are tried.
///
/// Each works in a process of its own. One that dies, hangs, eats memory or answers nonsense is
/// followed by the next; one that is not installed is passed over.
public struct Solvers: Sendable, Hashable {
    /// Path of the library of HiGHS; nil: where the system's loader finds it, if anywhere.
    public let highs: String?
    /// Most megabytes that one process may take.
    public let megabytes: Int
    let ways: [Way]
    /// Who may end them all.
    let stop: SolvingStop?

    public init(highs: String? = nil, megabytes: Int = 2_048, stop: SolvingStop? = nil) {
        self.init(highs: highs, megabytes: megabytes, ways: Way.usual, stop: stop)
    }

    /// One solver alone, to measure it.
    public init(only solver: Name, highs: String? = nil) {
        self.init(highs: highs, ways: [solver == .cbc ? .cbc : .highs])
    }

    /// What there is to measure.
    public enum Name: String, Sendable, CaseIterable {
        case cbc = "CBC"
        case highs = "HiGHS"
    }

    /// Solvers in an order of one's own.
    package init(
        highs: String? = nil, megabytes: Int = 2_048, ways: [Way], stop: SolvingStop? = nil
    ) {
        self.stop = stop
        self.highs = highs
        self.megabytes = max(256, megabytes)
        self.ways = ways
    }

    /// A solver with its parameters.
    package enum Way: Int32, Sendable, Hashable, CaseIterable {
        case cbc = 0
        /// CBC with cuts, and from no start.
        case cbcOtherwise = 1
        case highs = 2
        /// No solver at all, for tests of what becomes of the rest.
        case dying = 10
        case hanging = 11
        case eatingMemory = 12
        case talkingNonsense = 13

        /// The one that proves most bids soonest first, by `solving-benchmark solvers`.
        static let usual: [Way] = [.cbc, .highs, .cbcOtherwise]

        var name: String {
            switch self {
            case .cbc: "CBC"
            case .cbcOtherwise: "CBC with cuts"
            case .highs: "HiGHS"
            case .dying, .hanging, .eatingMemory, .talkingNonsense: "test"
            }
        }
    }

    /// Names of the solvers that cannot be loaded on this machine.
    ///
    /// - Throws: ``SolvingError/solver(_:)`` where no process can be started.
    public func missing() throws(SolvingError) -> [String] {
        var missing: [String] = []
        for way in [Way.cbc, .highs] {
            let worker = try SolverWorker.take(for: self)
            var answer = solvers_answer()
            guard
                solvers_probe(worker.handle, way.rawValue, highs, Self.patience, &answer) == 1
            else {
                missing.append("\(way.name) (\(worker.end()))")
                continue
            }
            worker.giveBack()
            if Int(answer.status) != SOLVERS_PROVEN { missing.append(way.name) }
        }
        return missing
    }

    var bytes: UInt64 { UInt64(megabytes) << 20 }

    /// Seconds beyond its own that a solver may take before it counts as hanging.
    static let patience = 2.0
}
