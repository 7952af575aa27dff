internal import Market
internal import Postgres

/// What a row of a job's query holds in one column.
enum ColumnValue: Hashable {
    case null
    case text(String)
    /// The elements that are not NULL.
    case texts([String])
    /// An array of several dimensions.
    case table
    /// The nearest double, and the digits as they stand but for a `numeric` above 0, of which nobody
    /// asks them.
    case number(Double, digits: String)
    case boolean(Bool)
    case date(PostgresDate)
    case moment(PostgresTimestamp)
    /// The text of a `jsonb`.
    case json([UInt8])
}

/// A column that a query returns: which of the documented ones, and how its values come.
struct SelectedColumn {
    /// How values come, by the type of the column.
    private enum Form {
        case text, texts, numeric, double, real, integer, boolean, date, moment, json
    }

    let column: MarketColumn
    private let form: Form
    /// The column in the list of a `SELECT` from the query as `row`: cast where the type that was
    /// found is read as another.
    let sql: Query

    /// - Parameters:
    ///   - column: One of the documented columns.
    ///   - kind: What its type must be.
    ///   - found: The column as the query returns it, of a type that the kind reads.
    init(_ column: MarketColumn, _ kind: QueryColumns.Kind, _ found: FoundColumn) {
        self.column = column
        let name = "row.\"\(column.rawValue)\""
        if case .cast(let expression) = kind.reading(of: column, as: found.type) {
            sql = Query(raw: expression.replacing("$", with: name))
        } else {
            sql = Query(raw: name)
        }
        form =
            switch (kind, found.oid) {
            case (.text, _) where column == .id: .text
            case (.texts, _): .texts
            case (_, .int2), (_, .int4), (_, .int8): .integer
            case (_, .float4): .real
            case (_, .float8): .double
            case (.number, _), (.integer, _): .numeric
            case (.text, _): .text
            case (.boolean, _): .boolean
            case (.date, _), (.moment, .date): .date
            case (.moment, _): .moment
            case (.json, _), (.translated, .json), (.translated, .jsonb): .json
            case (.translated, _): .text
            }
    }

    /// The column's value in a row.
    func value(at position: Int, of row: borrowing Row) throws(PostgresError) -> ColumnValue {
        switch form {
        case .text: .text(try row.value(at: position))
        case .texts:
            try row.value(at: position, as: Texts.self).elements.map { .texts($0) } ?? .table
        case .numeric: try numeric(at: position, of: row)
        case .double: number(try row.value(at: position, as: Double.self).description)
        // The decimal number that is meant, and not the nearest of single precision.
        case .real: number(try row.value(at: position, as: Float.self).description)
        case .integer: number(try row.value(at: position, as: Int.self).description)
        case .boolean: .boolean(try row.value(at: position))
        case .date: .date(try row.value(at: position))
        case .moment: .moment(try row.value(at: position))
        case .json: .json(try row.value(at: position, as: JSONBytes.self).bytes)
        }
    }

    private func numeric(
        at position: Int, of row: borrowing Row
    ) throws(PostgresError) -> ColumnValue {
        let value: Double = try row.value(at: position)
        if value > 0, value.isFinite { return .number(value, digits: "") }
        let exact: PostgresNumeric = try row.value(at: position)
        // Too large for a double is a number all the same; the infinities are none.
        return number(exact.description)
    }

    /// A number from its decimal form.
    private func number(_ text: String) -> ColumnValue {
        // PostgreSQL writes -2 where Swift writes -2.0.
        let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        return .number(Double(digits) ?? .nan, digits: digits)
    }
}

/// The bytes of a `jsonb`'s text.
private struct JSONBytes: PostgresDecodable {
    let bytes: [UInt8]

    init(cell: borrowing Cell) throws(PostgresError) {
        guard cell.type == .jsonb else { throw cell.mismatch("jsonb") }
        guard cell.bytes.first == 1 else { throw cell.malformed("jsonb of version 1") }
        bytes = [UInt8](cell.bytes.dropFirst())
    }
}

/// The elements of an array of texts that are not NULL; nil: it has several dimensions.
private struct Texts: PostgresDecodable {
    let elements: [String]?

    init(cell: borrowing Cell) throws(PostgresError) {
        let bytes = cell.bytes
        func number(at offset: Int) throws(PostgresError) -> Int {
            guard offset + 4 <= bytes.count else { throw cell.malformed("a whole array") }
            return Int(
                Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)))
        }
        var elements: [String] = []
        let dimensions = try number(at: 0)
        guard dimensions == 1 else {
            self.elements = dimensions == 0 ? [] : nil
            return
        }
        var offset = 20
        for _ in 0..<max(0, try number(at: 12)) {
            let length = try number(at: offset)
            offset += 4
            guard length >= 0 else { continue }
            guard offset + length <= bytes.count else { throw cell.malformed("a whole array") }
            elements.append(String(decoding: bytes[offset..<offset + length], as: UTF8.self))
            offset += length
        }
        self.elements = elements
    }
}
