import Encoding
import Jobs
import Ledger
import Market
import Synchronization
import TestSupport
import Testing
import Verbs

private let today = Day(number: 20_780)

/// Counts what it is asked to encode; every vector points along the first axis.
private final class CountingEncoder: Encoder {
    let model: EncoderModel
    private let asked = Mutex<[String]>([])

    init(dimension: Int) { model = EncoderModel(name: "counting", dimension: dimension) }

    var texts: [String] { asked.withLock { $0 } }

    func encode(_ texts: [String], progress: (Int) -> Void) async throws -> Vectors {
        asked.withLock { $0 += texts }
        let row = [1] + [Float](repeating: 0, count: model.dimension - 1)
        return try Vectors.gather(texts.map { _ in row }, dimension: model.dimension)
    }
}

@Suite struct VectorCacheTests {
    private func cache(_ encoder: any Encoder, keeps: Bool = true) -> VectorCache {
        VectorCache(
            encoder: encoder, keeps: keeps, asOf: today, cancellation: CancellationToken(),
            progress: NoProgress())
    }

    @Test func noTextIsEncodedTwiceInARunNorInTheNext() async throws {
        try await withDatabase { _, conninfo in
            let ledger = try Ledger(conninfo: conninfo)
            _ = try ledger.migrate()
            let encoder = CountingEncoder(dimension: 3)
            let texts = ["audit", "tiers-lieu", "audit", "audit"]
            let first = try await cache(encoder).vectors(of: texts, in: ledger, stage: "encode")
            #expect(first.encoded == 2 && first.vectors.count == 2 && first.positions.count == 4)
            #expect(encoder.texts.sorted() == ["audit", "tiers-lieu"])
            let next = try await cache(encoder).vectors(
                of: texts + ["vélo"], in: ledger, stage: "encode")
            #expect(next.encoded == 1 && encoder.texts.last == "vélo")
        }
    }

    @Test func vectorsOfAnotherDimensionAreEncodedAnewAndReplaced() async throws {
        try await withDatabase { _, conninfo in
            let ledger = try Ledger(conninfo: conninfo)
            _ = try ledger.migrate()
            let texts = ["audit", "vélo"]
            _ = try await cache(CountingEncoder(dimension: 3)).vectors(
                of: texts, in: ledger, stage: "encode")
            let wider = CountingEncoder(dimension: 5)
            let dry = try await cache(wider, keeps: false).vectors(
                of: texts, in: ledger, stage: "encode")
            #expect(dry.encoded == 2 && dry.vectors.dimension == 5)
            let kept = try await cache(wider).vectors(of: texts, in: ledger, stage: "encode")
            #expect(kept.encoded == 2)
            let again = try await cache(wider).vectors(of: texts, in: ledger, stage: "encode")
            #expect(again.encoded == 0 && again.vectors.dimension == 5)
        }
    }

    @Test(arguments: [[Float.nan, 0, 0], [.infinity, 0, 0], [3, 4, 0]])
    func aDamagedVectorIsEncodedAnewAndReplaced(row: [Float]) async throws {
        try await withDatabase { _, conninfo in
            let ledger = try Ledger(conninfo: conninfo)
            _ = try ledger.migrate()
            let texts = ["audit", "vélo"]
            let encoder = CountingEncoder(dimension: 3)
            try ledger.storeVectors(
                model: encoder.model.name, [contentHash(of: "audit"): row], on: today)
            let first = try await cache(encoder).vectors(of: texts, in: ledger, stage: "encode")
            #expect(first.encoded == 2)
            #expect(Array(first.vectors[Int(first.positions[0])]) == [1, 0, 0])
            let again = try await cache(encoder).vectors(of: texts, in: ledger, stage: "encode")
            #expect(again.encoded == 0)
        }
    }
}
