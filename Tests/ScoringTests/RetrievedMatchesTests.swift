import Market
import Scoring
import TestSupport
import Testing

/// What is retrieved is what scoring every pair finds.
@Suite struct RetrievedMatchesTests {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func nothingIsLostWhereAsManyAreRetrievedAsThereAre(seed: UInt64) throws {
        var market = try RandomMarket(
            seed: seed, needs: seed % 10 == 0 ? 300 : 12, candidates: seed % 7 == 0 ? 1_100 : 90)
        if seed % 3 == 0 { try market.silence(seed: seed) }
        if seed % 4 == 0 { market.policy = market.policy.with(retrieve: 1_200, floor: 0) }
        let scorer = market.scorer
        let found = scorer.matches()
        let all = scorer.matchesOfEveryPair()
        if market.policy.retrieve >= market.snapshot.candidates.count {
            #expect(found.tallies == all.tallies)
            #expect(found.perNeed == all.perNeed)
        } else {
            #expect(found.tallies.map(\.eligible) == all.tallies.map(\.eligible))
            #expect(found.tallies.map(\.excluded) == all.tallies.map(\.excluded))
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func theBestByVectorsAndTheBestByWordsAreRetrieved(seed: UInt64) throws {
        var market = try RandomMarket(seed: seed, needs: 8, candidates: 150)
        if seed % 3 == 0 { try market.silence(seed: seed) }
        let everybody = market.lists(retrieve: 150)
        for count in [1, 7, 40] {
            for (some, all) in zip(market.lists(retrieve: count), everybody) {
                #expect(some.byVectors == Array(all.byVectors.prefix(count)))
                #expect(some.byWords == Array(all.byWords.prefix(count)))
                #expect(some.unretrieved == all.unretrieved)
                #expect(some.excluded == all.excluded)
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func theOrderOfVectorsIsThatOfTheMeaningSignal(seed: UInt64) throws {
        var market = try RandomMarket(seed: seed, needs: 8, candidates: 150)
        if seed % 3 == 0 { try market.silence(seed: seed) }
        let scorer = market.scorer
        for scored in market.lists(retrieve: 150) {
            let candidates = scored.byVectors.map(\.candidate)
            // Where words speak too, candidates are retrieved by the cosine itself.
            let signals = scorer.explain(need: scored.need, candidates: candidates)
                .filter { !$0.signals.contains { $0.kind == .words } }
                .map { $0.signals.first { $0.kind == .meaning }?.value ?? -1 }
            for (better, worse) in zip(signals, signals.dropFirst()) {
                // Where meaning stands alone the signal is reckoned in single precision.
                #expect(better >= worse - 1e-6)
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func slicesOfCandidatesPutTogetherAreTheWhole(seed: UInt64) throws {
        var market = try RandomMarket(seed: seed, needs: 8, candidates: 150)
        if seed % 3 == 0 { try market.silence(seed: seed) }
        market.policy = market.policy.with(retrieve: 20, floor: market.policy.floor)
        let scorer = market.scorer
        let ids = { market.snapshot.candidates[$0].id }
        var random = SeededGenerator(seed: seed)
        let shuffled = Array(0..<150).shuffled(using: &random)
        let slices = [shuffled[0..<40], shuffled[40..<41], shuffled[41..<150]].map {
            scorer.score(0..<8, among: scorer.prepare(candidates: Array($0)))
        }
        let whole = scorer.score(0..<8, among: scorer.prepare(candidates: 0..<150))
        for need in 0..<8 {
            var left = slices[0][need]
            left.merge(slices[1][need], retrieve: 20, ids: ids)
            left.merge(slices[2][need], retrieve: 20, ids: ids)
            var right = slices[2][need]
            right.merge(slices[1][need], retrieve: 20, ids: ids)
            var first = slices[0][need]
            first.merge(right, retrieve: 20, ids: ids)
            #expect(left.byVectors == whole[need].byVectors)
            #expect(left.byWords == whole[need].byWords)
            #expect(first.byVectors == whole[need].byVectors)
            #expect(scorer.resolve(left).matches == scorer.resolve(whole[need]).matches)
            #expect(scorer.resolve(first).tally == scorer.resolve(whole[need]).tally)
        }
        let some = scorer.score(3..<5, among: scorer.prepare(candidates: 0..<150))
        #expect(some == Array(whole[3..<5]))
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func aPairIsExplainedWithTheScoreThatItWasJudgedBy(seed: UInt64) throws {
        let market = try RandomMarket(seed: seed, needs: 6, candidates: 60)
        let scorer = market.scorer
        for list in scorer.matches().perNeed {
            for match in list {
                let explanation = scorer.explain(need: match.need, candidate: match.candidate)
                #expect(Float(explanation.score) == match.score)
            }
        }
    }
}

extension RandomMarket {
    func lists(retrieve: Int) -> [CandidateList] {
        let scorer = Scorer(
            snapshot: snapshot, vectors: market,
            policy: policy.with(retrieve: retrieve, floor: policy.floor))
        return scorer.score(
            snapshot.needs.indices, among: scorer.prepare(candidates: snapshot.candidates.indices))
    }
}
