public import Market

/// A job: which needs meet which candidates, how pairs are judged, which verb solves them, and who
/// is told. When it runs is said by cron or systemd, not here.
///
/// ## Keys of the file
/// - `job` (text, required): its name; small letters, digits, `_` and `-`, a letter first.
/// - `title` (`{ fr: …, en: … }`, required): what people read above its results.
/// - `needs`, `candidates` (texts, required): files with one SQL query each, from the job file's
///   folder on.
/// - `tenders` (text, required with `form`, refused otherwise): the query of the tenders.
/// - `match.require` (list, optional): hard rules; a pair that fails one is no match.
/// - `match.weights` (signal: 0…1, required): shares of the sum of signals that makes the score, at least one above 0; they
///   are scaled to add up to 1.
/// - `match.floor` (0…1, required): below it nothing is suggested; how likely a suggestion must be
///   right, at the least.
/// - `match.learn` (true or false, default: false): whether runs use the weights that decisions
///   taught, where `entremise learn` found and adopted some.
/// - `match.retrieve` (1…1,000,000, default: 1,000): how many candidates of each need are judged,
///   the best by vectors and as many by words. Exact: which they are is no estimate.
/// - `solve` (required): one verb, either `rank` with the keys below or `form`, whose keys are all
///   optional (``JobFile/Form``).
/// - `publish.report` (true or false, default: true): whether the report shows it.
/// - `publish.digest` (list, optional): who is written to, among `candidates` and `owners`.
///
/// ## Keys under `solve.rank`
/// - `per_need` (1…1000, required): most suggestions for one need in one night.
/// - `per_candidate` (1…1000, required): most suggestions that one member appears in.
/// - `attention` (`per_need`…100000, default: any number): how many members may hear of one need
///   over its life, those who declined it left out.
/// - `exposure` (0…365, default: any number): most nights in a row that a member with a match has
///   no suggestion, where the caps leave a place.
/// - `diversity` (0…1, default: 0): what a name loses, in points of score, that is like every other
///   name of its list.
/// - `stability` (0…1, default: 0): by how many points of score another pair must be better to take
///   the place of one that stands.
public struct JobFile: Sendable, Hashable, Identifiable {
    public let name: String
    /// Title in each language.
    public let title: [Language: String]
    public let needs: Query
    public let candidates: Query
    /// The tenders whose lots are the needs; with ``Verb/form(_:)`` only.
    public let tenders: Query?
    public let match: Match
    public let verb: Verb
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
        /// Lowest score that is suggested, 0…1.
        public let floor: Double
        /// Whether runs use the weights that decisions taught.
        public let learns: Bool
        /// How many candidates are judged for each need: the best by vectors, and as many by words.
        public let retrieve: Int

        /// How many unless the file says otherwise.
        static let shippedRetrieve = 1_000
    }

    /// How matches become suggestions.
    public enum Verb: Sendable, Hashable {
        /// The best candidates for each need, fair on both sides.
        case rank(RankRules)
        /// A group for each tender, as a joint bid.
        case form(Form)

        /// Whether bids are formed.
        public var isForm: Bool {
            if case .form = self { true } else { false }
        }
    }

    /// What a good bid is, and what comes with it.
    ///
    /// ## Keys under `solve.form`
    /// - `order` (list, default: value, fit, ties, price, members, lead): what is wanted, one after
    ///   the other; value comes first.
    /// - `weights` (objective: 0…100): the same all at once, instead of `order`; value above 0.
    /// - `calendar` (`exclusive` or `overlap`, default: exclusive): whether a free day may be
    ///   promised to bids for different tenders.
    /// - `overlap` (1…10, required with `calendar: overlap`, refused otherwise): how often.
    /// - `alternatives` (0…5, default: 2): other teams to name.
    /// - `substitutes` (true or false, default: true): whether to name who could take each
    ///   member's place.
    /// - `references` (0…1, default: 0.5): what three references make up for of the distance to a
    ///   perfect fit.
    /// - `nodes` (1…1000000, default: 2000): nodes that the search for one objective may take.
    public struct Form: Sendable, Hashable {
        public var wishes: BidWishes = .inOrder(BidObjective.allCases)
        /// 1 for an exclusive calendar.
        public var overlap = 1.0
        public var alternatives = 2
        public var substitutes = true
        public var references = 0.5
        public var nodes = 2_000

        public init() {}
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
