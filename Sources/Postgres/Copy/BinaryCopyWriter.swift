/// Writes rows to a binary COPY under way.
public struct BinaryCopyWriter: ~Copyable {
    /// The columns, in the order in which each row gives its values.
    public let columns: [Column]
    /// Rows written so far.
    public private(set) var rowCount = 0

    private let handle: OpaquePointer
    private let table: String
    private var buffer: BinaryField

    /// Bytes that are gathered before they are sent.
    private static let chunk = 1 << 16

    /// What every binary COPY begins with, two empty words included.
    static let signature = Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0x00]

    init(handle: OpaquePointer, table: String, columns: [Column]) {
        self.handle = handle
        self.table = table
        self.columns = columns
        buffer = BinaryField()
        buffer.append(bytes: Self.signature)
        buffer.append(Int64(0))
    }

    /// Writes one row, whose values `body` appends in the order of the columns.
    ///
    /// A row for which this throws is not written; the copy may go on without it.
    public mutating func row(_ body: (inout BinaryCopyRow) throws -> Void) throws {
        let start = buffer.bytes.count
        buffer.append(Int16(columns.count))
        var row = BinaryCopyRow(table: table, columns: columns, number: rowCount + 1)
        swap(&row.buffer, &buffer)
        do {
            try body(&row)
            try row.requireWhole()
            swap(&row.buffer, &buffer)
        } catch {
            swap(&row.buffer, &buffer)
            buffer.truncate(to: start)
            throw error
        }
        rowCount += 1
        if buffer.bytes.count >= Self.chunk { try flush() }
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

/// A row on its way into a table.
public struct BinaryCopyRow: ~Copyable {
    fileprivate var buffer = BinaryField()
    private let table: String
    private let columns: [Column]
    private let number: Int
    private var position = 0

    fileprivate init(table: String, columns: [Column], number: Int) {
        self.table = table
        self.columns = columns
        self.number = number
    }

    /// Writes the value of the next column. An `Int` fits any integer column that holds it.
    ///
    /// - Throws: ``PostgresError`` naming the column: ``PostgresError/Code/typeMismatch``,
    ///   ``PostgresError/Code/outOfRange``, ``PostgresError/Code/nulInText``, or
    ///   ``PostgresError/Code/copyFormat`` past the last column.
    public mutating func append(_ value: some PostgresEncodable) throws(PostgresError) {
        guard position < columns.count else {
            throw PostgresError(
                .copyFormat,
                "Expected \(columns.count) values in row \(number) for \(table), found more.")
        }
        let column = columns[position]
        let fits: Bool
        do {
            fits = try buffer.append(measured: value, as: column.type)
        } catch {
            throw PostgresError(
                error.code,
                "\(error.message) Column \"\(column.name)\" of \(table), row \(number).",
                table: table, column: column.name)
        }
        guard fits else {
            throw PostgresError(
                .typeMismatch,
                "Expected \(column.type) for column \"\(column.name)\" of \(table), found "
                    + "\(type(of: value)) in row \(number).",
                table: table, column: column.name)
        }
        position += 1
    }

    fileprivate func requireWhole() throws(PostgresError) {
        guard position == columns.count else {
            throw PostgresError(
                .copyFormat,
                "Expected \(columns.count) values in row \(number) for \(table), found \(position)."
            )
        }
    }
}
