import Market
import Solving

/// Nights in a row of one network, with what each leaves to the next.
struct RankNights {
    var problem: RankProblem
    private(set) var day = Day(number: 20_780)

    init(_ problem: RankProblem) { self.problem = problem }

    /// A night, and what it leaves: as the ledger would record it.
    mutating func next() -> Ranking {
        let ranking = problem.solved
        for suggestion in ranking.suggestions {
            problem.history.notified[problem.needIDs[suggestion.need], default: []].insert(
                problem.members[suggestion.candidate])
        }
        problem.history.inForce = problem.pairs(of: ranking)
        problem.history.waits = Dictionary(
            uniqueKeysWithValues: ranking.passedOver.map { member in
                let before = problem.history.waits[member]
                return (
                    member,
                    .init(since: before?.since ?? day, nights: (before?.nights ?? 0) + 1)
                )
            })
        day = day.advanced(by: 1)
        return ranking
    }

    /// Needs close and open, members come and go, scores move.
    mutating func churn(using random: inout some RandomNumberGenerator) {
        let need = Int.random(in: problem.needIDs.indices, using: &random)
        problem.needIDs[need] += "'"
        problem.pairs = problem.pairs.map { pair in
            let moves = pair.need == need || Int.random(in: 0..<20, using: &random) == 0
            return Pairing(
                need: pair.need, candidate: pair.candidate,
                score: moves
                    ? Float(Int.random(in: 4...12, using: &random)) / 16 : pair.score)
        }
    }
}

extension RankProblem {
    /// How many of the due members could have a place at once: Kuhn's matching (1955) of each with
    /// one place of a need.
    func mostServed() -> Int {
        let due = self.due.keys.sorted()
        let rank = Dictionary(uniqueKeysWithValues: due.enumerated().map { ($1, $0) })
        var wishes = [[Int]](repeating: [], count: due.count)
        for pair in pairs {
            if let member = rank[members[pair.candidate]] { wishes[member].append(pair.need) }
        }
        var guests = [[Int]](repeating: [], count: needIDs.count)
        func isNew(_ member: Int, _ need: Int) -> Bool {
            rules.attention != nil
                && history.notified[needIDs[need]]?.contains(due[member]) != true
        }
        func room(_ need: Int) -> Int {
            guard let attention = rules.attention else { return .max }
            return max(0, attention - (history.notified[needIDs[need]]?.count ?? 0))
        }
        // Places and budget of a need are two limits, one within the other: whoever is new needs
        // both.
        func seat(_ member: Int, _ seen: inout Set<[Int]>) -> Bool {
            for need in Set(wishes[member]).sorted() {
                let new = isNew(member, need)
                guard seen.insert([need, new ? 1 : 0]).inserted else { continue }
                let news = guests[need].count { isNew($0, need) }
                let hasBudget = !new || news < room(need)
                if guests[need].count < rules.perNeed, hasBudget {
                    guests[need].append(member)
                    return true
                }
                for guest in guests[need] where hasBudget || isNew(guest, need) {
                    guard seat(guest, &seen) else { continue }
                    guests[need].removeAll { $0 == guest }
                    guests[need].append(member)
                    return true
                }
            }
            return false
        }
        return due.indices.count { member in
            var seen: Set<[Int]> = []
            return seat(member, &seen)
        }
    }
}
