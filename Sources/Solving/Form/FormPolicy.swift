/// What a good bid is, and what comes with it.
public struct FormPolicy: Sendable, Hashable {
    /// How the objectives are weighed against one another.
    public let wishes: BidWishes
    /// How often a free day may be promised to bids for different tenders: 1 for once
    /// (*exclusive*), 1.5 for half as often again, since not every bid is won. Within one bid no
    /// day is promised twice.
    public let overlap: Double
    /// Other teams to name beside the best one.
    public let alternatives: Int
    /// Whether to name who could take each member's place.
    public let substitutes: Bool
    /// What three references make up for of the distance to a perfect fit, 0 … 1.
    public let references: Double
    /// From how many days, or from what share of all days of the tender, whichever is less, somebody's
    /// ties count, so that nobody is brought in for crumbs.
    public let tieDays: Double
    public let tieShare: Double

    public init(
        wishes: BidWishes = .inOrder(BidObjective.allCases), overlap: Double = 1,
        alternatives: Int = 0, substitutes: Bool = false, references: Double = 0.5,
        tieDays: Double = 2, tieShare: Double = 0.05
    ) {
        self.tieDays = max(0, tieDays)
        self.tieShare = min(1, max(0, tieShare))
        self.wishes = wishes
        self.overlap = max(1, overlap)
        self.alternatives = max(0, alternatives)
        self.substitutes = substitutes
        self.references = min(1, max(0, references))
    }

    /// The same policy for a team beside the best one: the lead's days are not wished for.
    var withoutLead: FormPolicy {
        let wishes: BidWishes =
            switch wishes {
            case .inOrder(let order): .inOrder(order.filter { $0 != .lead })
            case .weighted(let weights): .weighted(weights.filter { $0.key != .lead })
            }
        return FormPolicy(
            wishes: wishes, overlap: overlap, alternatives: alternatives, substitutes: substitutes,
            references: references, tieDays: tieDays, tieShare: tieShare)
    }

    /// Half-days from which a share of some is real, at least 1.
    func realShare(of halfDays: Int) -> Int {
        max(1, Int((min(tieDays * 2, tieShare * Double(halfDays)) - 1e-6).rounded(.up)))
    }
}

/// How long the search may take, and its seed.
public struct FormLimits: Sendable, Hashable {
    /// Seconds to form the bid of one tender; as long again may be spent to explain the lots left
    /// out, and four times as long for other teams and substitutes. 0 or less: no search at all.
    public let seconds: Double
    /// Nodes of the search tree for one objective. A search that they end gives the same plan
    /// again, on any machine; one that the seconds end need not.
    public let nodes: Int
    /// Seed of the solver's own choices.
    public let seed: Int
    /// Who solves.
    public let solvers: Solvers

    public init(
        seconds: Double = 10, nodes: Int = 2_000, seed: Int = 1, solvers: Solvers = Solvers()
    ) {
        self.seconds = seconds
        self.nodes = nodes
        self.seed = seed
        self.solvers = solvers
    }
}
