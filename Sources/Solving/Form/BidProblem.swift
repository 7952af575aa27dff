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
    /// Pairs of members who have worked together before.
    public let together: Set<MemberPair>

    public init(
        tender: Tender, lots: [Need], members: [BidMember], refusals: Set<MemberPair> = [],
        together: Set<MemberPair> = []
    ) {
        self.tender = tender
        self.lots = lots
        self.members = members
        self.refusals = refusals
        self.together = together
    }

    /// The problem with other members.
    func with(_ members: [BidMember]) -> BidProblem {
        BidProblem(
            tender: tender, lots: lots, members: members, refusals: refusals, together: together)
    }
}

/// A member who could take part in a bid.
public struct BidMember: Sendable, Hashable {
    /// Who: skills, calendar, daily rate, certifications, turnover and consent count.
    public let candidate: Candidate
    /// Lots that the member may work on: those that no hard rule forbids.
    public let lots: Set<Need.ID>
    /// How well the member suits each lot, 0 … 1; 0 where nothing is said.
    public let fit: [Need.ID: Double]
    /// Whether the network never worked with the member, or long passed them over.
    public let isNewcomer: Bool
    /// Work promised to earlier bids.
    public let promised: [Promise]

    public init(
        candidate: Candidate, lots: Set<Need.ID>, fit: [Need.ID: Double] = [:],
        isNewcomer: Bool = false, promised: [Promise] = []
    ) {
        self.candidate = candidate
        self.lots = lots
        self.fit = fit
        self.isNewcomer = isNewcomer
        self.promised = promised
    }

    /// The member with more days promised.
    func promising(_ more: [Promise]) -> BidMember {
        BidMember(
            candidate: candidate, lots: lots, fit: fit, isNewcomer: isNewcomer,
            promised: promised + more)
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
