import Market
import Solving

/// The best bid by trying everything: every set of lots, every way to share out the half-days.
struct BidOracle {
    /// What is wanted, the lower the better: what counts for more has its sign turned. Cost in
    /// cents, fit in points, as ``FormingBids`` counts them.
    struct Score: Equatable {
        var lostValue = 0
        var lostFit = 0
        var lostTies = 0
        var cost = 0
        var members = 0
        var lostLead = 0

        func inOrder(_ order: [BidObjective]) -> [Int] {
            order.map {
                switch $0 {
                case .value: lostValue
                case .fit: lostFit
                case .ties: lostTies
                case .price: cost
                case .members: members
                case .lead: lostLead
                }
            }
        }
    }

    let problem: BidProblem
    var order: [BidObjective] = BidObjective.allCases
    /// As `FormPolicy` has them.
    var tieDays = 2.0
    var tieShare = 0.05

    func best() -> Score {
        var best = Score()
        let lots = problem.lots.filter { $0.window != nil }
        for set in 1..<max(1, 1 << lots.count) {
            let chosen = lots.indices.filter { set >> $0 & 1 == 1 }.map { lots[$0] }
            let value = chosen.reduce(0) { $0 + worth(of: $1) }
            if order.first == .value, -value > best.lostValue { continue }
            if let found = search(chosen, value: value), isBetter(found, than: best) {
                best = found
            }
        }
        return best
    }

    private func isBetter(_ one: Score, than other: Score) -> Bool {
        one.inOrder(order).lexicographicallyPrecedes(other.inOrder(order))
    }

    func worth(of lot: Need) -> Int {
        if let budget = lot.budget { return Swift.max(1, budget.cents) }
        let rates = problem.members.compactMap { $0.candidate.rate?.cents }.sorted()
        let median = rates.isEmpty ? 0 : rates[(rates.count - 1) / 2]
        let halfDays = lot.skills.reduce(0) { $0 + Int((($1.days ?? 0) * 2).rounded(.up)) }
        return Swift.max(1, median * halfDays / 2)
    }

    private func search(_ lots: [Need], value: Int) -> Score? {
        let demands = lots.indices.flatMap { lot in lots[lot].skills.map { (lot: lot, asked: $0) } }
        let people = problem.members.filter(mayTakePart)
        let room = people.map { limits(of: $0, lots) }
        var worked = people.map { _ in [Int](repeating: 0, count: lots.count) }
        var spent = [Int](repeating: 0, count: lots.count)
        var points = 0
        var best: Score?

        func share(_ demand: Int, _ person: Int, _ left: Int) {
            if demand == demands.count {
                let group = people.indices.filter { worked[$0].contains { $0 > 0 } }
                guard isGroup(group.map { (people[$0], worked[$0].reduce(0, +)) }, for: lots)
                else { return }
                let found = Score(
                    lostValue: -value, lostFit: -points,
                    lostTies: -ties(
                        group.map { (people[$0], worked[$0].reduce(0, +)) }),
                    cost: spent.reduce(0, +), members: group.count,
                    lostLead:
                        -(group.filter { people[$0].candidate.leadsBids }
                        .map { worked[$0].reduce(0, +) }.max() ?? 0))
                if best.map({ isBetter(found, than: $0) }) ?? true { best = found }
                return
            }
            if left == 0 {
                let next = demand + 1
                return share(
                    next, 0,
                    next < demands.count
                        ? Int(((demands[next].asked.days ?? 0) * 2).rounded(.up)) : 0)
            }
            guard person < people.count else { return }
            share(demand, person + 1, left)
            let (lot, asked) = demands[demand]
            let member = people[person]
            guard member.lots.contains(lots[lot].id),
                let held = member.candidate.skills.first(where: {
                    $0.skill == asked.skill && $0.reaches(asked.level)
                })
            else { return }
            let fit = 2 * (member.fit[lots[lot].id] ?? 0) + Double(held.level ?? 3) / 5
            let shown = member.references.count { reference in
                reference.skills.contains(asked.skill)
                    || reference.codes.contains { code in
                        problem.tender.code?.digits.prefix(3) == code.digits.prefix(3)
                    }
            }
            let missing = 10 - 10 * fit / 3
            let perHalfDay = Int(
                (10 * fit / 3 + missing * 0.5 * Double(Swift.min(3, shown)) / 3).rounded())
            for halfDays in 1...left {
                worked[person][lot] += halfDays
                let price = ((member.candidate.rate ?? .zero) * (Double(halfDays) / 2)).cents
                spent[lot] += price
                points += perHalfDay * halfDays
                let isWithin =
                    room[person].allSatisfy { limit in
                        limit.lots.reduce(0) { $0 + worked[person][$1] } <= limit.halfDays
                    } && lots[lot].budget.map { spent[lot] <= $0.cents } ?? true
                if isWithin { share(demand, person + 1, left - halfDays) }
                worked[person][lot] -= halfDays
                spent[lot] -= price
                points -= perHalfDay * halfDays
            }
        }
        share(0, 0, Int(((demands.first?.asked.days ?? 0) * 2).rounded(.up)))
        return best
    }

