import Incremental
import Market
import Scoring
import TestSupport
import Testing

/// What is kept of a need, with what comes night after night, is what scoring everybody finds.
@Suite struct CandidateListTests {
    private static let retrieve = 20
    private static let wanted = 12

    @Test func nightAfterNightTheListsAreThoseOfEverybody() throws {
        var (renewed, anew) = (0, 0)
        for seed in 0..<30 as Range<UInt64> {
            var market = try RandomMarket(seed: seed, needs: 8, candidates: 200)
            if seed % 3 == 0 { try market.silence(seed: seed) }
            market.policy = market.policy.with(retrieve: Self.retrieve, floor: market.policy.floor)
            let scorer = market.scorer
            let ids = { market.snapshot.candidates[$0].id }
            var random = SeededGenerator(seed: seed)
            let order = Array(0..<200).shuffled(using: &random)
            var here = Set(order[..<140])
            var next = 140
            var kept = scorer.score(0..<8, among: scorer.prepare(candidates: here.sorted())).map {
                (found: $0.encoded(floor: scorer.retainedFloor) { $0 }, added: [UInt8]())
            }
            for _ in 0..<5 {
                for gone in here.sorted().shuffled(using: &random).prefix(24) { here.remove(gone) }
                let came = Array(order[next..<next + 12]).sorted()
                next += 12
                here.formUnion(came)
                let stood = try kept.enumerated().map { need, kept in
                    try #require(
                        CandidateList(
                            encoded: kept.found, added: kept.added,
                            score: { scorer.score(fused: $0, need: need) }, need: need,
                            ids: ids,
                            index: { here.contains($0) ? $0 : nil }))
                }
                var prepared = scorer.prepare(candidates: came)
                let fresh = scorer.score(0..<8, among: &prepared, above: stood.map(\.cutoffs))
                let whole = scorer.score(0..<8, among: scorer.prepare(candidates: here.sorted()))
                for need in 0..<8 {
                    let now = stood[need].renewed(
                        by: fresh[need], wanted: Self.wanted, considered: here.count,
                        excluded: whole[need].excluded, ids: ids)
                    guard let now else {
                        anew += 1
                        kept[need] = (whole[need].encoded(floor: scorer.retainedFloor) { $0 }, [])
                        continue
                    }
                    renewed += 1
                    #expect(Self.found(now.byVectors) == Self.found(whole[need].byVectors))
                    #expect(Self.found(now.byWords) == Self.found(whole[need].byWords))
                    #expect(Self.scores(now.unretrieved) == Self.scores(whole[need].unretrieved))
                    let (one, other) = (
                        scorer.resolve(now.truncated(to: Self.wanted)),
                        scorer.resolve(whole[need].truncated(to: Self.wanted))
                    )
                    #expect(one.matches == other.matches)
                    #expect(one.tally == other.tally)
                    if !fresh[need].isEmpty {
                        kept[need].added += fresh[need].encoded(floor: scorer.retainedFloor) { $0 }
                    }
                }
            }
        }
        // Both ways are taken often.
        #expect(renewed > 600)
        #expect(anew > 50)
    }

    /// Who stands first in a list, and what each was found by: scores of those who are no match
    /// are not kept.
    private static func found(_ list: [ScoredCandidate]) -> [[Double]] {
        list.prefix(wanted).map { [Double($0.candidate), $0.rank] }
    }

    /// Scores are kept as a match has them.
    private static func scores(_ list: [ScoredCandidate]) -> [Int: Float] {
        Dictionary(uniqueKeysWithValues: list.map { ($0.candidate, Float($0.score)) })
    }

    @Test func bytesThatAreNoListsAreRefused() throws {
        let market = try RandomMarket(seed: 1, needs: 1, candidates: 20)
        let scorer = market.scorer
        let scored = scorer.score(0..<1, among: scorer.prepare(candidates: 0..<20))[0]
        let bytes = scored.encoded(floor: 0) { $0 }
        func read(_ found: [UInt8], _ added: [UInt8] = []) -> CandidateList? {
            CandidateList(
                encoded: found, added: added,
                score: { scorer.score(fused: $0, need: 0) }, need: 0,
                ids: { market.snapshot.candidates[$0].id }, index: { $0 })
        }
        #expect(read(bytes).map { Self.scores($0.byVectors) } == Self.scores(scored.byVectors))
        #expect(read(Array(bytes.dropLast())) == nil)
        #expect(read(bytes + [0]) == nil)
        #expect(read([]) == nil)
        #expect(read(bytes, Array(bytes.dropLast())) == nil)
        // Damaged: what the first candidate was found by is no number, its score is beyond 1.
        for place in [24..<32, 32..<36] {
            var damaged = bytes
            for byte in place { damaged[byte] = 0xFF }
            #expect(read(damaged) == nil)
        }
    }
}
