import Encoding
import Market
import Scoring
import TestSupport
import Testing

/// A text that comes more than once has one vector, which is let go once nobody needs it any more.
@Suite struct DistinctVectorsTests {
    @Test(arguments: 1...12, [1, 3, 7, 1_000])
    func whatIsKeptOnceIsJudgedAsIfItStoodWithEachText(seed: Int, rowsPerPart: Int) throws {
        var market = try RandomMarket(seed: UInt64(seed), needs: 8, candidates: 60)
        // Few titles, so that many come again, from near and from far.
        for index in market.snapshot.candidates.indices where index % 3 > 0 {
            market.snapshot.candidates[index].title = market.snapshot.candidates[index % 10].title
            market.snapshot.candidates[index].text = market.snapshot.candidates[index % 7].title
        }
        let texts = MarketTexts(of: market.snapshot)
        let distinct = DistinctTexts(texts.all)
        var random = SeededGenerator(seed: UInt64(seed) &+ 77)
        let rows = try RandomMarket.vectors(texts, using: &random)
            .rows(distinct.firsts.map(Int.init))
        var store = VectorStore(dimension: rows.dimension, rowsPerPart: rowsPerPart)
        store.grow(by: rows.count)
        for row in 0..<rows.count { try store.set(row, rows[row]) }
        market.vectors = try rows.rows(distinct.positions.map(Int.init))
        let once = Scorer(
            snapshot: market.snapshot,
            vectors: MarketVectors(texts: texts, vectors: store, positions: distinct.positions),
            policy: market.policy)
        #expect(distinct.count < texts.all.count)
        #expect(once.statistics == market.scorer.statistics)
        let (some, all) = (once.matches(), market.scorer.matches())
        #expect(some.perNeed == all.perNeed)
        #expect(some.tallies == all.tallies)
    }
}
