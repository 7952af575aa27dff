public import Market

/// A consortium for a tender: who works on which lot for how many days and how much money, or why
/// there is none.
public struct BidPlan: Sendable, Hashable {
    public let tender: Tender.ID
    public let status: Status
    /// Lots bid for, by lot number, then by id.
    public let lots: [Need.ID]
    /// Who does what: by lot, then in the order that the lot asks its skills, then by member id.
    public let work: [Work]
    /// Members of the group, by id.
    public let members: [Member]
    /// Member who leads (*mandataire*): of those who accept to, the one with most days, which is
    /// itself the last objective; then the highest turnover, then the lowest id; nil without a bid.
    public let lead: String?
    /// What the lots bid for are worth: their budgets, or their days at the median rate where none
    /// is published.
    public let value: Money
    /// Price of the bid: the sum of the amounts of its work.
    public let cost: Money
    /// How well the members suit their work on average, 0 … 1.
    public let fit: Double
    /// Pairs of the group who have worked together before.
    public let pairs: [MemberPair]
    /// Members whom the network never worked with, or long passed over, by id.
    public let newcomers: [String]
    /// Members whose share is too small for their ties to count, by id.
    public let smallShares: [String]
    /// What is proven of each objective, in order of rank.
    public let proofs: [Proof]
    /// Seconds spent, those for explanations included. Recorded, never compared.
    public let seconds: Double
    /// Lots not bid for, with what they lack, by lot number, then by id.
    public internal(set) var shortfalls: [LotShortfall]
    /// Members who hold a skill asked but could not be counted on, by id.
    public let leftOut: [LeftOut]
    /// Other teams, the best first: each shares all but two members, at the most, with this one
    /// and those before it.
    public internal(set) var alternatives: [BidPlan] = []
    /// Whether there is no other team, where fewer are named than were asked for; false where the clock
    /// ended the search.
    public internal(set) var isEveryTeamNamed = true
    /// Who could take each member's place, by member id; empty where nobody was looked for.
    public internal(set) var substitutes: [Substitute] = []
    /// Bids for other tenders that want the same members in the same days.
    public internal(set) var competing: [Competition] = []

    /// Whether a bid was found, and proven best.
    public enum Status: String, Sendable, Hashable, Codable {
        /// No group of these members answers the wishes better.
        case optimal
        /// The search ended early: see ``BidPlan/gap``.
        case feasible
        /// No bid: see ``BidPlan/shortfalls``.
        case none
    }

    /// Days of one member on one skill of a lot.
    public struct Work: Sendable, Hashable {
        public let lot: Need.ID
        public let member: String
        public let skill: Skill.ID
        /// Level asked at the least.
        public let level: Level?
        /// A multiple of 0.5, above 0.
        public let days: Double
        /// Price of a day.
        public let rate: Money
        /// Price of the days, rounded to the cent.
        public let amount: Money
    }

    /// What one member does in all.
    public struct Member: Sendable, Hashable {
        public let member: String
        public let days: Double
        public let amount: Money
    }

    /// What the solver found and proved for one objective, the ones before it being held.
    public struct Proof: Sendable, Hashable {
        public let objective: Objective
        /// What the plan comes to: euros, points, members or days.
        public let found: Double
        /// What no plan can beat: a lower bound on price, members and changes, an upper one on the
        /// others.
        public let bound: Double
        /// Whether both are the same.
        public let isProven: Bool
        /// Nodes of the search tree.
        public let nodes: Int

        /// What is optimised: the objectives of ``FormPolicy``, their weighted sum, or for a bid
        /// that is repaired the members who join and leave.
        public enum Objective: String, Sendable, Hashable, Codable {
            case value, fit, ties, price, members, lead, weighted, changes
        }
    }

    /// How the bid goes on when one of its members declines.
    public struct Substitute: Sendable, Hashable {
        /// Who declines.
        public let member: String
        /// The bid with the fewest changes without them; of status none where there is none.
        public let plan: BidPlan
        /// Members who join, by id.
        public let joining: [String]
        /// Lots that are no longer bid for, and lots that only now are.
        public let lost: [Need.ID]
        public let gained: [Need.ID]
    }

    /// Another bid that wants a member in days that this one asks for, too.
    public struct Competition: Sendable, Hashable {
        public let member: String
        public let tender: Tender.ID
    }

    /// A lot that is not bid for, and what it lacks.
    public struct LotShortfall: Sendable, Hashable {
        public let lot: Need.ID
        public let causes: [Shortfall]
        /// Whether any one of several causes would do if it were mended; otherwise all must be.
        public let eachWouldDo: Bool

        public init(lot: Need.ID, causes: [Shortfall], eachWouldDo: Bool = false) {
            self.lot = lot
            self.causes = causes
            self.eachWouldDo = eachWouldDo && causes.count > 1
        }
    }

    /// A member who holds a skill asked, yet cannot be promised.
    public struct LeftOut: Sendable, Hashable {
        public let member: String
        public let reason: Reason

        /// Why.
        public enum Reason: String, Sendable, Hashable, Codable {
            /// Did not agree to joint bids.
            case noConsent
            /// Gives no daily rate, so that their work has no price.
            case noRate
            /// Said nothing of their time, so that no day can be promised.
            case noCalendar
            /// Lacks a certification that every member must hold.
            case certifications
            /// Is insured for less than every member must be.
            case insurance
        }
    }
}

extension BidPlan {
    /// Lower bound on the price of a bid that does as well in all that ranks before, in euros; nil
    /// where the search ended before one was known, or weighed price against the rest.
    public var bound: Double? {
        proofs.first { $0.objective == .price }.map(\.bound).flatMap { $0.isFinite ? $0 : nil }
    }

    /// Largest relative distance between what was found and what was proven; 0 for the optimum, nil
    /// without a bid or where an objective has no bound.
    public var gap: Double? {
        guard status != .none else { return nil }
        if status == .optimal { return 0 }
        let gaps = proofs.filter { !$0.isProven }.map {
            abs($0.bound - $0.found) / max(1, abs($0.found))
        }
        guard let largest = gaps.max(), largest.isFinite else { return nil }
        return largest
    }
}
