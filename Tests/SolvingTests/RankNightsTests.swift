import Market
import Solving
import TestSupport
import Testing

/// What holds from one night to the next.
@Suite struct RankNightsTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `over 30 nights nobody waits longer than allowed unless the caps leave no place`(
        seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        var nights = RankNights(.random(needs: 6, candidates: 14, pairs: 45, using: &random))
        let rules = RankRules(
            perNeed: .random(in: 1...3, using: &random),
            perCandidate: .random(in: 1...2, using: &random),
            attention: Bool.random(using: &random) ? .random(in: 3...8, using: &random) : nil,
            exposure: .random(in: 0...3, using: &random), stability: 0.1)
        nights.problem.rules = rules
        for _ in 0..<30 {
            let before = nights.problem
            let ranking = nights.next()
            let named = Set(ranking.suggestions.map { before.members[$0.candidate] })
            let late = before.due.keys.filter { !named.contains($0) }
            #expect(ranking.trade.served == before.mostServed())
            #expect(ranking.trade.due - ranking.trade.served == late.count)
            // Whoever has no place is told of; nobody else waits too long.
            let waited = nights.problem.history.waits.filter {
                $0.value.nights > rules.exposure ?? .max
            }
            #expect(Set(waited.keys) == Set(late))
            #expect(
                ranking.trade.longestWait
                    == nights.problem.history.waits.values.map(\.nights).max() ?? 0)
            nights.churn(using: &random)
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `where places suffice for all, nobody ever waits too long`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        // Everybody matches everything; 3 places a night and 6 members: each has a turn in time.
        var problem = RankProblem.random(needs: 1, candidates: 6, pairs: 6, using: &random)
        problem.members = problem.candidateIDs
        problem.rules = RankRules(perNeed: 3, perCandidate: 1, exposure: 1, stability: 0.05)
        var nights = RankNights(problem)
        for _ in 0..<30 {
            let trade = nights.next().trade
            #expect(trade.longestWait <= 1)
            #expect(trade.due == trade.served)
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `no need is heard of by more people over its life than its budget`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var problem = RankProblem.random(needs: 4, candidates: 12, pairs: 40, using: &random)
        problem.rules = RankRules(
            perNeed: 3, perCandidate: 2, attention: 5, exposure: 0, diversity: 0.2,
            stability: 0.02)
        var nights = RankNights(problem)
        for _ in 0..<15 {
            _ = nights.next()
            #expect(nights.problem.history.notified.values.allSatisfy { $0.count <= 5 })
            nights.problem.pairs = nights.problem.pairs.map {
                Pairing(
                    need: $0.need, candidate: $0.candidate,
                    score: Float.random(in: 0.3...1, using: &random))
            }
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `a night without news changes nothing`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var problem = RankProblem.random(needs: 10, candidates: 20, pairs: 110, using: &random)
        problem.rules = RankRules(
            perNeed: 4, perCandidate: 3, attention: 9, diversity: seed % 2 == 0 ? 0 : 0.15,
            stability: 0.02)
        problem = problem.withSimilarity(diversity: problem.rules.diversity, using: &random)
        var nights = RankNights(problem)
        let first = nights.next()
        for _ in 0..<3 {
            let next = nights.next()
            #expect(next.suggestions == first.suggestions)
            #expect(next.trade.retained == next.trade.inForce)
            #expect(next.trade.departures.isEmpty)
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `a wider margin never keeps fewer pairs`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var nights = RankNights(.random(needs: 8, candidates: 14, pairs: 60, using: &random))
        nights.problem.rules = RankRules(
            perNeed: 3, perCandidate: 2, exposure: seed % 3 == 0 ? 1 : nil)
        _ = nights.next()
        nights.churn(using: &random)
        var retained = -1
        for stability in [0, 0.03, 0.0625, 0.1, 0.25, 1] {
            let trade = nights.problem.with {
                $0.rules = $0.rules.with(stability: stability)
            }.solved.trade
            #expect(trade.retained >= retained)
            retained = trade.retained
        }
    }

    @Test func `a name that stands gives way only to one better by more than the margin`() {
        func ranking(_ other: Float) -> Ranking {
            rank(
                [
                    Pairing(need: 0, candidate: 0, score: 0.5),
                    Pairing(need: 0, candidate: 1, score: other),
                ], needIDs: ["n"], candidateIDs: ["a", "b"], members: ["a", "b"],
                rules: RankRules(perNeed: 1, perCandidate: 1, stability: 0.1),
                history: ProposalHistory(inForce: [
                    NeedCandidate(need: "n", candidate: "a"),
                    NeedCandidate(need: "gone", candidate: "a"),
                ]))
        }
        #expect(ranking(0.59).suggestions.map(\.candidate) == [0])
        #expect(ranking(0.59).trade.departures == [.unmatched: 1])
        #expect(ranking(0.61).suggestions.map(\.candidate) == [1])
        #expect(ranking(0.61).trade.departures == [.unmatched: 1, .outranked: 1])
    }

    @Test func `whoever waited takes one place, and the list says so`() {
        let ranking = rank(
            [
                Pairing(need: 0, candidate: 0, score: 0.9),
                Pairing(need: 0, candidate: 1, score: 0.8),
                Pairing(need: 0, candidate: 2, score: 0.4),
                Pairing(need: 0, candidate: 3, score: 0.36),
            ], needIDs: ["n"], candidateIDs: ["a", "b", "c", "d"], members: ["a", "b", "c", "d"],
            rules: RankRules(perNeed: 2, perCandidate: 1, exposure: 3, stability: 0.05),
            history: ProposalHistory(
                inForce: [
                    NeedCandidate(need: "n", candidate: "a"),
                    NeedCandidate(need: "n", candidate: "b"),
                ],
                waits: [
                    "c": .init(since: Day(number: 0), nights: 2),
                    "d": .init(since: Day(number: 0), nights: 3),
                ]))
        #expect(ranking.suggestions.map(\.candidate) == [0, 3])
        #expect(ranking.passedOver == ["b", "c"])
        #expect(ranking.departures == [NeedCandidate(need: "n", candidate: "b"): .turn])
        #expect(ranking.trade.due == 1 && ranking.trade.served == 1)
        #expect(abs(ranking.trade.capped - ranking.trade.exposed - 0.44) < 1e-6)
    }

    @Test func `a list is not five of a kind where others are nearly as good`() {
        let candidates = (0..<10).map { number in
            Candidate(
                id: "c\(number)",
                skills: (number < 5 ? ["a", "b", "c"] : ["a\(number)", "b\(number)", "c"]).map {
                    HeldSkill(skill: $0)
                })
        }
        let ids = candidates.map(\.id)
        func alike(_ diversity: Double) -> Int {
            rank(
                ids.indices.map {
                    Pairing(need: 0, candidate: $0, score: $0 < 5 ? 0.8 : 0.75)
                }, needIDs: ["n"], candidateIDs: ids, members: ids,
                rules: RankRules(perNeed: 5, perCandidate: 1, diversity: diversity),
                similarity: .skills(of: candidates)
            ).suggestions.count { $0.candidate < 5 }
        }
        #expect(alike(0) == 5)
        #expect(alike(0.15) < 3)
    }
}
