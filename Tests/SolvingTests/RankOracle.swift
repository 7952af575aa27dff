import Market
import Solving

extension RankProblem {
    /// The best choice there is, found by trying every set of pairs.
    struct Best {
        /// Nights of the due members who are served, most first.
        var served: [Int] = []
        var objective = 0.0
    }

    /// Whether a choice serves more of the due members, or as many who waited longer.
    static func serves(_ one: [Int], more other: [Int]) -> Bool {
        one.count != other.count
            ? one.count > other.count : other.lexicographicallyPrecedes(one)
    }

    /// The choice that serves most due members, then has the highest objective.
    func best() -> Best {
        var best = Best()
        let due = self.due
        forEachChoice { chosen in
            let named = Set(chosen.map { members[$0.candidate] })
            let served = due.filter { named.contains($0.key) }.values.sorted(by: >)
            if Self.serves(best.served, more: served) { return }
            let objective = objective(of: chosen)
            if Self.serves(served, more: best.served) || objective > best.objective {
                best = Best(served: served, objective: objective)
            }
        }
        return best
    }

    /// Scores, more for what stands, less for what is alike in a list.
    func objective(of chosen: [Pairing]) -> Double {
        var sum = 0.0
        for pair in chosen {
            let stands = history.inForce.contains(
                NeedCandidate(need: needIDs[pair.need], candidate: candidateIDs[pair.candidate]))
            sum += Double(pair.score) + (stands ? rules.stability : 0)
        }
        guard rules.diversity > 0, rules.perNeed > 1 else { return sum }
        for (index, one) in chosen.enumerated() {
            for other in chosen[(index + 1)...] where other.need == one.need {
                let alike =
                    alike[[candidateIDs[one.candidate], candidateIDs[other.candidate]]] ?? 0
                sum -= rules.diversity * alike / Double(rules.perNeed - 1)
            }
        }
        return sum
    }

    /// For each need and member the pair that is worth most, then that of the lower id.
    var bestOfMembers: [Pairing] {
        func worth(_ pair: Pairing) -> Double { objective(of: [pair]) }
        return pairs.filter { pair in
            !pairs.contains { other in
                other.need == pair.need && other.candidate != pair.candidate
                    && members[other.candidate] == members[pair.candidate]
                    && (worth(other), candidateIDs[pair.candidate])
                        > (worth(pair), candidateIDs[other.candidate])
            }
        }
    }

    /// Calls `body` with every set of pairs that caps and budget allow.
    func forEachChoice(_ body: ([Pairing]) -> Void) {
        let pairs = bestOfMembers
        var chosen: [Pairing] = []
        var asked: [String: Int] = [:]
        func extend(_ index: Int) {
            guard index < pairs.count else { return body(chosen) }
            extend(index + 1)
            let pair = pairs[index]
            let member = members[pair.candidate]
            let list = chosen.filter { $0.need == pair.need }.map { members[$0.candidate] }
            guard list.count < rules.perNeed, asked[member, default: 0] < rules.perCandidate,
                !list.contains(member)
            else { return }
            if let attention = rules.attention {
                let notified = history.notified[needIDs[pair.need]] ?? []
                let new = (list + [member]).count { !notified.contains($0) }
                let isNew = !notified.contains(member)
                guard !isNew || notified.count + new <= attention else { return }
            }
            chosen.append(pair)
            asked[member, default: 0] += 1
            extend(index + 1)
            chosen.removeLast()
            asked[member, default: 0] -= 1
        }
        extend(0)
    }
}
