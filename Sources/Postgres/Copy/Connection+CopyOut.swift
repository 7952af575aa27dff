internal import CPostgres

extension Connection {
    /// Reads the rows of a query with a binary COPY, the fastest way out, in constant memory.
    ///
    /// ```swift
    /// try connection.copyOut("SELECT id, weight FROM network.skill") { reader in
    ///     while try reader.next() {
    ///         weights[try reader.value(at: 0)] = try reader.value(at: 1, as: Float.self)
    ///     }
    /// }
    /// ```
    ///
    /// COPY takes no values beside its SQL: those of the query are spliced as literals, quoted by
    /// libpq. When `body` returns before the last row, the rest is read and dropped; when it throws,
    /// the query is cancelled, and with it the transaction that it stands in.
    public func copyOut(
        _ query: Query, _ body: (inout BinaryCopyReader) throws -> Void
    ) throws {
        let list = ColumnList(try describe(query))
        try copyOut(query, options: "FORMAT binary") {
            var reader = BinaryCopyReader(connection: handle, query: query, list: list)
            try body(&reader)
            try reader.skip()
        }
    }

    /// Reads the rows of a query as CSV, one call a row, with its line end and as it came.
    ///
    /// The values of the query are spliced as literals, quoted by libpq.
    ///
    /// - Parameters:
    ///   - query: A query, or a statement that returns rows.
    ///   - header: Whether the first line holds the names of the columns.
    ///   - body: Takes the bytes of a line, valid only during the call. A value may hold line ends.
    public func copyOutText(
        _ query: Query, header: Bool = true, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try copyOut(query, options: "FORMAT csv, HEADER \(header)") {
            var source = CopySource(connection: handle, query: query)
            while try source.next({ line in try body(line) }) {}
        }
    }

    /// - Parameter read: Reads to the end, or throws.
    private func copyOut(_ query: Query, options: String, _ read: () throws -> Void) throws {
        try requireIdle()
        let copy = Query(raw: "COPY (\(try literal(query))) TO STDOUT (\(options))")
        try refuseNUL(copy.sql)
        let begun = try answer(PQsendQuery(handle, copy.sql), of: query)
        guard begun.status == PGRES_COPY_OUT else {
            try check(begun, of: query)
            throw PostgresError(.invalidStatement, "Expected a query whose rows can be copied.")
        }
        session.isBusy = true
        defer { session.isBusy = false }
        var isFinished = false
        defer { if !isFinished { abandon() } }
        try read()
        while let result = PQgetResult(handle) {
            try check(ResultHandle(result), of: query)
        }
        isFinished = true
    }

    /// The SQL with its values as literals of their types.
    private func literal(_ query: Query) throws(PostgresError) -> String {
        var text = query.pieces[0]
        for (parameter, piece) in zip(query.parameters, query.pieces.dropFirst()) {
            let value: String
            switch parameter.value {
            case .null: value = "NULL"
            case .text(let text): value = try literal(text)
            case .binary(let bytes): value = try literal(hexadecimal(bytes))
            }
            text += parameter.type == .unspecified ? value : "\(value)::\(parameter.type)"
            text += piece
        }
        return text
    }

    private func literal(_ text: String) throws(PostgresError) -> String {
        try refuseNUL(text)
        guard let escaped = PQescapeLiteral(handle, text, text.utf8.count) else {
            throw PostgresError(result: nil, connection: handle, query: nil)
        }
        defer { PQfreemem(escaped) }
        return String(cString: escaped)
    }
}

/// The messages of a COPY out under way.
struct CopySource: ~Copyable {
    private let handle: OpaquePointer
    private let query: Query
    private(set) var isFinished = false

    init(connection: OpaquePointer, query: Query) {
        handle = connection
        self.query = query
    }

    /// Gives the next message to `body`.
    ///
    /// - Returns: `false` when there is none left.
    mutating func next(_ body: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
        if isFinished { return false }
        var message: UnsafeMutablePointer<CChar>?
        let count = PQgetCopyData(handle, &message, 0)
        guard count > 0 else {
            isFinished = true
            // The end is no success yet: an error after some rows stands in the result.
            guard count == -1, let result = PQgetResult(handle) else {
                throw PostgresError(result: nil, connection: handle, query: query)
            }
            let answer = ResultHandle(result)
            if answer.status == PGRES_COMMAND_OK { return false }
            throw PostgresError(answer, connection: handle, query: query)
        }
        defer { PQfreemem(message) }
        try body(UnsafeRawBufferPointer(start: message, count: Int(count)))
        return true
    }
}
