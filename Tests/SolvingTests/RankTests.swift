import Market
import Solving
import TestSupport
import Testing

@Suite struct RankTests {
    @Test(arguments: 0..<400 as Range<UInt64>)
    func `no other choice within the rules serves more who wait, or has a higher total`(
        seed: UInt64
    ) {
        var random = SeededGenerator(seed: seed)
        let problem = RankProblem.random(
            needs: .random(in: 1...4, using: &random),
            candidates: .random(in: 1...5, using: &random),
            pairs: .random(in: 0...12, using: &random), using: &random
        ).withPast(using: &random)
        let ranking = problem.solved
        let best = problem.best()
        let named = Set(ranking.suggestions.map { problem.members[$0.candidate] })
        let served = problem.due.filter { named.contains($0.key) }.values.sorted(by: >)
        #expect(served == best.served)
        #expect(abs(ranking.trade.objective - best.objective) < 1e-8)
        #expect(ranking.trade.bound == ranking.trade.objective)
        #expect(ranking.trade.due == problem.due.count)
        #expect(ranking.trade.served == served.count)
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `with similarity the bound holds and the choice is no worse than without`(seed: UInt64) {
        let problem = RankProblem.varied(seed: seed)
        let trade = problem.solved.trade
        let best = problem.best()
        #expect(trade.bound >= best.objective - 1e-8)
        #expect(trade.objective <= best.objective + 1e-8)
        #expect(trade.served == best.served.count)
        // Where nothing stands that would stay.
        let fresh = problem.with { $0.history.inForce = [] }
        let plain = fresh.with { $0.rules = problem.rules.with(diversity: 0) }.solved
        let start = fresh.objective(
            of: plain.suggestions.map {
                Pairing(need: $0.need, candidate: $0.candidate, score: $0.score)
            })
        #expect(fresh.solved.trade.objective >= start - 1e-8)
        #expect(fresh.solved.trade.bound <= plain.trade.objective + 1e-8)
    }

    @Test func `varied lists are the best there are in all but a few problems`() {
        var (found, reached, possible, proven) = (0, 0.0, 0.0, 0.0)
        for seed in 0..<300 as Range<UInt64> {
            let problem = RankProblem.varied(seed: seed)
            let trade = problem.solved.trade
            let best = problem.best().objective
            if trade.objective > best - 1e-8 { found += 1 }
            reached += trade.objective
            possible += best
            proven += trade.bound
        }
        print("varied lists:", found, "of 300 optimal;", reached / possible, proven / possible)
        #expect(found >= 285)
        #expect(reached >= 0.995 * possible)
        #expect(proven <= 1.05 * possible)
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `caps hold, lists run best first and add up`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var problem = RankProblem.random(needs: 12, candidates: 20, pairs: 120, using: &random)
            .withPast(using: &random)
        if seed % 2 == 1 { problem = problem.withSimilarity(diversity: 0.25, using: &random) }
        let ranking = problem.solved
        let byNeed = Dictionary(grouping: ranking.suggestions, by: \.need)
        for (need, list) in byNeed {
            #expect(list.count <= problem.rules.perNeed)
            #expect(list.map(\.rank) == Array(1...list.count))
            #expect(zip(list, list.dropFirst()).allSatisfy { $0.score >= $1.score })
            let named = Set(list.map { problem.members[$0.candidate] })
            #expect(named.count == list.count)
            let notified = problem.history.notified[problem.needIDs[need]] ?? []
            if let attention = problem.rules.attention, !named.isSubset(of: notified) {
                #expect(notified.union(named).count <= attention)
            }
        }
        let byMember = Dictionary(grouping: ranking.suggestions) { problem.members[$0.candidate] }
        #expect(byMember.values.allSatisfy { $0.count <= problem.rules.perCandidate })
        #expect(ranking.suggestions.map(\.need) == ranking.suggestions.map(\.need).sorted())
        let sum = ranking.suggestions.reduce(0.0) { $0 + Double($1.score) }
        let trade = ranking.trade
        #expect(abs(sum - trade.total) < 1e-8)
        #expect(trade.unconstrained >= trade.capped && trade.capped >= trade.exposed)
        #expect(trade.exposed >= trade.total && trade.bound >= trade.objective)
        #expect(trade.retained + trade.departures.values.reduce(0, +) == trade.inForce)
        let stood = problem.history.inForce
        #expect(stood.subtracting(problem.pairs(of: ranking)) == Set(ranking.departures.keys))
        let given = Set(problem.pairs)
        #expect(
            ranking.suggestions.allSatisfy {
                given.contains(Pairing(need: $0.need, candidate: $0.candidate, score: $0.score))
            })
        let matched = Set(problem.pairs.map { problem.members[$0.candidate] })
        #expect(ranking.passedOver == matched.subtracting(byMember.keys).sorted())
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `the order of needs, candidates and pairs changes nothing`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var problem = RankProblem.random(needs: 8, candidates: 10, pairs: 50, using: &random)
            .withPast(using: &random)
        if seed % 2 == 1 { problem = problem.withSimilarity(diversity: 0.5, using: &random) }
        let shuffled = problem.shuffled(using: &random)
        #expect(problem.named(problem.solved) == shuffled.named(shuffled.solved))
        #expect(problem.solved.trade == shuffled.solved.trade)
        #expect(problem.solved.passedOver == shuffled.solved.passedOver)
    }

