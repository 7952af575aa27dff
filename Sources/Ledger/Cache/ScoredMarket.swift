public import Hashing
public import Market

/// What a job's scoring knew and found on the night before, kept so that the next night judges only
/// pairs of which one side changed.
public struct ScoredMarket: Sendable, Hashable {
    /// What scoring knows of the market as a whole, as the scorer wrote it.
    public var statistics: [UInt8]
    /// SHA-256, in hexadecimal, of what they hold for.
    public var statisticsKey: String
    /// Day of the run that learned them.
    public var learnedOn: Day
    /// Needs and candidates that came, went or changed since then; one that did so twice counts
    /// twice.
    public var needsChanged: Int
    public var candidatesChanged: Int
    /// SHA-256, in hexadecimal, of what the findings hold for.
    public var matchesKey: String
    public var needs: [Need.ID: ScoredNeed]
    /// For each need how many candidates each hard rule excluded first, in the order of
    /// `Exclusion.Rule`.
    public var excluded: [Need.ID: [Int32]]
    public var candidates: ScoredCandidates
    /// Lowest number that never stood for a candidate.
    public var nextNumber: Int

    public init(
        statistics: [UInt8], statisticsKey: String, learnedOn: Day, needsChanged: Int = 0,
        candidatesChanged: Int = 0, matchesKey: String, needs: [Need.ID: ScoredNeed] = [:],
        excluded: [Need.ID: [Int32]] = [:],
        candidates: ScoredCandidates = ScoredCandidates(), nextNumber: Int = 0
    ) {
        self.statistics = statistics
        self.statisticsKey = statisticsKey
        self.learnedOn = learnedOn
        self.needsChanged = needsChanged
        self.candidatesChanged = candidatesChanged
        self.matchesKey = matchesKey
        self.needs = needs
        self.excluded = excluded
        self.candidates = candidates
        self.nextNumber = nextNumber
    }
}

/// What to keep of a run's scoring, and what of it is kept already.
public struct ScoresToKeep: Sendable {
    public let market: ScoredMarket
    /// What was kept before and read by this run; nil to write ``market`` whole.
    public let before: ScoredMarket?
    /// What hard rules look at of the candidate at each place, as the scorer's side writes it; asked
    /// for those that are written.
    public let traits: @Sendable (_ place: Int) -> [UInt8]

    public init(
        _ market: ScoredMarket, before: ScoredMarket?,
        traits: @escaping @Sendable (_ place: Int) -> [UInt8]
    ) {
        self.market = market
        self.before = before
        self.traits = traits
    }
}

/// A need as it was scored.
public struct ScoredNeed: Sendable, Hashable {
    /// SHA-256 of all that was read of it.
    public let content: Hash
    /// Candidates retrieved for it when it was last judged against all, as the scorer's side wrote
    /// them.
    public let found: [UInt8]
    /// Candidates retrieved since, night after night, likewise.
    public var added: [UInt8]

    public init(content: Hash, found: [UInt8], added: [UInt8] = []) {
        self.content = content
        self.found = found
        self.added = added
    }
}
