/// Writes rows to a binary COPY under way.
struct BinaryCopyWriter: ~Copyable {
    /// Rows written so far.
    private(set) var rowCount = 0

    private let handle: OpaquePointer
    private let table: String
    private var buffer: BinaryField

    /// Bytes that are gathered before they are sent.
    private static let chunk = 1 << 16

    /// What every binary COPY begins with, two empty words included.
    static let signature = Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0x00]

    init(handle: OpaquePointer, table: String) {
        self.handle = handle
        self.table = table
        buffer = BinaryField()
        buffer.append(bytes: Self.signature)
        buffer.append(Int64(0))
    }

    /// Writes one row: for each column, in their order, the value that is given it.
    mutating func write<Row>(
        _ row: Row, to columns: [(column: Column, given: CopyColumn<Row>)]
    ) throws {
        buffer.append(Int16(columns.count))
        for (column, given) in columns { try given.write(row, column, &self) }
        rowCount += 1
        if buffer.bytes.count >= Self.chunk { try flush() }
    }

    /// Writes a value of a row. An `Int` fits any integer column that holds it.
    ///
    /// - Throws: ``PostgresError`` naming the column: ``PostgresError/Code/typeMismatch``,
    ///   ``PostgresError/Code/outOfRange`` or ``PostgresError/Code/nulInText``.
    mutating func append(
        _ value: some PostgresEncodable, to column: Column
    ) throws(PostgresError) {
        let fits: Bool
        do {
            fits = try buffer.append(measured: value, as: column.type)
        } catch {
            throw PostgresError(
                error.code,
                "\(error.message) Column \"\(column.name)\" of \(table), row \(rowCount + 1).",
                table: table, column: column.name)
        }
        guard fits else {
            throw PostgresError(
                .typeMismatch,
                "Expected \(column.type) for column \"\(column.name)\" of \(table), found "
                    + "\(type(of: value)) in row \(rowCount + 1).",
                table: table, column: column.name)
        }
    }

    /// Sends what is left and the mark of the end.
    mutating func finish() throws(PostgresError) {
        buffer.append(Int16(-1))
        try flush()
    }

    private mutating func flush() throws(PostgresError) {
        let sent = buffer.bytes.withUnsafeBytes { bytes in
            Result { () throws(PostgresError) in try put(bytes, to: handle) }
        }
        try sent.get()
        buffer.truncate(to: 0)
    }
}
