public import Market

/// One tender, its lots and the members who could bid for it together.
public struct BidProblem: Sendable {
    public let tender: Tender
    /// Lots of the tender, in any order.
    public let lots: [Need]
    /// Members who could take part, in any order, one entry a member.
    public let members: [BidMember]
    /// Pairs of members who do not wish to work together.
    public let refusals: Set<MemberPair>

    public init(
        tender: Tender, lots: [Need], members: [BidMember], refusals: Set<MemberPair> = []
    ) {
        self.tender = tender
        self.lots = lots
        self.members = members
        self.refusals = refusals
    }
}

/// A member who could take part in a bid.
public struct BidMember: Sendable, Hashable {
    /// Who: skills, calendar, daily rate, certifications, turnover and consent count.
    public let candidate: Candidate
    /// Lots that the member may work on: those that no hard rule forbids.
    public let lots: Set<Need.ID>
    /// Work promised to earlier bids.
    public let promised: [Promise]

    public init(candidate: Candidate, lots: Set<Need.ID>, promised: [Promise] = []) {
        self.candidate = candidate
        self.lots = lots
        self.promised = promised
    }

    /// Days of work within a window, promised to the bid for a tender.
    public struct Promise: Sendable, Hashable {
        public let tender: Tender.ID
        public let window: Period
        /// A multiple of 0.5.
        public let days: Double

        public init(tender: Tender.ID, window: Period, days: Double) {
            self.tender = tender
            self.window = window
            self.days = days
        }
    }
}

/// How long the search may take, and its seed.
public struct FormLimits: Sendable, Hashable {
    /// Seconds to form the bid of one tender; as long again may be spent to explain the lots left
    /// out. 0 or less: no search at all.
    public let seconds: Double
    /// Seed of the solver's own choices.
    public let seed: Int

    public init(seconds: Double = 10, seed: Int = 1) {
        self.seconds = seconds
        self.seed = seed
    }
}
