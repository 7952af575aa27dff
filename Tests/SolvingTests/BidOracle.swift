import Market
import Solving

/// The best bid by trying everything: every set of lots, every way to share out the half-days.
struct BidOracle {
    /// Value, cost in cents, members; the lower the better, value with its sign turned.
    typealias Score = (lostValue: Int, cost: Int, members: Int)

    let problem: BidProblem

    func best() -> Score {
        var best: Score = (0, 0, 0)
        let lots = problem.lots.filter { $0.window != nil }
        for set in 1..<max(1, 1 << lots.count) {
            let chosen = lots.indices.filter { set >> $0 & 1 == 1 }.map { lots[$0] }
            let value = chosen.reduce(0) { $0 + worth(of: $1) }
            guard -value <= best.lostValue, let found = cheapest(chosen) else { continue }
            best = min(best, (-value, found.cost, found.members)) { $0 < $1 }
        }
        return best
    }

    private func min(_ one: Score, _ other: Score, by less: (Score, Score) -> Bool) -> Score {
        less(other, one) ? other : one
    }

    func worth(of lot: Need) -> Int {
        if let budget = lot.budget { return Swift.max(1, budget.cents) }
        let rates = problem.members.compactMap { $0.candidate.rate?.cents }.sorted()
        let median = rates.isEmpty ? 0 : rates[(rates.count - 1) / 2]
        let halfDays = lot.skills.reduce(0) { $0 + Int((($1.days ?? 0) * 2).rounded(.up)) }
        return Swift.max(1, median * halfDays / 2)
    }

    private func cheapest(_ lots: [Need]) -> (cost: Int, members: Int)? {
        let demands = lots.indices.flatMap { lot in lots[lot].skills.map { (lot: lot, asked: $0) } }
        let people = problem.members.filter {
            $0.candidate.consentsToBids && $0.candidate.rate != nil
        }
        let room = people.map { limits(of: $0, lots) }
        var worked = people.map { _ in [Int](repeating: 0, count: lots.count) }
        var spent = [Int](repeating: 0, count: lots.count)
        var best: (cost: Int, members: Int)?

        func share(_ demand: Int, _ person: Int, _ left: Int) {
            if demand == demands.count {
                guard
                    isGroup(
                        people.indices.filter { worked[$0].contains { $0 > 0 } }.map { people[$0] })
                else { return }
                let found = (
                    spent.reduce(0, +), worked.filter { $0.contains { $0 > 0 } }.count
                )
                if best.map({ found < $0 }) ?? true { best = found }
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
                member.candidate.skills.contains(where: {
                    $0.skill == asked.skill && $0.reaches(asked.level)
                })
            else { return }
            for halfDays in 1...left {
                worked[person][lot] += halfDays
                let price = ((member.candidate.rate ?? .zero) * (Double(halfDays) / 2)).cents
                spent[lot] += price
                let isWithin =
                    room[person].allSatisfy { limit in
                        limit.lots.reduce(0) { $0 + worked[person][$1] } <= limit.halfDays
                    } && lots[lot].budget.map { spent[lot] <= $0.cents } ?? true
                if isWithin { share(demand, person + 1, left - halfDays) }
                worked[person][lot] -= halfDays
                spent[lot] -= price
            }
        }
        share(0, 0, Int(((demands.first?.asked.days ?? 0) * 2).rounded(.up)))
        return best
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
                .reduce(0) { $0 + $1.days }
                limits.append(
                    (within, Swift.max(0, Int(((free - promised) * 2 + 1e-6).rounded(.down)))))
            }
        }
        return limits
    }

    private func isGroup(_ group: [BidMember]) -> Bool {
        let tender = problem.tender
        if let most = tender.membersMax, group.count > most { return false }
        let turnover = group.reduce(0) { $0 + ($1.candidate.turnover?.cents ?? 0) }
        if let least = tender.turnoverMin, turnover < least.cents { return false }
        for certification in tender.certifications
        where !group.contains(where: { $0.candidate.certifications.contains(certification) }) {
            return false
        }
        return problem.refusals.allSatisfy { pair in
            !(group.contains { $0.candidate.member == pair.first }
                && group.contains { $0.candidate.member == pair.second })
        }
    }
}