    private func mayTakePart(_ member: BidMember) -> Bool {
        let (candidate, tender) = (member.candidate, problem.tender)
        let isInsured =
            tender.insuranceMin.map { least in candidate.insurance.map { $0 >= least } ?? true }
            ?? true
        return candidate.consentsToBids && candidate.rate != nil && isInsured
            && tender.memberCertifications.allSatisfy(candidate.certifications.contains)
    }

    /// Over every stretch of days, not only those between windows: the lots within, and the
    /// half-days free.
    private func limits(of member: BidMember, _ lots: [Need]) -> [(lots: [Int], halfDays: Int)] {
        var limits: [(lots: [Int], halfDays: Int)] = []
        for first in -2..<20 {
            for last in first..<20 {
                let stretch = Period.autumn(first, last)
                let within = lots.indices.filter {
                    lots[$0].window?.intersection(stretch) == lots[$0].window
                }
                if within.isEmpty { continue }
                let free = member.candidate.calendar.freeDays(within: stretch) ?? 0
                let promised = member.promised.filter {
                    $0.window.intersection(stretch) == $0.window
                }
                // What there are no days for takes none from others; nobody has two promises here.
                .reduce(0) {
                    $0
                        + Swift.min(
                            $1.days, member.candidate.calendar.freeDays(within: $1.window) ?? 0)
                }
                limits.append(
                    (within, Swift.max(0, Int(((free - promised) * 2 + 1e-6).rounded(.down)))))
            }
        }
        return limits
    }

    private func ties(_ group: [(member: BidMember, halfDays: Int)]) -> Int {
        let days = problem.lots.filter { $0.window != nil }
            .reduce(0) { $0 + $1.skills.reduce(0) { $0 + ($1.days ?? 0) } }
        let least = Swift.min(tieDays, tieShare * days) - 1e-6
        let real = group.filter { Double($0.halfDays) / 2 >= least }.map(\.member)
        let ids = Set(real.map(\.candidate.member))
        let pairs = problem.together.count { ids.contains($0.first) && ids.contains($0.second) }
        return pairs + (real.contains(where: \.isNewcomer) ? 1 : 0)
    }

    private func isGroup(
        _ group: [(member: BidMember, halfDays: Int)], for lots: [Need]
    ) -> Bool {
        let tender = problem.tender
        let people = group.map(\.member.candidate)
        if let most = tender.membersMax, group.count > most { return false }
        let turnover = people.reduce(0) { $0 + ($1.turnover?.cents ?? 0) }
        if let least = tender.turnoverMin, turnover < least.cents { return false }
        if !people.contains(where: \.leadsBids) { return false }
        for (member, halfDays) in group {
            if Double(halfDays) < (member.candidate.bidDaysMin ?? 0) * 2 { return false }
        }
        for certification in tender.certifications + lots.flatMap(\.certifications)
        where !people.contains(where: { $0.certifications.contains(certification) }) {
            return false
        }
        return problem.refusals.allSatisfy { pair in
            !(people.contains { $0.member == pair.first }
                && people.contains { $0.member == pair.second })
        }
    }
}
