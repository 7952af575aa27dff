import Solving

/// A ranking problem with its oracle.
struct RankProblem {
    var needIDs: [String]
    var candidateIDs: [String]
    var members: [String]
    var pairs: [Pairing]
    var caps: RankCaps

    var solved: Ranking {
        rank(pairs, needIDs: needIDs, candidateIDs: candidateIDs, members: members, caps: caps)
    }

    static func random(
        needs: Int, candidates: Int, pairs: Int, using random: inout some RandomNumberGenerator
    ) -> RankProblem {
        let all = (0..<needs).flatMap { need in (0..<candidates).map { (need, $0) } }
        // Few different scores, so that there are ties.
        let chosen = (pairs == 0 ? [] : all.shuffled(using: &random)).prefix(pairs).map {
            Pairing(
                need: $0.0, candidate: $0.1,
                score: Float(Int.random(in: 4...12, using: &random)) / 16)
        }
        return RankProblem(
            needIDs: (0..<needs).map { "n\($0)" }, candidateIDs: (0..<candidates).map { "c\($0)" },
            members: (0..<candidates).map {
                Bool.random(using: &random) ? "c\($0)" : "c\(max(0, $0 - 1))"
            },
            pairs: chosen,
            caps: RankCaps(
                perNeed: .random(in: 1...3, using: &random),
                perCandidate: .random(in: 1...3, using: &random)))
    }

    func shuffled(using random: inout some RandomNumberGenerator) -> RankProblem {
        let needs = needIDs.indices.shuffled(using: &random)
        let candidates = candidateIDs.indices.shuffled(using: &random)
        var needPlace = needs, candidatePlace = candidates
        for (new, old) in needs.enumerated() { needPlace[old] = new }
        for (new, old) in candidates.enumerated() { candidatePlace[old] = new }
        return RankProblem(
            needIDs: needs.map { needIDs[$0] }, candidateIDs: candidates.map { candidateIDs[$0] },
            members: candidates.map { members[$0] },
            pairs: pairs.shuffled(using: &random).map {
                Pairing(
                    need: needPlace[$0.need], candidate: candidatePlace[$0.candidate],
                    score: $0.score)
            }, caps: caps)
    }

    /// The suggestions by id, so that places do not matter.
    func named(_ ranking: Ranking) -> Set<[String]> {
        Set(
            ranking.suggestions.map {
                [needIDs[$0.need], candidateIDs[$0.candidate], "\($0.rank)"]
            })
    }

    /// The highest total, by trying every set of pairs.
    func bestTotal() -> Double {
        var best = 0.0
        var used = [Int](repeating: 0, count: needIDs.count)
        var asked: [String: Int] = [:]
        var together: Set<[String]> = []
        func extend(_ place: Int, _ total: Double) {
            best = max(best, total)
            guard place < pairs.count else { return }
            extend(place + 1, total)
            let pair = pairs[place]
            let member = members[pair.candidate]
            let key = ["\(pair.need)", member]
            guard used[pair.need] < caps.perNeed, asked[member, default: 0] < caps.perCandidate,
                !together.contains(key)
            else { return }
            used[pair.need] += 1
            asked[member, default: 0] += 1
            together.insert(key)
            extend(place + 1, total + Double(pair.score))
            used[pair.need] -= 1
            asked[member, default: 0] -= 1
            together.remove(key)
        }
        extend(0, 0)
        return best
    }
}
