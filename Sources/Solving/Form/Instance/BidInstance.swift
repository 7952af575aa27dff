internal import Market

/// A bid problem in whole numbers: half-days, cents and points, lots and members in the order of
/// their ids, only members who can do something.
///
/// Days asked are rounded up to the half-day, free days down.
struct BidInstance: Sendable {
    struct Lot: Sendable {
        let need: Need
        let window: Period
        /// Demands of the lot, among all.
        let demands: Range<Int>
        /// Cents, if published.
        var budget: Int?
        /// Cents, at least 1.
        var value: Int
        /// Certifications that a member of the group must hold if the lot is bid for.
        var certifications: [String]
    }

    /// Work of one skill that a lot asks for.
    struct Demand: Sendable {
        let lot: Int
        let asked: AskedSkill
        var halfDays: Int
        /// Members who hold the skill at the level asked and may be promised, busy or not.
        var qualified = 0
    }

    /// Most half-days on some lots together.
    struct Capacity: Sendable, Hashable {
        /// Lots whose windows lie within some stretch of days.
        let lots: LotSet
        /// Half-days free in that stretch.
        let halfDays: Int
    }

    struct Member: Sendable {
        let candidate: Candidate
        /// Cents a day.
        let rate: Int
        /// Demands that the member qualifies for and has time for, ascending.
        var demands: [Int]
        /// How well the member suits each of these demands, 0 … 10 points a half-day.
        var fit: [Int]
        var capacities: [Capacity]
        /// Cents.
        let turnover: Int
        /// Certifications asked that the member holds.
        let certifications: Set<String>
        /// Whether the member may lead.
        let leads: Bool
        /// Fewest half-days that the member accepts, at least 1.
        let share: Int
        let isNewcomer: Bool

        var id: String { candidate.member }

        /// Points of a half-day on a demand.
        func fit(for demand: Int) -> Int {
            demands.firstIndex(of: demand).map { fit[$0] } ?? 0
        }
    }

    /// A rule that may be left out of account, to find out whether it is the one in the way.
    enum Waiver: Sendable, CaseIterable {
        case promises, smallestShares, insurance, memberCertifications
    }

    var lots: [Lot]
    var demands: [Demand]
    var members: [Member]
    var membersMax: Int?
    /// Cents; nil: no minimum.
    var turnoverMin: Int?
    /// Whether somebody who accepts to has to lead.
    var asksForLead = true
    /// Members who refuse one another, by index, the lower first.
    var refusals: [(Int, Int)]
    /// Members who have worked together, by index, the lower first.
    var together: [(Int, Int)]
    var leftOut: [BidPlan.LeftOut]
    /// Half-days from which a share is real, at least 1: ties of smaller ones do not count.
    var realShare = 1

    /// Most half-days that the member could do of a demand.
    func most(of demand: Int, by member: Member) -> Int {
        let lot = demands[demand].lot
        return member.capacities.reduce(demands[demand].halfDays) {
            $1.lots.contains(lot) ? min($0, $1.halfDays) : $0
        }
    }

    /// Worth of all lots, in cents.
    var worth: Int { lots.reduce(0) { $0 + $1.value } }
    /// Half-days of all lots.
    var halfDays: Int { demands.reduce(0) { $0 + $1.halfDays } }
}

extension BidInstance {
    /// Reads a problem, or the part of it that concerns some of its lots.
    ///
    /// Lots without work or window must have been left out before.
    ///
    /// - Parameters:
    ///   - problem: A tender with its lots and members.
    ///   - needs: The lots that are looked at.
    ///   - policy: Says how often days may be promised, and what references count.
    ///   - waived: Rules left out of account.
    init(
        _ problem: BidProblem, lots needs: [Need], policy: FormPolicy, waived: Set<Waiver> = []
    ) {
        let median = BidInstance.medianRate(of: problem.members)
        lots = []
        demands = []
        for need in needs {
            guard let window = problem.window(of: need) else { continue }
            let asked = BidInstance.work(of: need)
            let first = demands.count
            for skill in asked {
                demands.append(
                    Demand(lot: lots.count, asked: skill.asked, halfDays: skill.halfDays))
            }
            let halfDays = asked.reduce(0) { $0 + $1.halfDays }
            lots.append(
                Lot(
                    need: need, window: window, demands: first..<demands.count,
                    budget: need.budget?.cents,
                    value: BidInstance.value(
                        of: need, halfDays: halfDays, medianRate: median),
                    certifications: Set(problem.tender.certifications + need.certifications)
                        .sorted()))
        }
        membersMax = problem.tender.membersMax.map { max(0, $0) }
        turnoverMin = problem.tender.turnoverMin.flatMap { $0.cents > 0 ? $0.cents : nil }
        members = []
        leftOut = []
        refusals = []
        together = []
        realShare = policy.realShare(of: demands.reduce(0) { $0 + $1.halfDays })
        admit(problem, policy: policy, waived: waived)
        refusals = positions(of: problem.refusals)
        together = positions(of: problem.together)
    }

    /// The instance of a problem without one of its members: as if it were read anew, only that
    /// the member still counts among those who qualify for a demand, and for what lots are worth.
    func without(_ member: String) -> BidInstance {
        var others = self
        others.keep(members.indices.filter { members[$0].id != member })
        others.leftOut.removeAll { $0.member == member }
        return others
    }

    /// What a lot is worth in cents, at least 1: its budget, or its work at the median rate of all
    /// members of the problem, those who decline among them.
    private static func value(of lot: Need, halfDays: Int, medianRate: Int) -> Int {
        max(1, lot.budget?.cents ?? medianRate * halfDays / 2)
    }

    /// Skills that a lot asks for with days, in the order asked; none where it asks for no work.
    static func work(of need: Need) -> [(asked: AskedSkill, halfDays: Int)] {
        need.skills.compactMap { asked in
            guard let days = asked.days, days.isFinite, days > 0, days <= 100_000 else {
                return nil
            }
            return (asked, max(1, Int((days * 2 - 1e-6).rounded(.up))))
        }
    }

    /// The lower median of the daily rates, in cents; 0 without any.
    private static func medianRate(of members: [BidMember]) -> Int {
        let rates = members.compactMap { $0.candidate.rate?.cents }.filter { $0 >= 0 }.sorted()
        return rates.isEmpty ? 0 : rates[(rates.count - 1) / 2]
    }

    private func positions(of pairs: Set<MemberPair>) -> [(Int, Int)] {
        let positions = Dictionary(
            uniqueKeysWithValues: members.enumerated().map { ($0.element.id, $0.offset) })
        return pairs.compactMap { pair in
            guard let one = positions[pair.first], let other = positions[pair.second], one != other
            else { return nil }
            return (min(one, other), max(one, other))
        }
        .sorted { $0 < $1 }
    }
}
