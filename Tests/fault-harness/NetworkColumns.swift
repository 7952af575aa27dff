import Foundation
import Postgres
import TestSupport

/// A table of the network: its columns with their types and what they refer to.
struct NetworkColumns {
    struct Column {
        let name: String
        /// As `format_type` names it.
        let type: String
        /// The table whose ids it holds.
        let target: String?
        let isKey: Bool
    }

    let table: String
    let columns: [Column]

    static func tables(on connection: borrowing Connection) throws -> [NetworkColumns] {
        let rows = try connection.rows(
            of: """
                SELECT c.relname::text AS table_name, a.attname::text AS name,
                    format_type(a.atttypid, NULL) AS type,
                    (SELECT f.confrelid::regclass::text FROM pg_constraint f
                     WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.conkey = ARRAY[a.attnum]
                     LIMIT 1) AS target,
                    EXISTS (SELECT FROM pg_constraint p WHERE p.contype = 'p' AND p.conrelid = c.oid
                     AND a.attnum = ANY(p.conkey)) AS is_key
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                WHERE c.relkind = 'r' AND c.relnamespace = 'network'::regnamespace
                    AND NOT a.attisdropped
                ORDER BY 1, a.attnum
                """
        ).map { row throws(PostgresError) in
            (
                try row.value("table_name", as: String.self),
                Column(
                    name: try row.value("name", as: String.self),
                    type: try row.value("type", as: String.self),
                    target: try row.optional("target", as: String.self),
                    isKey: try row.value("is_key", as: Bool.self))
            )
        }
        return Dictionary(grouping: rows, by: \.0).sorted { $0.key < $1.key }
            .map { NetworkColumns(table: $0.key, columns: $0.value.map(\.1)) }
    }

    /// SQL that adds a copy of some row with hostile values in some columns, or changes one.
    func statement(row: Int, using random: inout SeededGenerator) -> String {
        let salt = Int.random(in: 0...999_999, using: &random)
        let some = "SELECT * FROM network.\(table) AS t ORDER BY md5(t::text || '\(salt)') LIMIT 1"
        let changed = Set(
            (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
                columns.indices.randomElement(using: &random)
            })
        if Int.random(in: 0..<3, using: &random) == 0 {
            let changes = changed.sorted().map { index in
                "\"\(columns[index].name)\" = \(hostile(columns[index], salt, &random))"
            }
            return """
                UPDATE network.\(table) SET \(changes.joined(separator: ", ")) WHERE ctid = (
                    SELECT ctid FROM network.\(table) AS t ORDER BY md5(t::text || '\(salt)') LIMIT 1)
                """
        }
        let values = columns.indices.map { index -> String in
            let column = columns[index]
            if column.isKey, column.target == nil {
                let text =
                    Int.random(in: 0..<4, using: &random) == 0
                    ? HostileValues.texts.randomElement(using: &random) ?? "" : ""
                return literal("\(text)\(table)-\(row)")
            }
            if column.isKey || changed.contains(index) { return hostile(column, salt, &random) }
            return "r.\"\(column.name)\""
        }
        let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        return "INSERT INTO network.\(table) (\(names)) "
            + "SELECT \(values.joined(separator: ", ")) FROM (\(some)) AS r"
    }

    private func hostile(
        _ column: Column, _ salt: Int, _ random: inout SeededGenerator
    ) -> String {
        if let target = column.target {
            return "(SELECT id FROM \(target) ORDER BY md5(id || '\(salt)\(column.name)') LIMIT 1)"
        }
        guard let value = HostileValues.value(of: column.type, using: &random) else {
            return "NULL"
        }
        return "\(literal(value))::\(column.type)"
    }
}

/// A text as SQL reads it.
func literal(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
