internal import Market

/// A bid problem in whole numbers: half-days and cents, lots and members in the order of their ids,
/// only members who can do something.
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
        let value: Int
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
        var capacities: [Capacity]
        /// Cents.
        let turnover: Int
        /// Certifications asked that the member holds.
        let certifications: Set<String>

        var id: String { candidate.member }
    }

    var lots: [Lot]
    var demands: [Demand]
    var members: [Member]
    var membersMax: Int?
    /// Cents; nil: no minimum.
    var turnoverMin: Int?
    /// Members who refuse one another, by place, the lower first.
    var refusals: [(Int, Int)]
    var leftOut: [BidPlan.LeftOut]

    /// Most half-days that the member could do of a demand.
    func most(of demand: Int, by member: Member) -> Int {
        let lot = demands[demand].lot
        return member.capacities.reduce(demands[demand].halfDays) {
            $1.lots.contains(lot) ? min($0, $1.halfDays) : $0
        }
    }
}

extension BidInstance {
    /// Reads a problem, or the part of it that concerns some of its lots.
    ///
    /// Lots without work or window must have been left out before.
    init(
        _ problem: BidProblem, lots needs: [Need], keepsPromises: Bool = true
    ) {
        let median = BidInstance.medianRate(of: problem.members)
        lots = []
        demands = []
        for need in needs {
            guard let window = need.window else { continue }
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
                    value: max(1, need.budget?.cents ?? median * halfDays / 2),
                    certifications: Set(problem.tender.certifications + need.certifications)
                        .sorted()))
        }
        membersMax = problem.tender.membersMax.map { max(0, $0) }
        turnoverMin = problem.tender.turnoverMin.flatMap { $0.cents > 0 ? $0.cents : nil }
        members = []
        leftOut = []
        refusals = []
        admit(problem.members, keepsPromises: keepsPromises)
        refuse(problem.refusals)
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

    private mutating func admit(_ candidates: [BidMember], keepsPromises: Bool) {
        let asked = Set(lots.flatMap(\.certifications))
        for member in candidates.sorted(by: { $0.candidate.member < $1.candidate.member }) {
            let qualified = demands.indices.filter { qualifies(member, for: $0) }
            guard !qualified.isEmpty else { continue }
            if let reason = reasonToLeaveOut(member.candidate) {
                leftOut.append(BidPlan.LeftOut(member: member.candidate.member, reason: reason))
                continue
            }
            for demand in qualified { demands[demand].qualified += 1 }
            var admitted = Member(
                candidate: member.candidate, rate: member.candidate.rate?.cents ?? 0,
                demands: qualified, capacities: [],
                turnover: max(0, member.candidate.turnover?.cents ?? 0),
                certifications: asked.intersection(member.candidate.certifications))
            admitted.capacities = capacities(
                of: member, demands: qualified, promised: keepsPromises ? member.promised : [])
            admitted.demands = qualified.filter { most(of: $0, by: admitted) > 0 }
            if !admitted.demands.isEmpty { members.append(admitted) }
        }
    }

    private func qualifies(_ member: BidMember, for demand: Int) -> Bool {
        let asked = demands[demand].asked
        return member.lots.contains(lots[demands[demand].lot].need.id)
            && member.candidate.skills.contains {
                $0.skill == asked.skill && $0.reaches(asked.level)
            }
    }

    private func reasonToLeaveOut(_ candidate: Candidate) -> BidPlan.LeftOut.Reason? {
        guard candidate.consentsToBids else { return .noConsent }
        guard let rate = candidate.rate, (0...1_000_000_000).contains(rate.cents) else {
            return .noRate
        }
        return candidate.calendar.availabilities.isEmpty ? .noCalendar : nil
    }

    private mutating func refuse(_ pairs: Set<MemberPair>) {
        let places = Dictionary(
            uniqueKeysWithValues: members.enumerated().map { ($0.element.id, $0.offset) })
        for pair in pairs {
            guard let one = places[pair.first], let other = places[pair.second], one != other
            else { continue }
            refusals.append((min(one, other), max(one, other)))
        }
        refusals.sort { $0 < $1 }
    }
}
