internal import CPostgres

/// One row of a result, on loan to whoever decodes it.
public struct Row: ~Copyable {
    private let result: OpaquePointer
    private let index: Int32
    /// The row's number in its result, from 1.
    public let number: Int
    private let list: ColumnList

    // Inlined, it makes the optimizer of Swift 6.3 stop ("nonCopyable type with a guaranteed value").
    @inline(never)
    init(result: OpaquePointer, index: Int32, number: Int, list: ColumnList) {
        self.result = result
        self.index = index
        self.number = number
        self.list = list
    }

    /// The names of the columns, in order.
    public var columns: [String] { list.columns.map(\.name) }

    /// Whether the result has a column of that name.
    public func has(_ column: String) -> Bool {
        (try? list.position(of: column)) != nil
    }

    /// The value of a column. Of two columns with one name, the first.
    ///
    /// - Throws: ``PostgresError`` naming the column: ``PostgresError/Code/columnMissing``,
    ///   ``PostgresError/Code/typeMismatch``, ``PostgresError/Code/nullValue``, or the others of
    ///   ``PostgresDecodable``.
    public func value<T: PostgresDecodable>(
        _ column: String, as type: T.Type = T.self
    ) throws(PostgresError) -> T {
        try value(at: list.position(of: column))
    }

    /// The value of a column, or `nil` for NULL.
    public func optional<T: PostgresDecodable>(
        _ column: String, as type: T.Type = T.self
    ) throws(PostgresError) -> T? {
        let value: T? = try value(at: list.position(of: column))
        return value
    }

    /// Whether the value of a column, by its place from 0, is NULL; so is one past the last column.
    public func isNull(at position: Int) -> Bool {
        PQgetisnull(result, index, Int32(position)) != 0
    }

    /// The value of a column by its place, from 0.
    public func value<T: PostgresDecodable>(
        at position: Int, as type: T.Type = T.self
    ) throws(PostgresError) -> T {
        try list.require(position)
        return try list.value(
            at: position, ofRow: number, from: isNull(at: position) ? nil : bytes(at: position))
    }

    /// Calls `body` with the bytes of a column as they came, such as those of a `bytea`; nothing is
    /// copied. None for NULL.
    ///
    /// - Throws: ``PostgresError/Code/columnMissing``, or what `body` throws.
    public func withBytes(
        at position: Int, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try list.require(position)
        try body(bytes(at: position))
    }

    private func bytes(at position: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result, index, Int32(position)),
            count: Int(PQgetlength(result, index, Int32(position))))
    }
}

/// A value made from a whole row.
public protocol RowDecodable {
    init(row: borrowing Row) throws(PostgresError)
}

extension ColumnList {
    /// The columns of a result.
    convenience init(result: OpaquePointer) {
        self.init(
            (0..<PQnfields(result)).map { column in
                Column(
                    name: String(cString: PQfname(result, column)),
                    type: TypeOID(rawValue: PQftype(result, column)))
            })
    }
}
