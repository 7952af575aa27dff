import Encoding
import Foundation
import Market
import Scoring
import TestSupport
import Testing

struct StatisticsTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func underTheSameStatisticsAPairIsJudgedTheSameWhoeverElseIsThere(seed: UInt64) throws {
        let market = try RandomMarket(seed: seed)
        let whole = market.scorer
        var random = SeededGenerator(seed: seed)
        let needs = market.snapshot.needs.indices.filter { _ in random.chance(0.4) }
        let candidates = market.snapshot.candidates.indices.filter { _ in random.chance(0.3) }
        let part = try market.part(needs: needs, candidates: candidates)
        let scorer = Scorer(
            snapshot: part.snapshot, vectors: part.market, policy: market.policy,
            statistics: whole.statistics)
        for (need, wholeNeed) in needs.enumerated() {
            let all = whole.explain(need: wholeNeed, candidates: candidates)
            let some = scorer.explain(need: need, candidates: Array(candidates.indices))
            for (one, other) in zip(all, some) {
                // The score follows the need's best candidate, in a market as small as this.
                #expect(one.fused == other.fused)
                #expect(one.signals.map(\.value) == other.signals.map(\.value))
                #expect(one.basis == other.basis)
            }
        }
    }

    @Test func aPairIsJudgedOtherwiseWhereTheStatisticsAreItsOwn() throws {
        let market = try RandomMarket(seed: 1, needs: 6, candidates: 40)
        let part = try market.part(needs: [0, 1], candidates: Array(0..<20))
        let scorer = Scorer(
            snapshot: part.snapshot, vectors: part.market, policy: market.policy)
        let scores = { (scorer: Scorer) in
            (0..<20).map { scorer.explain(need: 0, candidate: $0).score }
        }
        #expect(scores(market.scorer) != scores(scorer))
    }

    @Test(arguments: 0..<5 as Range<UInt64>)
    func statisticsAreReadAsTheyWereWritten(seed: UInt64) throws {
        let statistics = try RandomMarket(seed: seed).scorer.statistics
        let kept = try statistics.encoded()
        #expect(try MarketStatistics(encoded: kept) == statistics)
        #expect(try MarketStatistics(encoded: kept).encoded() == kept)
    }

    @Test func statisticsWithoutVectorsAreReadAsTheyWereWritten() throws {
        let market = try RandomMarket(seed: 3)
        let statistics = Scorer(
            snapshot: market.snapshot, vectors: nil, policy: market.policy
        ).statistics
        #expect(try MarketStatistics(encoded: statistics.encoded()) == statistics)
    }

    @Test func bytesThatAreNoStatisticsAreRefused() throws {
        let kept = try RandomMarket(seed: 1).scorer.statistics.encoded()
        #expect(throws: DecodingError.self) {
            try MarketStatistics(encoded: kept.prefix(kept.count / 2))
        }
        let short = String(decoding: kept, as: UTF8.self)
            .replacing("\"dimension\":24", with: "\"dimension\":23")
        #expect(throws: DecodingError.self) {
            try MarketStatistics(encoded: Data(short.utf8))
        }
    }
}

extension RandomMarket {
    /// The market of some of its needs and candidates, with the same vectors.
    func part(needs: [Int], candidates: [Int]) throws -> RandomMarket {
        var part = self
        part.snapshot.needs = needs.map { snapshot.needs[$0] }
        part.snapshot.candidates = candidates.map { snapshot.candidates[$0] }
        let texts = MarketTexts(of: snapshot)
        let positions = Dictionary(
            uniqueKeysWithValues: texts.skills.enumerated().map { ($1.id, $0) })
        let (needCount, candidateCount) = (snapshot.needs.count, snapshot.candidates.count)
        let skills = MarketTexts(of: part.snapshot).skills.compactMap { positions[$0.id] }
        let rows =
            needs + needs.map { needCount + $0 } + candidates.map { 2 * needCount + $0 }
            + candidates.map { 2 * needCount + candidateCount + $0 }
            + skills.map { 2 * (needCount + candidateCount) + $0 }
        let references = texts.all.count - 2 * (needCount + candidateCount) - texts.skills.count
        part.vectors = try vectors.rows(Array(0..<references) + rows.map { references + $0 })
        return part
    }
}
