public import Hashing
public import Market
internal import Postgres

extension Ledger {
    /// Gives the vectors that were stored for some texts by a model, each as it comes.
    ///
    /// - Parameters:
    ///   - model: Name of the model and its preprocessing.
    ///   - hashes: SHA-256 of each text as it was given to the model, each once.
    ///   - body: Takes the place of the text and the numbers, which are gone afterwards: IEEE 754
    ///     single precision, little-endian, as long as they were stored.
    /// - Throws: What `body` throws, as it is, or a ``LedgerError``.
    public func readVectors(
        model: String, hashes: [Hash], _ body: (Int, UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var refusal: (any Error)?
        func take(_ index: Int, _ numbers: UnsafeRawBufferPointer) throws {
            do {
                try body(index, numbers)
            } catch {
                refusal = error
                throw error
            }
        }
        do {
            try guarded { connection in
                // Whoever wants much of the table is quicker to read it from end to end.
                let stored = try connection.first(
                    "SELECT reltuples::bigint FROM pg_class WHERE oid = 'entremise.vector'::regclass",
                    as: Int.self)
                if hashes.count > 1_000, hashes.count >= (stored ?? 0) / 4 {
                    try scanVectors(model: model, hashes: hashes, on: connection, take)
                } else {
                    try findVectors(model: model, hashes: hashes, on: connection, take)
                }
            }
        } catch {
            throw refusal ?? error
        }
    }

    private func scanVectors(
        model: String, hashes: [Hash], on connection: borrowing Connection,
        _ body: (Int, UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let positions = HashPositions(of: hashes)
        try connection.copyOut(
            "SELECT hash, values FROM entremise.vector WHERE model = \(model)"
        ) { reader in
            while try reader.next() {
                let hash = try reader.withBytes(at: 0) { Hash(raw: $0) }
                guard let position = hash.flatMap({ positions.position(of: $0, in: hashes) }) else {
                    continue
                }
                try reader.withBytes(at: 1) { try body(position, $0) }
            }
        }
    }

    private func findVectors(
        model: String, hashes: [Hash], on connection: borrowing Connection,
        _ body: (Int, UnsafeRawBufferPointer) throws -> Void
    ) throws {
        for start in stride(from: 0, to: hashes.count, by: 10_000) {
            let part = hashes[start..<min(start + 10_000, hashes.count)]
            let rows = try connection.rows(
                of: """
                    SELECT asked.place, vector.values
                    FROM unnest(\(part.map(\.bytes))::bytea[]) WITH ORDINALITY AS asked (hash, place)
                    JOIN entremise.vector ON vector.model = \(model) AND vector.hash = asked.hash
                    """)
            try rows.forEach { (row: borrowing Row) throws in
                let position: Int = try row.value(at: 0)
                try row.withBytes(at: 1) { try body(start + position - 1, $0) }
            }
        }
    }

    /// Stores vectors for texts; those that are there already are left as they are, unless they are
    /// known to be damaged, or have another dimension: then another model was called so. These are
    /// replaced.
    ///
    /// Two programs that store at once take turns, so that neither fails on the other's rows.
    ///
    /// - Parameters:
    ///   - model: Name of the model that made them.
    ///   - vectors: By SHA-256 of each text as it was given to the model.
    ///   - damaged: Texts whose vectors are replaced.
    ///   - day: The day on which they were made.
    /// - Returns: How many were not there, or were replaced.
    @discardableResult
    public func storeVectors(
        model: String, _ vectors: [Hash: [Float]], replacing damaged: Set<Hash> = [], on day: Day
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
                        """
                ).forEach { row throws(PostgresError) in
                    guard let hash = Hash(bytes: try row.value("hash", as: [UInt8].self))
                    else { return }
                    let size: Int = try row.value("size")
                    if size == 4 * (vectors[hash]?.count ?? 0), !damaged.contains(hash) {
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
                try connection.copyIn(
                    "entremise.vector", rows: missing,
                    columns: [
                        .column("model", always: model),
                        .column("hash") { $0.bytes },
                        .column("values") { (vectors[$0] ?? []).littleEndianBytes },
                        .column("used_on", always: day.date),
                    ])
                return missing.count
            }
        }
    }
}

extension Ledger {
    /// Notes that vectors are in use, where that was not noted within a month.
    public func noteUse(
        ofVectors hashes: [Hash], model: String, on day: Day
    ) throws(LedgerError) {
        let before = day.advanced(by: -30).date
        try guarded { connection in
            let isOld = try connection.first(
                "SELECT EXISTS (SELECT FROM entremise.vector WHERE used_on < \(before))",
                as: Bool.self)
            guard isOld == true else { return }
            try connection.execute(
                """
                UPDATE entremise.vector SET used_on = \(day.date)
                WHERE model = \(model) AND used_on < \(before)
                    AND hash = ANY (\(hashes.map(\.bytes))::bytea[])
                """)
        }
    }
}

extension [Float] {
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
