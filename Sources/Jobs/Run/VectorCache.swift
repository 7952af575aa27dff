package import Encoding
internal import Hashing
package import Ledger
package import Market
package import Verbs

/// Vectors of texts, kept in the ledger by content hash and model, so that a night encodes only
/// what it has never seen.
///
/// Vectors of another dimension than the encoder's were made by another model of the same name, such
/// as a server's that was exchanged; one that is not of length 1 or 0, or holds no number, was damaged.
/// They are encoded anew, and replaced where new ones are kept.
package struct VectorCache: Sendable {
    let encoder: any Encoder
    /// Whether new vectors are kept; a dry run keeps nothing.
    let keeps: Bool
    let asOf: Day
    let cancellation: CancellationToken
    let progress: any ProgressDisplay

    /// - Parameters:
    ///   - encoder: What makes the vectors that are not there.
    ///   - keeps: Whether new vectors are kept; a dry run keeps nothing.
    ///   - asOf: The day that is taken for today.
    ///   - cancellation: Looked at between batches.
    ///   - progress: Told how far it is.
    package init(
        encoder: any Encoder, keeps: Bool, asOf: Day, cancellation: CancellationToken,
        progress: any ProgressDisplay
    ) {
        self.encoder = encoder
        self.keeps = keeps
        self.asOf = asOf
        self.cancellation = cancellation
        self.progress = progress
    }

    /// Texts encoded between two looks at ``cancellation``; what was encoded by then is kept.
    private static let batch = 2_048

    /// The vectors of texts, each distinct text once.
    package struct Found {
        package let vectors: VectorStore
        /// The row of each text.
        package let positions: [Int32]
        /// How many texts had to be encoded.
        package let encoded: Int
    }

    /// The vector of each text.
    ///
    /// - Parameters:
    ///   - texts: Any number of texts; one that comes more than once is encoded once.
    ///   - ledger: Where vectors are kept.
    ///   - stage: What this is called while it goes on.
    /// - Complexity: one query for those that are kept, and the encoder's time for the others.
    package func vectors(
        of texts: [String], in ledger: borrowing Ledger, stage: String
    ) async throws -> Found {
        let distinct = DistinctTexts(texts)
        let hashes = distinct.hashes
        let dimension = encoder.model.dimension
        var vectors = VectorStore(dimension: dimension)
        vectors.grow(by: hashes.count)
        var isKnown = [Bool](repeating: false, count: hashes.count)
        var damaged: Set<Hash> = []
        try ledger.readVectors(model: encoder.model.name, hashes: hashes) { row, bytes in
            isKnown[row] = (try? vectors.set(row, littleEndian: bytes)) != nil
            if !isKnown[row] { damaged.insert(hashes[row]) }
        }
        if keeps { try ledger.noteUse(ofVectors: hashes, model: encoder.model.name, on: asOf) }
        let missing = isKnown.indices.filter { !isKnown[$0] }
        progress.begin(stage, total: missing.count)
        defer { progress.end() }
        for start in stride(from: 0, to: missing.count, by: Self.batch) {
            try cancellation.check()
            let part = missing[start..<min(missing.count, start + Self.batch)]
            let unknown = part.map { texts[Int(distinct.firsts[$0])] }
            let encode = { @Sendable [encoder, progress] in
                try await encoder.encode(unknown) { progress.advance(to: start + $0) }
            }
            let fresh =
                encoder.isRemote ? try await cancellation.cancelling(encode) : try await encode()
            var new: [Hash: [Float]] = [:]
            for (index, row) in part.enumerated() {
                new[hashes[row]] = Array(fresh[index])
                try vectors.set(row, fresh[index])
            }
            if keeps {
                try ledger.storeVectors(
                    model: encoder.model.name, new, replacing: damaged, on: asOf)
            }
        }
        return Found(vectors: vectors, positions: distinct.positions, encoded: missing.count)
    }
}
