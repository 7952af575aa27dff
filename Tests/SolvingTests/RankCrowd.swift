import Market
import Solving
import TestSupport

/// Members whom many needs want, so that caps bind, with skills that they share in groups.
struct RankCrowd {
    let needIDs: [String]
    let memberIDs: [String]
    private(set) var pairs: [Pairing] = []
    private var history = ProposalHistory()
    private var candidates: [Candidate] = []

    init(needs: Int, members: Int, matches: Int) {
        var random = SeededGenerator(seed: 7)
        needIDs = (0..<needs).map { "n\($0)" }
        memberIDs = (0..<members).map { "c\($0)" }
        for need in 0..<needs {
            for _ in 0..<matches {
                let skewed = Double.random(in: 0..<1, using: &random)
                pairs.append(
                    Pairing(
                        need: need, candidate: Int(skewed * skewed * skewed * Double(members)),
                        score: .random(in: 0.35...0.95, using: &random)))
            }
        }
        for member in memberIDs where Int.random(in: 0..<3, using: &random) == 0 {
            history.waits[member] = .init(
                since: Day(number: 0), nights: .random(in: 1...20, using: &random))
        }
        candidates = memberIDs.map { id in
            Candidate(
                id: id,
                skills: (0..<8).map { _ in
                    HeldSkill(skill: "s\(Int.random(in: 0..<40, using: &random))")
                })
        }
    }

    func ranked(by rules: RankRules) -> Ranking {
        rank(
            pairs, needIDs: needIDs, candidateIDs: memberIDs, members: memberIDs, rules: rules,
            history: history, similarity: .skills(of: candidates))
    }
}
