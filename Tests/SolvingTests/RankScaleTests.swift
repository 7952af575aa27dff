import Market
import Solving
import TestSupport
import Testing

/// Prints what ranking takes; nothing here is held to a time but the minute that ends a run gone
/// astray.
@Suite(.serialized) struct RankScaleTests {
    /// Members whom many needs want, so that caps bind, with skills that they share in groups.
    private static func crowd(needs: Int, members: Int, matches: Int, rules: RankRules) -> (
        problem: RankProblem, likeness: Likeness
    ) {
        var random = SeededGenerator(seed: 7)
        let ids = (0..<members).map { "c\($0)" }
        var problem = RankProblem(
            needIDs: (0..<needs).map { "n\($0)" }, candidateIDs: ids, members: ids, pairs: [],
            rules: rules)
        for need in 0..<needs {
            for _ in 0..<matches {
                let skewed = Double.random(in: 0..<1, using: &random)
                problem.pairs.append(
                    Pairing(
                        need: need, candidate: Int(skewed * skewed * skewed * Double(members)),
                        score: .random(in: 0.35...0.95, using: &random)))
            }
        }
        for member in ids where Int.random(in: 0..<3, using: &random) == 0 {
            problem.history.waits[member] = .init(
                since: Day(number: 0), nights: .random(in: 1...20, using: &random))
        }
        let candidates = problem.candidateIDs.map { id in
            Candidate(
                id: id,
                skills: (0..<8).map { _ in
                    HeldSkill(skill: "s\(Int.random(in: 0..<40, using: &random))")
                })
        }
        return (problem, .skills(of: candidates))
    }

    private static func solve(_ given: (problem: RankProblem, likeness: Likeness)) -> Ranking {
        let problem = given.problem
        let began = ContinuousClock.now
        let ranking = rank(
            problem.pairs, needIDs: problem.needIDs, candidateIDs: problem.candidateIDs,
            members: problem.members, rules: problem.rules, history: problem.history,
            likeness: given.likeness)
        print(
            "rank \(problem.needIDs.count) × \(problem.candidateIDs.count), "
                + "\(problem.pairs.count) pairs: \(ContinuousClock.now - began), "
                + "\(ranking.suggestions.count) suggestions, \(ranking.trade)")
        return ranking
    }

    @Test(.timeLimit(.minutes(1)), arguments: [0, 0.15])
    func `300 needs among 2,000 members are ranked in a moment`(diversity: Double) {
        let ranking = Self.solve(
            Self.crowd(
                needs: 300, members: 2_000, matches: 50,
                rules: RankRules(
                    perNeed: 10, perCandidate: 5, attention: 20, exposure: 14,
                    diversity: diversity, stability: 0.02)))
        #expect(ranking.trade.bound >= ranking.trade.objective)
        #expect(ranking.trade.objective >= 0.97 * ranking.trade.bound)
    }

    @Test(.timeLimit(.minutes(5)))
    func `5,000 needs among 100,000 members are ranked in a minute`() {
        let ranking = Self.solve(
            Self.crowd(
                needs: 5_000, members: 100_000, matches: 100,
                rules: RankRules(
                    perNeed: 5, perCandidate: 5, attention: 15, exposure: 14, diversity: 0.15,
                    stability: 0.02)))
        #expect(ranking.trade.bound >= ranking.trade.objective)
        #expect(ranking.trade.objective >= 0.97 * ranking.trade.bound)
    }
}
