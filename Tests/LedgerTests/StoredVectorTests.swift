import Hashing
import Ledger
import TestSupport
import Testing

/// Vectors, read one by one or all at once.
@Suite struct StoredVectorTests {
    @Test func `Many are read as few are, those of the model that is asked for`() async throws {
        try await withLedger { ledger, _ in
            let hashes = (0..<3_000).map { Hash(of: "text \($0)") }
            var stored: [Hash: [Float]] = [:]
            for (index, hash) in hashes.enumerated() where index % 3 != 0 {
                stored[hash] = [Float(index), 0.5]
            }
            try ledger.storeVectors(model: "one", stored, on: today)
            try ledger.storeVectors(model: "other", [hashes[0]: [1, 2]], on: today)
            let all = try ledger.vectors(model: "one", hashes: hashes)
            #expect(all == stored)
            let few = Array(hashes[..<900])
            #expect(
                try ledger.vectors(model: "one", hashes: few)
                    == stored.filter { few.contains($0.key) })
        }
    }
}
