internal import Foundation

/// What became of the service's role.
public enum ServiceGrant: Sendable, Hashable {
    /// The role exists and has its rights, no more; `isNew` where it was created, and cannot log in.
    case granted(role: String, isNew: Bool)
    /// The owner of the tables may not create roles; `statement` is what an administrator says first.
    case roleMissing(role: String, statement: String)

    /// The statements that give a role what a run needs.
    static func statements(to role: String) -> String {
        String(decoding: PackageResources.service_sql, as: UTF8.self)
            .replacing(":role", with: role.quotedName)
    }

    /// A right on one table, or on one column of it; `column` is empty for the whole table.
    struct Right: Sendable {
        let privilege, table, column: String
    }

    /// What ``statements(to:)`` give, table by table and column by column, but for the right to read,
    /// which is one on every table of both schemas, and the right to decide, which no run needs.
    static var rights: [Right] {
        lines(of: statements(to: "role")).flatMap { statement -> [Right] in
            guard
                let match = statement.wholeMatch(
                    of: /GRANT (\w+)(?: ?\(([^)]*)\))? ON (?!SCHEMA|ALL|FUNCTION)(.+) TO "role"/)
            else { return [] }
            let columns = match.2.map { list(of: $0) } ?? [""]
            return list(of: match.3).flatMap { table in
                columns.map { Right(privilege: String(match.1), table: table, column: $0) }
            }
        }
    }

    /// The fewest statements that give a role rights that it lacks, named as
    /// ``Ledger/Ledger/missingRights()`` does.
    ///
    /// Where a schema cannot be used, what else is lacking is not known: all statements then.
    static func statements(of missing: [String], to role: String) -> [String] {
        if missing.contains(where: { $0.hasPrefix("USAGE") }) {
            return lines(of: statements(to: role))
        }
        var tables: [String: [String]] = [:]
        var columns: [String: [String]] = [:]
        for right in missing {
            guard let match = right.wholeMatch(of: /(\w+)(?: \((\w+)\))? on (.+)/) else { continue }
            if let column = match.2 {
                columns["\(match.3) \(match.1)", default: []].append(String(column))
            } else {
                tables[String(match.1), default: []].append(String(match.3))
            }
        }
        let whole = tables.sorted { $0.key < $1.key }.map { privilege, tables in
            "GRANT \(privilege) ON \(tables.joined(separator: ", ")) TO \(role.quotedName)"
        }
        return whole
            + columns.sorted { $0.key < $1.key }.map { key, columns in
                let parts = key.split(separator: " ")
                return "GRANT \(parts[1]) (\(columns.joined(separator: ", "))) ON \(parts[0]) TO "
                    + role.quotedName
            }
    }

    /// Statements in a line each, without comments.
    private static func lines(of sql: String) -> [String] {
        sql.split(separator: "\n").filter { !$0.hasPrefix("--") }
            .joined(separator: " ").split(separator: ";")
            .map { $0.split(separator: " ").joined(separator: " ") }
            .filter { !$0.isEmpty }
    }

    private static func list(of text: Substring) -> [String] {
        text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}

extension String {
    /// A name as SQL quotes it.
    var quotedName: String { "\"\(replacing("\"", with: "\"\""))\"" }
}