    @Test func `a tie goes to the lower need, then to the lower candidate`() {
        let ranking = rank(
            [
                Pairing(need: 0, candidate: 0, score: 0.5),
                Pairing(need: 0, candidate: 1, score: 0.5),
                Pairing(need: 1, candidate: 0, score: 0.5),
                Pairing(need: 1, candidate: 1, score: 0.5),
            ], needIDs: ["n2", "n1"], candidateIDs: ["c2", "c1"], members: ["c2", "c1"],
            rules: RankRules(perNeed: 1, perCandidate: 1))
        #expect(ranking.suggestions.first { $0.need == 1 }?.candidate == 1)
        #expect(ranking.suggestions.first { $0.need == 0 }?.candidate == 0)
    }

    @Test func `a member with two offers is suggested once a need, with the better one`() {
        let ranking = rank(
            [
                Pairing(need: 0, candidate: 0, score: 0.4),
                Pairing(need: 0, candidate: 1, score: 0.6),
            ], needIDs: ["n"], candidateIDs: ["o1", "o2"], members: ["m", "m"],
            rules: RankRules(perNeed: 5, perCandidate: 5))
        #expect(ranking.suggestions == [Ranked(need: 0, candidate: 1, score: 0.6, rank: 1)])
    }

    @Test func `giving way to a need with no other choice raises the total`() {
        // The best pair first would leave the second need with nobody.
        let ranking = rank(
            [
                Pairing(need: 0, candidate: 0, score: 0.9),
                Pairing(need: 0, candidate: 1, score: 0.8),
                Pairing(need: 1, candidate: 0, score: 0.7),
            ], needIDs: ["a", "b"], candidateIDs: ["x", "y"], members: ["x", "y"],
            rules: RankRules(perNeed: 1, perCandidate: 1))
        #expect(ranking.suggestions.map(\.candidate) == [1, 0])
        #expect(abs(ranking.trade.unconstrained - 1.6) < 1e-6)
    }

    @Test func `nothing comes of no pairs, no room or scores that are not above 0`() {
        let rules = RankRules(
            perNeed: 3, perCandidate: 3, attention: 0, exposure: 0, diversity: 1, stability: 1)
        let nothing = rank([], needIDs: [], candidateIDs: [], members: [], rules: rules)
        #expect(nothing == Ranking(suggestions: [], trade: RankTradeOff(), passedOver: []))
        for score in [0, -0.5, Float.nan, .infinity] {
            let ranking = rank(
                [Pairing(need: 0, candidate: 0, score: score)], needIDs: ["n"],
                candidateIDs: ["c"], members: ["c"], rules: rules)
            #expect(ranking.suggestions.isEmpty)
        }
        for rules in [
            RankRules(perNeed: 0, perCandidate: 1), RankRules(perNeed: 1, perCandidate: -1),
            RankRules(perNeed: 1, perCandidate: 1, attention: 0),
        ] {
            let noRoom = rank(
                [Pairing(need: 0, candidate: 0, score: 1)], needIDs: ["n"], candidateIDs: ["c"],
                members: ["c"], rules: rules)
            #expect(noRoom.suggestions.isEmpty)
            #expect(noRoom.passedOver == ["c"])
        }
    }
}
