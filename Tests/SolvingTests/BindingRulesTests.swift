import Market
import Solving
import TestSupport
import Testing

/// Why somebody who suits is left out for the good of the whole.
@Suite struct BindingRulesTests {
    /// One need, or more, for which everybody scores as given.
    private func bindingRules(
        _ scores: [[Float]], _ rules: RankRules, history: ProposalHistory = ProposalHistory(),
        alike: @escaping @Sendable (Int, Int) -> Double = { _, _ in 0 }
    ) -> BindingRules {
        let pairs = scores.enumerated().flatMap { need, row in
            row.enumerated().map { Pairing(need: need, candidate: $0, score: $1) }
        }
        let candidates = scores[0].indices.map { "c\($0)" }
        return BindingRules(
            pairs, needIDs: scores.indices.map { "n\($0)" }, candidateIDs: candidates,
            members: candidates, rules: rules, history: history,
            similarity: Similarity(between: alike))
    }

    @Test func theAttentionBudgetIsNamedWithHowManyHaveHeard() {
        let history = ProposalHistory(notified: ["n0": ["x", "y"]])
        let bindingRules = bindingRules(
            [[0.9, 0.8]], RankRules(perNeed: 3, perCandidate: 1, attention: 3), history: history)
        #expect(bindingRules.reason(need: 0, candidate: 1, score: 0.8) == .attention(notified: 3))
    }

    @Test func whoseTurnItIsIsNamed() {
        let wait = ProposalHistory.Wait(since: Day(number: 20_780), nights: 9)
        let history = ProposalHistory(waits: ["c1": wait])
        let bindingRules = bindingRules(
            [[0.9, 0.5]], RankRules(perNeed: 1, perCandidate: 1, exposure: 5), history: history)
        #expect(bindingRules.reason(need: 0, candidate: 0, score: 0.9) == .exposure(due: [1]))
    }

    @Test func whoStoodBeforeAndIsHardlyWorseIsNamed() {
        let history = ProposalHistory(inForce: [NeedCandidate(need: "n0", candidate: "c1")])
        let bindingRules = bindingRules(
            [[0.60, 0.59]], RankRules(perNeed: 1, perCandidate: 1, stability: 0.02),
            history: history)
        #expect(bindingRules.reason(need: 0, candidate: 0, score: 0.6) == .stability(retained: [1]))
    }

    @Test func theOneWhoIsMuchAlikeIsNamed() {
        let bindingRules = bindingRules(
            [[0.9, 0.8, 0.75]], RankRules(perNeed: 2, perCandidate: 1, diversity: 0.3),
            alike: { $0 + $1 == 1 ? 1 : 0 })
        #expect(bindingRules.reason(need: 0, candidate: 1, score: 0.8) == .diversity(most: 0))
    }

    @Test func noRuleIsNamedWhereNoneStandsInTheWay() {
        let bindingRules = bindingRules(
            [[0.9, 0.8]],
            RankRules(
                perNeed: 1, perCandidate: 1, attention: 9, exposure: 9, diversity: 0.1,
                stability: 0.02))
        #expect(bindingRules.reason(need: 0, candidate: 1, score: 0.8) == nil)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func whoIsNamedStandsInTheListAndTheRuleIsInForce(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var problem = RankProblem.random(needs: 4, candidates: 9, pairs: 30, using: &random)
        problem.rules = RankRules(
            perNeed: 2, perCandidate: 2, attention: 3, exposure: 2, diversity: 0.2,
            stability: 0.05)
        var nights = RankNights(problem)
        for _ in 0..<4 { _ = nights.next() }
        let today = nights.problem
        let bindingRules = BindingRules(
            today.pairs, needIDs: today.needIDs, candidateIDs: today.candidateIDs,
            members: today.members, rules: today.rules, history: today.history, similarity: nil)
        let lists = Dictionary(grouping: today.solved.suggestions, by: \.need)
            .mapValues { Set($0.map(\.candidate)) }
        for pair in today.pairs where lists[pair.need]?.contains(pair.candidate) != true {
            let list = lists[pair.need] ?? []
            switch bindingRules.reason(
                need: pair.need, candidate: pair.candidate, score: pair.score)
            {
            case .attention(let notified): #expect(notified >= 3)
            case .exposure(let due): #expect(list.isSuperset(of: due))
            case .stability(let retained):
                #expect(!retained.isEmpty && list.isSuperset(of: retained))
            case .diversity: Issue.record("nobody is alike here")
            case nil: break
            }
        }
    }
}
