import Incremental
import Market
import Scoring
import TestSupport
import Testing

/// What is kept of a candidate tells whom hard rules left out, once the candidate is gone.
@Suite struct TraitsTests {
    @Test func rulesSeeOfTraitsWhatTheySeeOfTheCandidate() throws {
        var left = [Int](repeating: 0, count: Exclusion.Rule.allCases.count)
        for seed in 0..<60 as Range<UInt64> {
            var market = try RandomMarket(seed: seed, needs: 6, candidates: 60)
            market.policy = MatchPolicy(
                weights: market.policy.weights, require: Set(Exclusion.Rule.requirable), floor: 0)
            for (need, candidate) in zip(market.snapshot.needs, market.snapshot.candidates) {
                let pair = NeedCandidate(need: need.id, candidate: candidate.id)
                market.snapshot.exclusions[pair] = [:]
            }
            let scorer = market.scorer
            let scored = scorer.score(0..<6, among: scorer.prepare(candidates: 0..<60))
            let kept = try scorer.candidates.map {
                try #require(Candidate(id: $0.id, traits: $0.traits))
            }
            let excluded = scorer.excluded(kept)
            #expect(excluded == scored.map(\.excluded), "seed \(seed)")
            for counts in excluded {
                for (rule, count) in counts.enumerated() { left[rule] += count }
            }
        }
        // All rules take part, but the one on declines: there are none.
        for (rule, count) in zip(Exclusion.Rule.allCases, left) where rule != .declined {
            #expect(count > 0, "\(rule)")
        }
    }

    @Test func nobodyIsLeftOutOfNobody() throws {
        let scorer = try RandomMarket(seed: 1, needs: 3, candidates: 10).scorer
        #expect(
            scorer.excluded([])
                == Array(repeating: Exclusion.Rule.allCases.map { _ in 0 }, count: 3))
    }

    @Test func bytesThatAreNoTraitsAreRefused() throws {
        let candidates = try RandomMarket(seed: 2, candidates: 20).snapshot.candidates
        for candidate in candidates {
            let bytes = candidate.traits
            #expect(Candidate(id: "x", traits: bytes)?.traits == bytes)
            for length in bytes.indices {
                #expect(Candidate(id: "x", traits: Array(bytes[..<length])) == nil)
            }
            #expect(Candidate(id: "x", traits: bytes + [0]) == nil)
        }
    }
}
