public import Market

/// A consortium that a run proposed for a tender, or why there is none.
public struct Bid: Sendable, Hashable, Codable, Identifiable {
    /// Number of the bid; nil before it is written.
    public let id: Int?
    public let tender: Tender.ID
    public let tenderTitle: String
    /// Page of the tender on the platform.
    public let url: String?
    public let buyer: String
    public let deadline: Deadline
    /// optimal, feasible (the search ended early) or none.
    public let status: Status
    /// Price of the whole bid before VAT.
    public let price: Money
    /// Budget of the lots bid for, where published for all of them.
    public let budget: Money?
    /// Proven lower bound on the cost that the solver gives, in euros, and relative gap to it.
    public let bound: Double?
    public let gap: Double?
    public let members: [Member]
    public let lots: [Lot]
    /// In plain words, by language: why this team, or why none.
    public let reasons: [Language: [String]]
    /// SHA-256 of what the bid was formed on, in hexadecimal.
    public let basis: String
    public let isNew: Bool
    /// What comes with the bid; nil for those recorded by earlier versions.
    public let details: Details?

    public init(
        id: Int? = nil, tender: Tender.ID, tenderTitle: String, url: String? = nil, buyer: String,
        deadline: Deadline, status: Status, price: Money, budget: Money?, bound: Double?,
        gap: Double?,
        members: [Member], lots: [Lot], reasons: [Language: [String]], basis: String,
        isNew: Bool = true, details: Details? = nil
    ) {
        self.id = id
        self.tender = tender
        self.tenderTitle = tenderTitle
        self.url = url
        self.buyer = buyer
        self.deadline = deadline
        self.status = status
        self.price = price
        self.budget = budget
        self.bound = bound
        self.gap = gap
        self.members = members
        self.lots = lots
        self.reasons = reasons
        self.basis = basis
        self.isNew = isNew
        self.details = details
    }

    /// Whether a bid was found, and proven best.
    public enum Status: String, Sendable, Hashable, Codable {
        case optimal, feasible, none
    }

    /// A member of the group.
    public struct Member: Sendable, Hashable, Codable {
        public let member: String
        public let name: String
        /// Whether this member leads (*mandataire*).
        public let leads: Bool
        public let days: Double
        public let amount: Money

        public init(member: String, name: String, leads: Bool, days: Double, amount: Money) {
            self.member = member
            self.name = name
            self.leads = leads
            self.days = days
            self.amount = amount
        }
    }

    /// A lot of the tender: bid for, with its work, or not, with the reason.
    public struct Lot: Sendable, Hashable, Codable {
        public let lot: Need.ID
        public let number: Int
        public let title: String
        /// Page of the lot on the platform.
        public let url: String?
        public let isBidFor: Bool
        public let price: Money
        public let budget: Money?
        public let work: [Work]
        /// Where the lot is not bid for, why, by language: one sentence.
        public let reason: [Language: String]

        public init(
            lot: Need.ID, number: Int, title: String, url: String? = nil, isBidFor: Bool,
            price: Money, budget: Money?, work: [Work], reason: [Language: String]
        ) {
            self.lot = lot
            self.number = number
            self.title = title
            self.url = url
            self.isBidFor = isBidFor
            self.price = price
            self.budget = budget
            self.work = work
            self.reason = reason
        }
    }

    /// Days of one member on one skill of a lot.
    public struct Work: Sendable, Hashable, Codable {
        public let member: String
        public let skill: Skill.ID
        /// Label of the skill by language.
        public let label: [Language: String]
        /// Half days count: a multiple of 0.5.
        public let days: Double
        public let rate: Money
        public let amount: Money

        public init(
            member: String, skill: Skill.ID, label: [Language: String], days: Double, rate: Money,
            amount: Money
        ) {
            self.member = member
            self.skill = skill
            self.label = label
            self.days = days
            self.rate = rate
            self.amount = amount
        }
    }
}
