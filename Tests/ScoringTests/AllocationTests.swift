import CAllocations
import Market
import Scoring
import TestSupport
import Testing

/// Judging a need asks for memory a few times, however many candidates it is scored for.
@Suite struct AllocationTests {
    @Test func nothingIsAllocatedForAPair() throws {
        for seed in [3, 11, 19] as [UInt64] {
            var market = try RandomMarket(seed: seed, needs: 1, candidates: 4_000)
            market.policy = MatchPolicy(
                weights: Dictionary(uniqueKeysWithValues: SignalKind.allCases.map { ($0, 1) }),
                require: [], floor: 0)
            let few = Self.scored(market, retrieve: 50)
            let many = Self.scored(market, retrieve: 1_500)
            #expect(many.pairs >= few.pairs + 1_000)
            // None at all would mean that another thread scored.
            #expect(few.allocations > 0)
            #expect(
                many.allocations - few.allocations < (many.pairs - few.pairs) / 20,
                "\(few) \(many)")
        }
    }

    /// One need is scored by the calling thread.
    private static func scored(
        _ market: RandomMarket, retrieve: Int
    ) -> (pairs: Int, allocations: Int) {
        var market = market
        market.policy = market.policy.with(retrieve: retrieve, floor: 0)
        let scorer = market.scorer
        let everybody = scorer.prepare(candidates: scorer.candidates.indices)
        var pairs = 0
        let allocations = counting {
            let scored = scorer.score(0..<1, among: everybody)
            pairs =
                scored[0].byVectors.count + scored[0].byWords.count + scored[0].unretrieved.count
        }
        return (pairs, allocations)
    }

    private static func counting(_ body: () -> Void) -> Int {
        let before = allocations_of_this_thread()
        body()
        return allocations_of_this_thread() - before
    }

    @Test func allocationsAreCounted() {
        let counted = Self.counting {
            for size in 1...1_000 {
                let array = [Int](repeating: size, count: size)
                #expect(array.count == size)
            }
        }
        #expect(counted >= 1_000)
    }
}
