public import Learning
public import Ledger
public import Market
public import Scoring
public import Settings

/// How a job turns matches into proposals: everything that belongs to one way of solving.
///
/// A verb is one folder here and one in `Solving`. Its value holds the settings that a job file gives
/// under `solve.<name>`. ``VerbRegistry`` lists the verbs; nothing else names them.
public protocol Verb: VerbSettings {
    /// Raised whenever the same market and settings may give other proposals, or other reasons, than
    /// before: no proposal of an earlier run is taken over then.
    static var revision: Int { get }
    /// The kind of proposal that it makes: `suggestion`, `bid` …
    static var kind: String { get }
    /// What the parties of its proposals are, and as whom the digest may tell them.
    static var roles: [String: JobFile.Reader] { get }
    /// Whether parties are told also of what somebody decided on before they heard of it, as members
    /// of a group are whom others put forward.
    static var tellsOfDecided: Bool { get }
    /// How its proposals are shown to people.
    static var presentation: any Presentation.Type { get }

    /// What several of its proposals are called in the log, and under which key JSON lists them.
    static var plural: String { get }

    /// What it builds on of what earlier runs recorded.
    var records: JobQueries.Records { get }

    /// Matches → proposals, with what became of each need. Pure: the same market and context give the
    /// same solution.
    func solve(_ market: ScoredMarket, in context: SolvingContext) throws -> Solution

    /// Whether the proposals for one market are the same on two days, so that those of an earlier run
    /// that read the very same need not be made again.
    func isAlike(_ snapshot: Snapshot, on one: Day, and other: Day) throws -> Bool

    /// Tells what became of any pair of the market, as a run would find it.
    func explainer(
        of market: ScoredMarket, in context: SolvingContext
    ) throws -> any PairExplainer

    /// The score of a proposal, where it has one.
    static func score(of proposal: Proposal) throws -> Double?
    /// What a run found, counted for the log of a night where nothing is written.
    static func counted(_ results: RunResults) throws -> String
    /// What the figures of a run give cause to remark on in the log.
    static func remarks(on figures: String?) throws -> [String]
    /// What a run found as `run --json` prints it: the proposals under ``plural``, and figures.
    static func printed(_ results: RunResults) throws -> [String: any Encodable]

    /// Proposals worth showing first to somebody new, in any order; none where a verb has no score.
    static func examples(of results: RunResults, skills: [Skill.ID: Skill]) throws -> [Example]

    /// Pairs that were decided on, as learning weighs them; none for verbs whose proposals are no
    /// single pairs.
    static func decidedPairs(
        among decided: [DecidedProposal], shipped: [SignalKind: Double]
    ) throws -> [DecidedPair]

    /// Refuses a decision that the platform's own records rule out.
    ///
    /// - Throws: ``Refusal``.
    static func requireOpen(
        _ key: Proposal.Key, for decision: Decision, asOf: Day, on ledger: borrowing Ledger
    ) throws

    /// Why a decision was not recorded, in words for the person who decided, with what was probably
    /// meant.
    static func refusal(
        _ refused: RefusedDecision, of key: Proposal.Key, asOf: Day, on ledger: borrowing Ledger
    ) throws -> Refusal

    /// What the parts of a proposal's key are called: `need`, `candidate` …
    static var keyNames: [String] { get }

    /// A proposal in the words of a message, such as “the bid for “marche-02””.
    static func name(of key: Proposal.Key) -> String

    /// What was decided and what it means for what comes, a line each, by language.
    ///
    /// - Parameters:
    ///   - decision: What was decided.
    ///   - proposal: What it was decided on.
    ///   - term: How long declines of its job stand.
    static func consequence(
        of decision: Decision, on proposal: Proposal, standing term: Decline.Term
    ) throws -> [Language: [String]]
}

/// What a verb is given beside the market.
public struct SolvingContext: Sendable {
    /// The job, for its name and how it judges pairs.
    public let job: JobFile
    /// The day that the run takes for today.
    public let asOf: Day
    /// Most seconds for one search.
    public let seconds: Double
    public let seed: Int
    /// Path of the second solver's library.
    public let highs: String?
    /// Proposals in force of whose pair neither side changed, by key: the one that stands again just
    /// so need not be worded anew.
    public let untouched: [Proposal.Key: ProposalInForce]
    /// What the last run proposed, where it read the very same with the same settings and program.
    public let last: [Proposal]?
    public let progress: any ProgressDisplay
    /// Ends the search where somebody asked the program to stop.
    public let checkCancellation: @Sendable () throws -> Void
    /// Does something at once where somebody asks the program to stop, until what it answers is called.
    public let onStop: OnStop

