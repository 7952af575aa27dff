/// A column of a binary COPY: its name beside what each row gives it.
///
/// One list names the columns and reads their values, so the two cannot come apart: every column is
/// given one value in every row, whatever its place in the list or in the table.
public struct CopyColumn<Row> {
    let name: String
    let write: (Row, Column, inout BinaryCopyWriter) throws -> Void

    /// A column whose value follows from the row.
    public static func column(
        _ name: String, _ value: @escaping (Row) throws -> some PostgresEncodable
    ) -> CopyColumn {
        CopyColumn(name: name) { row, column, writer in
            try writer.append(try value(row), to: column)
        }
    }

    /// A column that has the same value in every row.
    public static func column(
        _ name: String, always value: some PostgresEncodable
    ) -> CopyColumn {
        CopyColumn(name: name) { _, column, writer in try writer.append(value, to: column) }
    }
}

extension Connection {
    /// Writes rows into a table with a binary COPY, the fastest way in.
    ///
    /// All of the rows are written, or none: when a value or the server refuses one, the table is as
    /// it was. Values are checked against the columns' types before they leave.
    ///
    /// ```swift
    /// try connection.copyIn(
    ///     "network.member_skill", rows: held,
    ///     columns: [
    ///         .column("member_id", always: member.id),
    ///         .column("skill_id") { $0.skill },
    ///         .column("level") { $0.level },
    ///     ])
    /// ```
    ///
    /// - Parameters:
    ///   - table: The table, with or without its schema.
    ///   - rows: The rows, each looked at once.
    ///   - columns: The columns that are written; the others get their defaults.
    /// - Returns: The number of rows written.
    /// - Throws: What a column's closure throws, or a ``PostgresError`` that names the column: the
    ///   server's for one that the table does not have (42703), that stands twice (42701), or that
    ///   is missing and has no default (23502); ``PostgresError/Code/typeMismatch``,
    ///   ``PostgresError/Code/outOfRange`` or ``PostgresError/Code/nulInText`` for a value.
    @discardableResult
    public func copyIn<Rows: Sequence>(
        _ table: String, rows: Rows, columns: [CopyColumn<Rows.Element>]
    ) throws -> Int {
        let list = columns.map { quoted(identifier: $0.name) }.joined(separator: ", ")
        let described = try describe(Query(raw: "SELECT \(list) FROM \(quoted(table: table))"))
        let typed = zip(described, columns).map { (column: $0, given: $1) }
        let query = Query(raw: "COPY \(quoted(table: table)) (\(list)) FROM STDIN (FORMAT binary)")
        return try copyIn(query) {
            var writer = BinaryCopyWriter(handle: handle, table: table)
            for row in rows { try writer.write(row, to: typed) }
            try writer.finish()
        }
    }
}
