/// A column of a result: its name and its type.
public struct Column: Hashable, Sendable {
    public let name: String
    public let type: TypeOID

    public init(name: String, type: TypeOID) {
        self.name = name
        self.type = type
    }
}

/// The columns of one result, shared by all its rows.
final class ColumnList: Sendable {
    let columns: [Column]
    private let positions: [String: Int]

    init(_ columns: [Column]) {
        self.columns = columns
        positions = Dictionary(
            columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func position(of name: String) throws(PostgresError) -> Int {
        if let position = positions[name] { return position }
        let present = columns.map(\.name).joined(separator: ", ")
        throw PostgresError(
            .columnMissing, "Expected a column \"\(name)\"; the result has: \(present).",
            column: name)
    }

    /// Refuses an index past the last column.
    func require(_ position: Int) throws(PostgresError) {
        guard columns.indices.contains(position) else {
            throw PostgresError(
                .columnMissing,
                "Expected a column number \(position + 1); the result has \(columns.count).")
        }
    }

    /// The value of a column from its bytes; none stand for NULL.
    func value<T: PostgresDecodable>(
        at position: Int, ofRow number: Int, from bytes: UnsafeRawBufferPointer?
    ) throws(PostgresError) -> T {
        let column = columns[position]
        guard let bytes else {
            if let null = T.null { return null }
            throw PostgresError(
                .nullValue,
                "Expected a value in column \"\(column.name)\", found NULL in row \(number).",
                column: column.name)
        }
        return try T(
            cell: Cell(type: column.type, bytes: bytes, columns: self, position: position))
    }
}
