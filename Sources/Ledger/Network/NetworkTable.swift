internal import Postgres

/// A table of the schema `network`, as the database describes it.
struct NetworkTable: Sendable {
    let name: String
    /// Columns in the table's order.
    let columns: [Column]
    /// Columns of the primary key.
    let key: [String]
    let constraints: [String: Constraint]

    struct Column: Sendable {
        let name: String
        let type: String
    }

    /// A rule of the table, by whose name PostgreSQL refuses a row.
    struct Constraint: Sendable {
        let columns: [String]
        /// For a foreign key, the table that is referred to.
        let references: String?
        /// The rule as SQL writes it.
        let definition: String
    }

    /// Columns that came later, each with a default: a file of before may lack them.
    static let laterColumns: [String: Set<String>] = [
        "member": ["insurance", "leads_bids", "bid_days_min"],
        "tender": ["member_certifications", "insurance_min"],
        "lot": ["certifications"],
        "commitment": ["tender_id"],
    ]

    /// Tables that came later, and may be empty: a folder of before has no file of them.
    static let laterTables: Set<String> = ["reference", "reference_skill"]

    var fileName: String { "\(name).csv" }

    /// The name as SQL quotes it.
    var quoted: String { "network.\"\(name)\"" }

    /// Every table of the network, each after those that it refers to.
    static func all(on connection: borrowing Connection) throws -> [NetworkTable] {
        let constraints = try constraints(on: connection)
        let rows = try connection.rows(
            of: """
                SELECT class.relname::text AS name,
                    array_agg(attribute.attname::text ORDER BY attribute.attnum) AS columns,
                    array_agg(format_type(attribute.atttypid, attribute.atttypmod)
                        ORDER BY attribute.attnum) AS types,
                    coalesce((
                        SELECT array_agg(part.attname::text ORDER BY place)
                        FROM pg_constraint AS main
                        CROSS JOIN unnest(main.conkey) WITH ORDINALITY AS member (number, place)
                        JOIN pg_attribute AS part
                            ON part.attrelid = main.conrelid AND part.attnum = member.number
                        WHERE main.conrelid = class.oid AND main.contype = 'p'
                    ), '{}') AS key
                FROM pg_class AS class
                JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid
                WHERE class.relnamespace = 'network'::regnamespace AND class.relkind = 'r'
                    AND attribute.attnum > 0 AND NOT attribute.attisdropped
                GROUP BY class.oid, class.relname
                ORDER BY class.relname COLLATE "C"
                """)
        let tables = try rows.map { row throws(PostgresError) in
            let name: String = try row.value("name")
            let columns: [String] = try row.value("columns")
            let types: [String] = try row.value("types")
            return NetworkTable(
                name: name, columns: zip(columns, types).map { Column(name: $0, type: $1) },
                key: try row.value("key"), constraints: constraints[name] ?? [:])
        }
        return inOrder(tables)
    }

    private static func constraints(
        on connection: borrowing Connection
    ) throws -> [String: [String: Constraint]] {
        let rows = try connection.rows(
            of: """
                SELECT class.relname::text AS name, rule.conname::text AS constraint,
                    coalesce((
                        SELECT array_agg(part.attname::text ORDER BY place)
                        FROM unnest(rule.conkey) WITH ORDINALITY AS member (number, place)
                        JOIN pg_attribute AS part
                            ON part.attrelid = rule.conrelid AND part.attnum = member.number
                    ), '{}') AS columns,
                    target.relname::text AS target, pg_get_constraintdef(rule.oid) AS definition
                FROM pg_constraint AS rule
                JOIN pg_class AS class ON class.oid = rule.conrelid
                LEFT JOIN pg_class AS target ON target.oid = rule.confrelid
                WHERE rule.connamespace = 'network'::regnamespace
                """)
        var constraints: [String: [String: Constraint]] = [:]
        try rows.forEach { row throws(PostgresError) in
            let name: String = try row.value("name")
            let constraint: String = try row.value("constraint")
            constraints[name, default: [:]][constraint] = Constraint(
                columns: try row.value("columns"), references: try row.optional("target"),
                definition: try row.value("definition"))
        }
        return constraints
    }

    /// The tables such that each comes after those that it refers to; by name where that is free.
    private static func inOrder(_ tables: [NetworkTable]) -> [NetworkTable] {
        var waiting = tables
        var ordered: [NetworkTable] = []
        while !waiting.isEmpty {
            let names = Set(waiting.map(\.name))
            let index =
                waiting.firstIndex { table in
                    table.constraints.values.allSatisfy { constraint in
                        guard let target = constraint.references else { return true }
                        return target == table.name || !names.contains(target)
                    }
                } ?? 0
            ordered.append(waiting.remove(at: index))
        }
        return ordered
    }
}
