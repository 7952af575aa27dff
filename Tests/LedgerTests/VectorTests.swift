import Hashing
import Ledger
import TestSupport
import Testing

extension Ledger {
    /// Vectors that were stored for some texts by a model, by hash.
    func vectors(model: String, hashes: [Hash]) throws -> [Hash: [Float]] {
        var vectors: [Hash: [Float]] = [:]
        try readVectors(model: model, hashes: hashes) { index, bytes in
            vectors[hashes[index]] = stride(from: 0, to: bytes.count, by: 4).map { offset in
                let pattern = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
                return Float(bitPattern: UInt32(littleEndian: pattern))
            }
        }
        return vectors
    }
}

@Suite struct VectorTests {
    private struct Stop: Error {}

    /// Few are looked up one by one, many by a scan of the table.
    @Test(arguments: [1, 2_000])
    func `what a reader of vectors throws comes out as it is`(count: Int) async throws {
        try await withLedger { ledger, _ in
            let hashes = (0..<count).map { Hash(of: "text \($0)") }
            try ledger.storeVectors(
                model: "m", Dictionary(uniqueKeysWithValues: hashes.map { ($0, [1, 2]) }), on: today
            )
            #expect(throws: Stop.self) {
                try ledger.readVectors(model: "m", hashes: hashes) { _, _ in throw Stop() }
            }
            // The ledger goes on.
            #expect(try ledger.vectors(model: "m", hashes: hashes).count == count)
        }
    }
}
