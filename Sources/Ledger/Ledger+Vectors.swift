public import Hashing
internal import Postgres

extension Ledger {
    /// Vectors that were stored for some texts by a model.
    ///
    /// - Parameters:
    ///   - model: Name of the model and its preprocessing.
    ///   - hashes: SHA-256 of each text as it was given to the model.
    /// - Returns: Those that are there, by hash; each as long as it was stored.
    public func vectors(
        model: String, hashes: [Hash]
    ) throws(LedgerError) -> [Hash: [Float]] {
        try guarded { connection in
            var vectors: [Hash: [Float]] = [:]
            vectors.reserveCapacity(hashes.count)
            var start = 0
            while start < hashes.count {
                let end = min(start + 10_000, hashes.count)
                let rows = try connection.rows(
                    of: """
                        SELECT hash, values FROM entremise.vector
                        WHERE model = \(model)
                            AND hash = ANY (\(hashes[start..<end].map(\.bytes))::bytea[])
                        """, format: .binary)
                try rows.forEach { row throws(PostgresError) in
                    let bytes: [UInt8] = try row.value("values")
                    guard let hash = Hash(bytes: try row.value("hash")) else { return }
                    vectors[hash] = [Float](littleEndian: bytes)
                }
                start = end
            }
            return vectors
        }
    }

    /// Stores vectors for texts; those that are there already are left as they are, unless they have
    /// another dimension: then another model was called so, and they are replaced.
    ///
    /// Two programs that store at once take turns, so that neither fails on the other's rows.
    ///
    /// - Returns: How many were not there, or were replaced.
    @discardableResult
    public func storeVectors(
        model: String, _ vectors: [Hash: [Float]]
    ) throws(LedgerError) -> Int {
        guard !vectors.isEmpty else { return 0 }
        let hashes = vectors.keys.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        return try guarded { connection in
            try connection.transaction { connection in
                try connection.execute("SELECT pg_advisory_xact_lock(\(Lock.vectors))")
                var known: Set<Hash> = []
                var others: [Hash] = []
                try connection.rows(
                    of: """
                        SELECT hash, octet_length(values) AS size FROM entremise.vector
                        WHERE model = \(model) AND hash = ANY (\(hashes.map(\.bytes))::bytea[])
                        """, format: .binary
                ).forEach { row throws(PostgresError) in
                    guard let hash = Hash(bytes: try row.value("hash")) else { return }
                    let size: Int = try row.value("size")
                    if size == 4 * (vectors[hash]?.count ?? 0) {
                        known.insert(hash)
                    } else {
                        others.append(hash)
                    }
                }
                if !others.isEmpty {
                    try connection.execute(
                        """
                        DELETE FROM entremise.vector
                        WHERE model = \(model) AND hash = ANY (\(others.map(\.bytes))::bytea[])
                        """)
                }
                let missing = hashes.filter { !known.contains($0) }
                _ = try connection.copyIn(
                    "entremise.vector", columns: ["model", "hash", "values"]
                ) { writer in
                    for hash in missing {
                        let bytes = (vectors[hash] ?? []).littleEndianBytes
                        try writer.row { row in
                            try row.append(model)
                            try row.append(hash.bytes)
                            try row.append(bytes)
                        }
                    }
                }
                return missing.count
            }
        }
    }
}

extension [Float] {
    /// Numbers from IEEE 754 single precision, little-endian; bytes past the last whole one are
    /// left out.
    fileprivate init(littleEndian bytes: [UInt8]) {
        self.init()
        reserveCapacity(bytes.count / 4)
        for start in stride(from: 0, to: bytes.count - bytes.count % 4, by: 4) {
            var pattern: UInt32 = 0
            for offset in 0..<4 { pattern |= UInt32(bytes[start + offset]) << (8 * offset) }
            append(Float(bitPattern: pattern))
        }
    }

    fileprivate var littleEndianBytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count * 4)
        for value in self {
            let pattern = value.bitPattern
            for shift in [0, 8, 16, 24] {
                bytes.append(UInt8(truncatingIfNeeded: pattern >> UInt32(shift)))
            }
        }
        return bytes
    }
}
