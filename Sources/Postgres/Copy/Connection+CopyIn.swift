internal import CPostgres

extension Connection {
    /// Writes text into a table with the COPY that `sql` says, such as
    /// `COPY network.skill (id, label) FROM STDIN (FORMAT csv, HEADER)`.
    ///
    /// All of the rows are written, or none. The bytes are passed on as they are.
    ///
    /// - Returns: The number of rows written.
    @discardableResult
    public func copyInText(
        _ sql: String, _ body: (inout TextCopyWriter) throws -> Void
    ) throws -> Int {
        try copyIn(Query(raw: sql)) {
            var writer = TextCopyWriter(handle: handle)
            try body(&writer)
        }
    }

    func copyIn(_ query: Query, _ write: () throws -> Void) throws -> Int {
        try requireIdle()
        try refuseNUL(query.sql)
        let begun = try answer(PQsendQuery(handle, query.sql), of: query)
        guard begun.status == PGRES_COPY_IN else {
            try check(begun, of: query)
            throw PostgresError(.invalidStatement, "Expected a COPY … FROM STDIN.")
        }
        session.isBusy = true
        defer { session.isBusy = false }
        do {
            try write()
        } catch {
            // A lost connection or a refusal by the server says more than what came of it here.
            let lost = PQputCopyEnd(handle, "given up by the client") != 1
            let refusal = copyRefusal(of: query)
            if lost || (error as? PostgresError)?.code == .connectionLost, let refusal {
                throw refusal
            }
            throw error
        }
        guard PQputCopyEnd(handle, nil) == 1 else {
            let error = PostgresError(result: nil, connection: handle, query: query)
            throw copyRefusal(of: query) ?? error
        }
        defer { drain() }
        let ended = try owned(PQgetResult(handle), of: query)
        try check(ended, of: query)
        return Int(String(cString: PQcmdTuples(ended.pointer))) ?? 0
    }

    /// Reads the end of a COPY that did not succeed.
    private func copyRefusal(of query: Query) -> PostgresError? {
        defer { drain() }
        guard let result = PQgetResult(handle) else { return nil }
        return PostgresError(ResultHandle(result), connection: handle, query: query)
    }
}

/// Sends text to a COPY under way.
public struct TextCopyWriter: ~Copyable {
    private let handle: OpaquePointer

    init(handle: OpaquePointer) { self.handle = handle }

    /// Sends bytes; they may end anywhere, even within a row.
    public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(PostgresError) {
        try put(bytes, to: handle)
    }

    /// Sends bytes; they may end anywhere, even within a row.
    public mutating func write(_ bytes: [UInt8]) throws(PostgresError) {
        let sent = bytes.withUnsafeBytes { bytes in
            Result { () throws(PostgresError) in try put(bytes, to: handle) }
        }
        try sent.get()
    }

    public mutating func write(_ text: String) throws(PostgresError) {
        try write(Array(text.utf8))
    }
}

/// Sends a chunk of COPY data, however long.
func put(_ bytes: UnsafeRawBufferPointer, to handle: OpaquePointer) throws(PostgresError) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let chunk = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 20))
        let start = chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard PQputCopyData(handle, start, Int32(chunk.count)) == 1 else {
            throw PostgresError(
                .connectionLost, PostgresError.trimmed(String(cString: PQerrorMessage(handle))))
        }
        rest = rest.dropFirst(chunk.count)
    }
}
