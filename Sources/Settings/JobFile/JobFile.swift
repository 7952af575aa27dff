public import Market

/// A job: which needs meet which candidates, how pairs are judged, which verb solves them, and who
/// is told. When it runs is said by cron or systemd, not here.
///
/// ## Keys of the file
/// - `job` (text, required): its name; small letters, digits, `_` and `-`, a letter first.
/// - `title` (`{ fr: …, en: … }`, required): what people read above its results.
/// - `needs`, `candidates` (texts, required): files with one SQL query each, from the job file's
///   folder on.
/// - `exclusions` (text, optional): a file with a query of pairs that must not be proposed.
/// - further queries (texts): those that the verb asks for, such as `tenders`; refused with others.
/// - `match.require` (list, optional): hard rules; a pair that fails one is no match.
/// - `match.weights` (signal: 0…1, required): shares of the sum of signals that makes the score, at least one above 0; they
///   are scaled to add up to 1.
/// - `match.floor` (`auto` or 0…1, default: `auto`): below it nothing is suggested; how likely a
///   suggestion must be right, at the least. With `auto` each run chooses it for the market at hand.
/// - `match.precision` (0.1…0.9, default: 0.5): with `auto`, the share of those who come first for
///   their need that is to be right.
/// - `match.learn` (true or false, default: false): whether runs use the weights that decisions
///   taught, where `entremise learn` found and adopted some.
/// - `match.retrieve` (1…1,000,000, default: 1,000): how many candidates of each need are judged,
///   the best by vectors and as many by words. Exact: which they are is no estimate.
/// - `match.mentioned` (`ignored`, `adds` or `suffices`, default: `adds`): what skills are worth that
///   texts name and nobody declared.
/// - `solve` (required): one verb with its keys; each verb documents its own.
/// - `publish.report` (true or false, default: true): whether the report shows it.
/// - `publish.digest` (list, optional): who is written to, among `candidates` and `owners`.
public struct JobFile: Sendable, Identifiable {
    public let name: String
    /// Title in each language.
    public let title: [Language: String]
    public let needs: Query
    public let candidates: Query
    /// Pairs that must not be proposed, where the job names such a query.
    public let exclusions: Query?
    /// The queries that the verb asks for besides, by key.
    public let further: [String: Query]
    public let match: Match
    /// The verb that turns matches into proposals, with its settings.
    public let verb: any VerbSettings
    public let publish: Publish
    /// The file that it was read from, as problems name it.
    public let file: String

    public var id: String { name }

    /// One SQL query of the job.
    public struct Query: Sendable, Hashable {
        /// The file as the job names it, and as problems should.
        public let name: String
        /// The SQL.
        public let text: String
    }

    /// How pairs are judged.
    public struct Match: Sendable, Hashable {
        /// Hard rules, beside those that always hold.
        public let require: Set<Exclusion.Rule>
        /// Shares of the sum of signals as written, each 0…1; a signal that is not named has none.
        public let weights: [SignalKind: Double]
        /// Lowest score that is suggested.
        public let floor: MatchFloor
        /// Whether runs use the weights that decisions taught.
        public let learns: Bool
        /// How many candidates are judged for each need: the best by vectors, and as many by words.
        public let retrieve: Int
        /// How long a pair that was declined stays away.
        public let declinedFor: Decline.Term
        /// What skills that texts only mention are worth.
        public let mentioned: MentionUse
    }

    /// Who learns of the results.
    public struct Publish: Sendable, Hashable {
        public let report: Bool
        public let digest: Set<Reader>
    }

    /// A person whom the digest writes to.
    public enum Reader: String, Sendable, Hashable, CaseIterable {
        /// Those who were suggested.
        case candidates
        /// Those whose needs they were suggested for.
        case owners
    }
}
