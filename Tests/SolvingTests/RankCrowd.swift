import Market
import Solving
import TestSupport

/// Members whom many needs want, so that caps bind, with skills that they share in groups.
struct RankCrowd {
    let matches: Matches
    private let history: ProposalHistory

    init(needs: Int, members: Int, matches perNeed: Int) {
        var random = SeededGenerator(seed: 7)
        let found = (0..<needs).map { need in
            (0..<perNeed).map { _ in
                let skewed = Double.random(in: 0..<1, using: &random)
                let candidate = Int(skewed * skewed * skewed * Double(members))
                let score = Float.random(in: 0.35...0.95, using: &random)
                return Match(
                    need: need, candidate: candidate, score: score, fused: Double(score))
            }
        }
        var history = ProposalHistory()
        for member in 0..<members where Int.random(in: 0..<3, using: &random) == 0 {
            history.waits["c\(member)"] = .init(
                since: Day(number: 0), nights: .random(in: 1...20, using: &random))
        }
        let candidates = (0..<members).map { member in
            Candidate(
                id: "c\(member)",
                skills: (0..<8).map { _ in
                    HeldSkill(skill: "s\(Int.random(in: 0..<40, using: &random))")
                })
        }
        self.history = history
        matches = Matches(
            needs: (0..<needs).map { Need(id: "n\($0)", title: "") }, candidates: candidates,
            perNeed: found,
            tallies: [NeedTally](
                repeating: NeedTally(considered: members, eligible: members), count: needs))
    }

    func ranked(by rules: RankRules) -> Ranking {
        rank(matches, rules: rules, history: history, similarity: .skills(in: matches))
    }
}
