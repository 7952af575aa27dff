internal import Postgres

/// A type of PostgreSQL, as far as it decides how a column is read.
struct ColumnType: Hashable {
    /// As SQL writes it: `money`, `citext`, `mood[]`.
    let name: String
    let family: Family

    /// Types that are read, or refused, in one way.
    enum Family {
        /// `text`, `varchar`, `name`.
        case text
        /// What is a text once it is cast, and loses nothing by it: enumerations, `citext`, `uuid`,
        /// `char(n)`, which is padded, and numbers of the system.
        case word
        case texts
        /// Arrays of ``word`` or of integers.
        case words
        case integer, decimal, money, boolean, date, timestamp, instant, interval, range
        case json, jsonb
        /// Arrays of `json` or `jsonb`.
        case jsons
        case bytes, bits
        /// Rows: composite types.
        case record
        /// Arrays of anything else.
        case list
        case other
    }

    /// The type of a number that every database has; nil for others, which `pg_type` knows.
    init?(builtIn type: TypeOID) {
        guard let family = Self.builtIn[type] else { return nil }
        self.init(name: type.description, family: family)
    }

    init(name: String, family: Family) {
        self.name = name
        self.family = family
    }

    /// - Parameters:
    ///   - name: As SQL writes it.
    ///   - element: The type, or that of its elements where it is an array, domains resolved.
    ///   - kind: The `typtype` of the element.
    ///   - category: The `typcategory` of the element.
    ///   - isArray: Whether it is an array.
    init(name: String, element: TypeOID, kind: String, category: String, isArray: Bool) {
        let own: Family =
            switch (Self.builtIn[element] ?? Self.named[element], kind, category) {
            case (.some(let family), _, _): family
            case (nil, "e", _), (nil, _, "S"): .word
            case (nil, "c", _): .record
            case (nil, "r", _): .range
            case (nil, _, "T"): .interval
            case (nil, _, "V"): .bits
            default: .other
            }
        self.init(name: name, family: isArray ? Self.array(of: own) : own)
    }

    private static func array(of element: Family) -> Family {
        switch element {
        case .text: .texts
        case .word, .integer: .words
        case .json, .jsonb: .jsons
        default: .list
        }
    }

    private static let builtIn: [TypeOID: Family] = [
        .text: .text, .varchar: .text, .name: .text, .bpchar: .word, .uuid: .word, .oid: .word,
        .textArray: .texts, .varcharArray: .texts, .bpcharArray: .words, .nameArray: .words,
        .uuidArray: .words, .int2Array: .words, .int4Array: .words, .int8Array: .words,
        .int2: .integer, .int4: .integer, .int8: .integer, .numeric: .decimal, .float4: .decimal,
        .float8: .decimal, .bool: .boolean, .date: .date, .timestamp: .timestamp,
        .timestamptz: .instant, .json: .json, .jsonb: .jsonb, .jsonArray: .jsons,
        .jsonbArray: .jsons, .bytea: .bytes, .daterange: .range, .tsrange: .range,
        .tstzrange: .range, .int4range: .range, .int8range: .range, .numrange: .range,
    ]

    /// Types of every database that nothing but a query may be of.
    private static let named: [TypeOID: Family] = [
        TypeOID(rawValue: 18): .word, TypeOID(rawValue: 790): .money,
    ]
}

/// A column that a query returns, with its type.
struct FoundColumn {
    let name: String
    let oid: TypeOID
    let type: ColumnType
}

extension Ledger {
    /// The columns with the types that only this database has looked up: enumerations, extensions'
    /// types, arrays of domains. A domain comes as the type that it is over.
    func typed(
        _ columns: [Column], on connection: borrowing Connection
    ) throws -> [FoundColumn] {
        let unknown = Set(columns.map(\.type)).filter { ColumnType(builtIn: $0) == nil }
        let types = unknown.isEmpty ? [:] : try self.types(of: unknown, on: connection)
        return columns.map { column in
            FoundColumn(
                name: column.name, oid: column.type,
                type: ColumnType(builtIn: column.type) ?? types[column.type]
                    ?? ColumnType(name: column.type.description, family: .other))
        }
    }

    private func types(
        of oids: Set<TypeOID>, on connection: borrowing Connection
    ) throws -> [TypeOID: ColumnType] {
        var types: [TypeOID: ColumnType] = [:]
        try connection.rows(
            of: """
                WITH RECURSIVE base (oid, is_array, element) AS (
                    SELECT oid, typcategory = 'A',
                        CASE WHEN typcategory = 'A' THEN typelem ELSE oid END
                    FROM pg_catalog.pg_type
                    WHERE oid::bigint = ANY (\(oids.map { Int($0.rawValue) }.sorted()))
                    UNION ALL
                    SELECT base.oid, base.is_array, type.typbasetype
                    FROM base JOIN pg_catalog.pg_type AS type ON type.oid = base.element
                    WHERE type.typtype = 'd'
                )
                SELECT base.oid::bigint AS oid, format_type(base.oid, NULL) AS name,
                    base.is_array, base.element::bigint AS element, type.typtype::text AS kind,
                    type.typcategory::text AS category
                FROM base JOIN pg_catalog.pg_type AS type ON type.oid = base.element
                WHERE type.typtype <> 'd'
                """
        ).forEach { row throws(PostgresError) in
            let (oid, element): (Int, Int) = (try row.value("oid"), try row.value("element"))
            types[TypeOID(rawValue: UInt32(oid))] = ColumnType(
                name: try row.value("name"), element: TypeOID(rawValue: UInt32(element)),
                kind: try row.value("kind"), category: try row.value("category"),
                isArray: try row.value("is_array"))
        }
        return types
    }
}