    /// Takes what to do; answers what forgets it.
    public typealias OnStop = @Sendable (@escaping @Sendable () -> Void) -> @Sendable () -> Void

    public init(
        job: JobFile, asOf: Day, seconds: Double, seed: Int, highs: String? = nil,
        untouched: [Proposal.Key: ProposalInForce] = [:], last: [Proposal]? = nil,
        progress: any ProgressDisplay = NoProgress(),
        checkCancellation: @escaping @Sendable () throws -> Void = {},
        onStop: @escaping OnStop = { _ in {} }
    ) {
        self.onStop = onStop
        self.job = job
        self.asOf = asOf
        self.seconds = seconds
        self.seed = seed
        self.highs = highs
        self.untouched = untouched
        self.last = last
        self.progress = progress
        self.checkCancellation = checkCancellation
    }
}

/// A proposal as somebody new is shown it.
public struct Example: Sendable {
    public let id: String
    public let score: Double
    /// What it is about, who is proposed, why; a line each, by language.
    public let lines: [Language: [String]]
}

/// What a verb found.
public struct Solution: Sendable {
    /// Proposals that are new or changed, or may be.
    public var proposals: [Proposal] = []
    /// Proposals in force that are made again just as they are.
    public var unchanged: [ProposalInForce] = []
    /// Why proposals in force are not made again, as the verb names it.
    public var departures: [Proposal.Key: String] = [:]
    /// Members with a match and no proposal, with the first day of the wait.
    public var waits: [String: Day] = [:]
    /// Figures of the whole run, as JSON.
    public var figures: String?
    /// Seconds that the search for each proposal took.
    public var seconds: [Proposal.Key: Double] = [:]
    /// What became of each need.
    public var outcomes: [NeedOutcome] = []
    /// Skills that proposals name.
    public var skills: [Skill.ID: Skill] = [:]

    public init() {}
}

extension Verb {
    public static var revision: Int { 1 }
    public static var tellsOfDecided: Bool { false }

    public static func score(of proposal: Proposal) throws -> Double? { nil }

    public static func counted(_ results: RunResults) throws -> String {
        "\(results.proposalCount) \(plural)"
    }

    public static func examples(
        of results: RunResults, skills: [Skill.ID: Skill]
    ) throws -> [Example] { [] }

    public static func decidedPairs(
        among decided: [DecidedProposal], shipped: [SignalKind: Double]
    ) throws -> [DecidedPair] { [] }

    public static func remarks(on figures: String?) throws -> [String] { [] }

    public var records: JobQueries.Records { JobQueries.Records() }

    public func isAlike(_ snapshot: Snapshot, on one: Day, and other: Day) throws -> Bool {
        one == other
    }

    public static func requireOpen(
        _ key: Proposal.Key, for decision: Decision, asOf: Day, on ledger: borrowing Ledger
    ) throws {}

    public static func refusal(
        _ refused: RefusedDecision, of key: Proposal.Key, asOf: Day, on ledger: borrowing Ledger
    ) throws -> Refusal {
        guard [.nothingProposed, .unknownKind, .unknownNetwork].contains(refused.cause) else {
            return Refusal(refused, on: name(of: key))
        }
        let nearest = nearestParts(to: key, among: try ledger.keysInForce(of: kind))
        return Refusal(
            .notFound,
            "no run proposes \(name(of: key))"
                + (nearest.isEmpty ? "; see: entremise report" : Refusal.hint(nearest)))
    }
}

/// The ids that the first unknown part of a key was probably meant for.
///
/// - Parameters:
///   - key: What was written.
///   - known: Keys that there are, with what they are about.
private func nearestParts(
    to key: Proposal.Key, among known: [(key: Proposal.Key, title: String)]
) -> [String] {
    var known = known
    for (index, part) in key.parts.enumerated() {
        let others = known.filter { $0.key.parts.indices.contains(index) }
        let same = others.filter { $0.key.parts[index] == part }
        guard same.isEmpty else {
            known = same
            continue
        }
        return nearestIDs(
            to: part,
            among: others.map { ($0.key.parts[index], index == 0 ? $0.title : "") })
    }
    return []
}
