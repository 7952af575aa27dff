package import Encoding
internal import Hashing
package import Ledger

/// Vectors of texts, kept in the ledger by content hash and model, so that a night encodes only
/// what it has never seen.
///
/// Vectors of another dimension than the encoder's were made by another model of the same name, such
/// as a server's that was exchanged: they are encoded anew, and replaced where new ones are kept.
package struct VectorCache: Sendable {
    let encoder: any Encoder
    /// Whether new vectors are kept; a dry run keeps nothing.
    let keeps: Bool
    let interruption: Interruption
    let progress: any ProgressDisplay

    /// - Parameters:
    ///   - encoder: What makes the vectors that are not there.
    ///   - keeps: Whether new vectors are kept; a dry run keeps nothing.
    ///   - interruption: Looked at between batches.
    ///   - progress: Told how far it is.
    package init(
        encoder: any Encoder, keeps: Bool, interruption: Interruption,
        progress: any ProgressDisplay
    ) {
        self.encoder = encoder
        self.keeps = keeps
        self.interruption = interruption
        self.progress = progress
    }

    /// Texts encoded between two looks at ``interruption``; what was encoded by then is kept.
    private static let batch = 2_048

    /// The vector of each text, and how many had to be encoded.
    ///
    /// - Parameters:
    ///   - texts: Any number of texts; one that comes more than once is encoded once.
    ///   - ledger: Where vectors are kept.
    ///   - stage: What this is called while it goes on.
    /// - Complexity: one query for those that are kept, and the encoder's time for the others.
    package func vectors(
        of texts: [String], in ledger: borrowing Ledger, stage: String
    ) async throws -> (vectors: Vectors, encoded: Int) {
        let hashes = texts.map { contentHash(of: $0) }
        var known = try ledger.vectors(model: encoder.model.name, hashes: Array(Set(hashes)))
            .filter { $0.value.count == encoder.model.dimension }
        var missing: [(hash: Hash, text: String)] = []
        var seen: Set<Hash> = []
        for (hash, text) in zip(hashes, texts) where known[hash] == nil {
            if seen.insert(hash).inserted { missing.append((hash, text)) }
        }
        progress.begin(stage, total: missing.count)
        defer { progress.end() }
        for start in stride(from: 0, to: missing.count, by: Self.batch) {
            try interruption.check()
            let part = missing[start..<min(missing.count, start + Self.batch)]
            let fresh = try await encoder.encode(part.map(\.text)) {
                progress.advance(to: start + $0)
            }
            var new: [Hash: [Float]] = [:]
            for (row, entry) in part.enumerated() { new[entry.hash] = Array(fresh[row]) }
            if keeps { try ledger.storeVectors(model: encoder.model.name, new) }
            known.merge(new) { first, _ in first }
        }
        let rows = hashes.lazy.map { known[$0] ?? [] }
        return (
            try Vectors.gather(rows, dimension: encoder.model.dimension), missing.count
        )
    }
}
