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
    /// The day taken for today, so that days before it are gone; nil: none are.
    public let asOf: Day?

    public init(
        tender: Tender, lots: [Need], members: [BidMember], refusals: Set<MemberPair> = [],
        together: Set<MemberPair> = [], asOf: Day? = nil
    ) {
        self.tender = tender
        self.lots = lots
        self.members = members
        self.refusals = refusals
        self.together = together
        self.asOf = asOf
    }

    /// The problem with other members.
    func with(_ members: [BidMember]) -> BidProblem {
        BidProblem(
            tender: tender, lots: lots, members: members, refusals: refusals, together: together,
            asOf: asOf)
    }

    /// What is left of a lot's window; nil where it has none, or it is past.
    public func window(of lot: Need) -> Period? {
        guard let window = lot.window, let asOf else { return lot.window }
        return Period(from: max(window.first, asOf), to: window.last)
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
    /// References that count, of the last five years.
    public let references: [Reference]

    public init(
        candidate: Candidate, lots: Set<Need.ID>, fit: [Need.ID: Double] = [:],
        isNewcomer: Bool = false, promised: [Promise] = [], references: [Reference] = []
    ) {
        self.candidate = candidate
        self.lots = lots
        self.fit = fit
        self.isNewcomer = isNewcomer
        self.promised = promised
        self.references = references
    }

    /// The member with more days promised.
    public func promising(_ more: [Promise]) -> BidMember {
        BidMember(
            candidate: candidate, lots: lots, fit: fit, isNewcomer: isNewcomer,
            promised: promised + more, references: references)
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

        /// What is left of the promise on a day, by the weekdays of its window that are left, to the
        /// half-day above; nil where its window is past.
        func left(on day: Day?) -> Promise? {
            guard let day, window.first < day else { return self }
            guard let rest = Period(from: day, to: window.last) else { return nil }
            let share = Double(rest.weekdays) / Double(max(1, window.weekdays))
            return Promise(
                tender: tender, window: rest, days: (days * share * 2).rounded(.up) / 2)
        }
    }
}
