import Solving
import TestSupport
import Testing

@Suite struct RankTests {
    @Test(arguments: 0..<400 as Range<UInt64>)
    func `no other choice within the caps has a higher total`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let problem = RankProblem.random(
            needs: .random(in: 1...4, using: &random),
            candidates: .random(in: 1...5, using: &random),
            pairs: .random(in: 0...12, using: &random), using: &random)
        #expect(abs(problem.solved.total - problem.bestTotal()) < 1e-9)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `caps hold, lists run best first and add up`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let problem = RankProblem.random(needs: 12, candidates: 20, pairs: 120, using: &random)
        let ranking = problem.solved
        let byNeed = Dictionary(grouping: ranking.suggestions, by: \.need)
        for (_, list) in byNeed {
            #expect(list.count <= problem.caps.perNeed)
            #expect(list.map(\.rank) == Array(1...list.count))
            #expect(zip(list, list.dropFirst()).allSatisfy { $0.score >= $1.score })
            #expect(Set(list.map { problem.members[$0.candidate] }).count == list.count)
        }
        let byMember = Dictionary(grouping: ranking.suggestions) { problem.members[$0.candidate] }
        #expect(byMember.values.allSatisfy { $0.count <= problem.caps.perCandidate })
        #expect(ranking.suggestions.map(\.need) == ranking.suggestions.map(\.need).sorted())
        let sum = ranking.suggestions.reduce(0.0) { $0 + Double($1.score) }
        #expect(abs(sum - ranking.total) < 1e-9)
        #expect(ranking.total <= ranking.upperBound + 1e-9)
        let given = Set(problem.pairs)
        #expect(
            ranking.suggestions.allSatisfy {
                given.contains(Pairing(need: $0.need, candidate: $0.candidate, score: $0.score))
            })
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `the order of needs, candidates and pairs changes nothing`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let problem = RankProblem.random(needs: 8, candidates: 10, pairs: 50, using: &random)
        let shuffled = problem.shuffled(using: &random)
        #expect(problem.named(problem.solved) == shuffled.named(shuffled.solved))
    }

    @Test func `a tie goes to the lower need, then to the lower candidate`() {
        let ranking = rank(
            [
                Pairing(need: 0, candidate: 0, score: 0.5),
                Pairing(need: 0, candidate: 1, score: 0.5),
                Pairing(need: 1, candidate: 0, score: 0.5),
                Pairing(need: 1, candidate: 1, score: 0.5),
            ], needIDs: ["n2", "n1"], candidateIDs: ["c2", "c1"], members: ["c2", "c1"],
            caps: RankCaps(perNeed: 1, perCandidate: 1))
        #expect(ranking.suggestions.first { $0.need == 1 }?.candidate == 1)
        #expect(ranking.suggestions.first { $0.need == 0 }?.candidate == 0)
    }

    @Test func `a member with two offers is suggested once a need, with the better one`() {
        let ranking = rank(
            [
                Pairing(need: 0, candidate: 0, score: 0.4),
                Pairing(need: 0, candidate: 1, score: 0.6),
            ], needIDs: ["n"], candidateIDs: ["o1", "o2"], members: ["m", "m"],
            caps: RankCaps(perNeed: 5, perCandidate: 5))
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
            caps: RankCaps(perNeed: 1, perCandidate: 1))
        #expect(ranking.suggestions.map(\.candidate) == [1, 0])
        #expect(abs(ranking.upperBound - 1.6) < 1e-6)
    }

    @Test func `nothing comes of no pairs, no room or scores that are not above 0`() {
        let caps = RankCaps(perNeed: 3, perCandidate: 3)
        let nothing = rank([], needIDs: [], candidateIDs: [], members: [], caps: caps)
        #expect(nothing == Ranking(suggestions: [], total: 0, upperBound: 0))
        for score in [0, -0.5, Float.nan, .infinity] {
            let ranking = rank(
                [Pairing(need: 0, candidate: 0, score: score)], needIDs: ["n"],
                candidateIDs: ["c"], members: ["c"], caps: caps)
            #expect(ranking.suggestions.isEmpty)
        }
        let noRoom = rank(
            [Pairing(need: 0, candidate: 0, score: 1)], needIDs: ["n"], candidateIDs: ["c"],
            members: ["c"], caps: RankCaps(perNeed: 0, perCandidate: 1))
        #expect(noRoom.suggestions.isEmpty)
    }

    @Test(.timeLimit(.minutes(1)))
    func `300 needs among 2,000 members are ranked exactly in a moment`() {
        var random = SeededGenerator(seed: 7)
        // A few members whom everybody wants, so that caps bind.
        var problem = RankProblem.random(needs: 300, candidates: 2_000, pairs: 0, using: &random)
        for need in 0..<300 {
            for _ in 0..<50 {
                let skewed = Double.random(in: 0..<1, using: &random)
                let candidate = Int(skewed * skewed * skewed * 2_000)
                problem.pairs.append(
                    Pairing(
                        need: need, candidate: candidate,
                        score: .random(in: 0.35...0.95, using: &random)))
            }
        }
        problem.caps = RankCaps(perNeed: 10, perCandidate: 5)
        let began = ContinuousClock.now
        let ranking = problem.solved
        print(
            "rank 300 × 2,000:", ContinuousClock.now - began, ranking.suggestions.count,
            ranking.total, ranking.upperBound)
        #expect(!ranking.suggestions.isEmpty)
    }
}
