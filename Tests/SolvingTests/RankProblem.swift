import Market
import Solving
import TestSupport

/// A ranking problem, as tests draw and turn it.
struct RankProblem {
    var needIDs: [String]
    var candidateIDs: [String]
    var members: [String]
    var pairs: [Pairing]
    var rules: RankRules
    var history = ProposalHistory()
    /// How alike two candidates are, by their ids; those not named are not.
    var alike: [Set<String>: Double] = [:]

    var similarity: Similarity {
        Similarity { [candidateIDs, alike] one, other in
            alike[[candidateIDs[one], candidateIDs[other]]] ?? 0
        }
    }

    var solved: Ranking {
        rank(
            pairs, needIDs: needIDs, candidateIDs: candidateIDs, members: members, rules: rules,
            history: history, similarity: similarity)
    }

    func with(_ change: (inout RankProblem) -> Void) -> RankProblem {
        var problem = self
        change(&problem)
        return problem
    }

    /// The pairs of a ranking by id.
    func pairs(of ranking: Ranking) -> Set<NeedCandidate> {
        Set(
            ranking.suggestions.map {
                NeedCandidate(need: needIDs[$0.need], candidate: candidateIDs[$0.candidate])
            })
    }

    /// The suggestions by id, so that places do not matter.
    func named(_ ranking: Ranking) -> Set<[String]> {
        Set(
            ranking.suggestions.map {
                [needIDs[$0.need], candidateIDs[$0.candidate], "\($0.rank)"]
            })
    }

    /// Members who must not wait another night, as far as the caps allow, with their nights.
    var due: [String: Int] {
        guard let exposure = rules.exposure else { return [:] }
        let matched = Set(pairs.filter { $0.score > 0 }.map { members[$0.candidate] })
        return Dictionary(
            uniqueKeysWithValues: matched.map { ($0, history.waits[$0]?.nights ?? 0) }
                .filter { $0.1 >= exposure })
    }
}

extension RankProblem {
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
            rules: RankRules(
                perNeed: .random(in: 1...3, using: &random),
                perCandidate: .random(in: 1...3, using: &random)))
    }

    /// The same with a budget, floors and a margin, and nights behind it.
    func withPast(using random: inout some RandomNumberGenerator) -> RankProblem {
        with { problem in
            problem.rules = RankRules(
                perNeed: rules.perNeed, perCandidate: rules.perCandidate,
                attention: Bool.random(using: &random) ? .random(in: 0...4, using: &random) : nil,
                exposure: Bool.random(using: &random) ? .random(in: 0...2, using: &random) : nil,
                stability: [0, 0.125, 0.25].randomElement(using: &random) ?? 0)
            for need in needIDs {
                for candidate in candidateIDs.indices
                where Int.random(in: 0..<3, using: &random) == 0 {
                    problem.history.notified[need, default: []].insert(members[candidate])
                    if Bool.random(using: &random) {
                        problem.history.inForce.insert(
                            NeedCandidate(need: need, candidate: candidateIDs[candidate]))
                    }
                }
            }
            for member in Set(members).sorted() where Bool.random(using: &random) {
                problem.history.waits[member] = .init(
                    since: Day(number: 0), nights: .random(in: 1...4, using: &random))
            }
        }
    }

    /// The same with candidates who are more or less alike.
    func withSimilarity(
        diversity: Double, using random: inout some RandomNumberGenerator
    ) -> RankProblem {
        with { problem in
            problem.rules = rules.with(diversity: diversity)
            for one in candidateIDs.indices {
                for other in candidateIDs.indices where other > one {
                    problem.alike[[candidateIDs[one], candidateIDs[other]]] =
                        Double(Int.random(in: 0...4, using: &random)) / 4
                }
            }
        }
    }

    func shuffled(using random: inout some RandomNumberGenerator) -> RankProblem {
        let needs = needIDs.indices.shuffled(using: &random)
        let candidates = candidateIDs.indices.shuffled(using: &random)
        var needPlace = needs, candidatePlace = candidates
        for (new, old) in needs.enumerated() { needPlace[old] = new }
        for (new, old) in candidates.enumerated() { candidatePlace[old] = new }
        return with { problem in
            problem.needIDs = needs.map { needIDs[$0] }
            problem.candidateIDs = candidates.map { candidateIDs[$0] }
            problem.members = candidates.map { members[$0] }
            problem.pairs = pairs.shuffled(using: &random).map {
                Pairing(
                    need: needPlace[$0.need], candidate: candidatePlace[$0.candidate],
                    score: $0.score)
            }
        }
    }
}

extension RankProblem {
    /// A small problem with similarity that differs with its seed.
    static func varied(seed: UInt64) -> RankProblem {
        var random = SeededGenerator(seed: seed)
        return RankProblem.random(
            needs: .random(in: 1...3, using: &random),
            candidates: .random(in: 2...6, using: &random),
            pairs: .random(in: 0...13, using: &random), using: &random
        ).withPast(using: &random).withSimilarity(
            diversity: [0.125, 0.5, 1].randomElement(using: &random) ?? 1, using: &random)
    }
}

extension RankRules {
    func with(diversity: Double? = nil, stability: Double? = nil) -> RankRules {
        RankRules(
            perNeed: perNeed, perCandidate: perCandidate, attention: attention, exposure: exposure,
            diversity: diversity ?? self.diversity, stability: stability ?? self.stability)
    }
}
