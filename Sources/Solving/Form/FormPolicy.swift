/// What a good bid is, and what comes with it.
public struct FormPolicy: Sendable, Hashable {
    /// How the objectives are weighed against one another.
    public let wishes: Wishes
    /// How often a free day may be promised to bids for different tenders: 1 for once
    /// (*exclusive*), 1.5 for half as often again, since not every bid is won. Within one bid no
    /// day is promised twice.
    public let overlap: Double
    /// Other teams to name beside the best one.
    public let alternatives: Int
    /// Whether to name who could take each member's place.
    public let substitutes: Bool

    public init(
        wishes: Wishes = .inOrder(Objective.allCases), overlap: Double = 1, alternatives: Int = 0,
        substitutes: Bool = false
    ) {
        self.wishes = wishes
        self.overlap = max(1, overlap)
        self.alternatives = max(0, alternatives)
        self.substitutes = substitutes
    }

    /// The same wishes, with nothing beside the best team.
    var alone: FormPolicy { FormPolicy(wishes: wishes, overlap: overlap) }

    /// What is wanted of a bid.
    public enum Objective: String, Sendable, Hashable, Codable, CaseIterable {
        /// Worth of the lots bid for.
        case value
        /// How well members suit the lots and levels that they work on.
        case fit
        /// Pairs who have worked together before, and a place for a newcomer.
        case ties
        /// Price of the bid.
        case price
        /// Number of members.
        case members
    }

    /// How the objectives are weighed against one another.
    public enum Wishes: Sendable, Hashable {
        /// One after the other, each held while the next is looked for. Value comes first where it
        /// is not named: without it, no bid would be the best.
        case inOrder([Objective])
        /// All at once, each on a scale of its own: see <doc:FormingBids>. Weights are 0 or more,
        /// that of value above 0.
        case weighted([Objective: Double])
    }
}

/// How long the search may take, and its seed.
public struct FormLimits: Sendable, Hashable {
    /// Seconds to form the bid of one tender; as long again may be spent to explain the lots left
    /// out, and for other teams and substitutes. 0 or less: no search at all.
    public let seconds: Double
    /// Nodes of the search tree for one objective. A search that they end gives the same plan
    /// again, on any machine; one that the seconds end need not.
    public let nodes: Int
    /// Seed of the solver's own choices.
    public let seed: Int

    public init(seconds: Double = 10, nodes: Int = 2_000, seed: Int = 1) {
        self.seconds = seconds
        self.nodes = nodes
        self.seed = seed
    }
}
