internal import Market
internal import Postgres

/// A query whose columns are as documented.
struct CheckedQuery {
    let file: JobQueries.File
    let columns: [SelectedColumn]

    /// The query, of which only these columns are read.
    func reading(_ columns: Set<MarketColumn>) -> CheckedQuery {
        CheckedQuery(file: file, columns: self.columns.filter { columns.contains($0.column) })
    }
}

/// The queries of a job, and those that all jobs of the network share, checked.
struct CheckedQueries {
    let skills: CheckedQuery
    let places: CheckedQuery
    let refusals: CheckedQuery
    let collaborations: CheckedQuery
    let references: CheckedQuery
    let allTenders: CheckedQuery
    let needs: CheckedQuery
    let candidates: CheckedQuery
    let tenders: CheckedQuery?
    let exclusions: CheckedQuery?
}

/// What came of the rows of a query, ascending by id.
struct QueryRows<Value> {
    var values: [Value] = []
    /// How many rows the query returned, those that could not be used among them.
    var returned = 0
    /// Ids of the rows that could not be used.
    var unusable: Set<String> = []
    /// What made no sense.
    var faults: [SetAside] = []
}

extension Ledger {
    /// - Throws: ``LedgerError/queryRefused(file:line:reason:)``,
    ///   ``LedgerError/columnsRefused(_:)``.
    func checkColumns(
        of queries: JobQueries, on connection: borrowing Connection
    ) throws -> CheckedQueries {
        var problems: [ColumnProblem] = []
        func checked(
            _ file: JobQueries.File, _ expected: QueryColumns
        ) throws -> CheckedQuery {
            let found = try columns(of: file, on: connection)
            problems += expected.problems(in: found, of: file.name)
            return CheckedQuery(file: file, columns: expected.selected(from: found))
        }
        let common = network.queries
        let all = CheckedQueries(
            skills: try checked(common.skills, .skills),
            places: try checked(common.places, .places),
            refusals: try checked(common.refusals, .refusals),
            collaborations: try checked(common.collaborations, .collaborations),
            references: try checked(common.references, .references),
            allTenders: try checked(common.tenders, .allTenders),
            needs: try checked(queries.needs, .needs),
            candidates: try checked(queries.candidates, .candidates)
                .reading(Set(MarketColumn.allCases).subtracting([.email, .locale])),
            tenders: try queries.tenders.map { try checked($0, .tenders) },
            exclusions: try queries.exclusions.map { try checked($0, .exclusions) })
        if !problems.isEmpty { throw LedgerError.columnsRefused(problems) }
        return all
    }

    /// Checks one of the queries that all jobs share; throws as above.
    func checkColumns(
        of file: JobQueries.File, against expected: QueryColumns,
        on connection: borrowing Connection
    ) throws -> CheckedQuery {
        let found = try columns(of: file, on: connection)
        let problems = expected.problems(in: found, of: file.name)
        if !problems.isEmpty { throw LedgerError.columnsRefused(problems) }
        return CheckedQuery(file: file, columns: expected.selected(from: found))
    }

    private func columns(
        of file: JobQueries.File, on connection: borrowing Connection
    ) throws -> [FoundColumn] {
        let described: [Column]
        do {
            // Day 0: nothing is run, only the types are asked for.
            described = try connection.describe(
                wrapped(file, selecting: "*", asOf: Day(number: 0)))
        } catch {
            throw refusal(of: file, error, on: connection)
        }
        return try typed(described, on: connection)
    }

    /// Reads the rows of a job's query, ascending by id, in the order of the bytes.
    ///
    /// Rows without an id of their own are set aside; of those with the same id all but the first in
    /// the order of what they hold.
    ///
    /// - Parameters:
    ///   - query: The query.
    ///   - word: What a row is called where the platform does not say.
    ///   - read: Reads a row; nil where it cannot be used. May be asked twice for the same row.
    func rows<Value: Identifiable<String>>(
        of query: CheckedQuery, calling word: String, asOf: Day,
        on connection: borrowing Connection, _ read: (inout Fields) -> Value?
    ) throws -> QueryRows<Value> {
        do {
            var found =
                try unordered(query, word, asOf, on: connection, read)
                ?? ordered(query, word, asOf, on: connection, read)
            var ids = ConfusableIDs()
            ids.sift(&found, .id, calling: word) { $0.id }
            return found
        } catch let error as PostgresError {
            throw refusal(of: query.file, error, on: connection)
        }
    }

    /// Reads the rows of a query that may have no ids of their own.
    ///
    /// - Parameters:
    ///   - order: How the server is to order them; left out, they come as they lie, so that what is
    ///     made of them must not depend on it.
    ///   - read: Takes a row, and notes in it what makes no sense.
    /// - Returns: What was noted.
    func eachRow(
        of query: CheckedQuery, calling word: String, asOf: Day, order: Query = "",
        on connection: borrowing Connection, _ read: (inout Fields) -> Void
    ) throws -> [SetAside] {
        var fields = Fields(query.columns, calling: word)
        var faults: [SetAside] = []
        do {
            try connection.stream(select(query, asOf: asOf) + order) { row in
                try fields.read(row)
                read(&fields)
                faults += fields.faults
            }
        } catch let error as PostgresError {
            throw refusal(of: query.file, error, on: connection)
        }
        return faults
    }

    /// Reads the rows as they come, so that the server need not sort them; nil where two have the
    /// same id, or none.
    private func unordered<Value: Identifiable<String>>(
        _ query: CheckedQuery, _ word: String, _ asOf: Day,
        on connection: borrowing Connection, _ read: (inout Fields) -> Value?
    ) throws -> QueryRows<Value>? {
        var fields = Fields(query.columns, calling: word)
        var found = QueryRows<Value>()
        var isRepeated = false
        var faults: [(id: String, faults: [SetAside])] = []
        found.returned = try connection.stream(select(query, asOf: asOf)) { row in
            try fields.read(row)
            if fields.id.isEmpty { fields.refuse(.id, .unreadable(expected: .a(.id))) }
            if !fields.id.isEmpty, let value = read(&fields) {
                found.values.append(value)
            } else if !found.unusable.insert(fields.id).inserted {
                isRepeated = true
            }
            if !fields.faults.isEmpty { faults.append((fields.id, fields.faults)) }
        }
        found.values.sort { $0.id.precedesInBytes($1.id) }
        isRepeated =
            isRepeated
            || zip(found.values, found.values.dropFirst()).contains { $0.id.isWritten(as: $1.id) }
            || !found.unusable.isEmpty && found.values.contains { found.unusable.contains($0.id) }
        if isRepeated { return nil }
        found.unusable.remove("")
        // Rows without an id come last.
        faults.sort { $1.id.isEmpty || !$0.id.isEmpty && $0.id.precedesInBytes($1.id) }
        found.faults = faults.flatMap(\.faults)
        return found
    }

    /// Reads the rows in an order that the server makes: by id, then by what they hold. Of those with
    /// the same id all but the first are set aside.
    private func ordered<Value>(
        _ query: CheckedQuery, _ word: String, _ asOf: Day,
        on connection: borrowing Connection, _ read: (inout Fields) -> Value?
    ) throws -> QueryRows<Value> {
        var fields = Fields(query.columns, calling: word)
        var found = QueryRows<Value>()
        var last: String?
        let order: Query =
            #" ORDER BY (row.id)::text COLLATE "C", to_jsonb(row)::text COLLATE "C""#
        found.returned = try connection.stream(select(query, asOf: asOf) + order) { row in
            try fields.read(row)
            if fields.id.isEmpty {
                fields.refuse(.id, .unreadable(expected: .a(.id)))
            } else if let last, fields.id.isWritten(as: last) {
                fields.refuse(.id, .duplicate)
            } else if let value = read(&fields) {
                found.values.append(value)
            } else {
                found.unusable.insert(fields.id)
            }
            last = fields.id
            found.faults += fields.faults
        }
        return found
    }

    /// Rows that a job's query returns on a day, those that make no sense among them.
    func count(
        _ file: JobQueries.File, asOf: Day, on connection: borrowing Connection
    ) throws -> Int {
        do {
            let query = wrapped(file, selecting: "count(*)", asOf: asOf)
            return try connection.first(query, as: Int.self) ?? 0
        } catch {
            throw refusal(of: file, error, on: connection)
        }
    }

    func select(_ query: CheckedQuery, asOf: Day) -> Query {
        var list: Query = ""
        for (position, column) in query.columns.enumerated() {
            list += position == 0 ? column.sql : ", \(column.sql)"
        }
        return wrapped(query.file, selecting: list, asOf: asOf)
    }

    /// A job's query as a table named `row`. It always uses `$1`, so that binding the day never
    /// fails, and begins on the second line.
    private func wrapped(
        _ file: JobQueries.File, selecting columns: Query, asOf: Day
    ) -> Query {
        """
        SELECT \(columns) FROM (
        \(raw: file.statement)
        ) AS row WHERE \(asOf.date) IS NOT NULL
        """
    }

    /// What a query itself may be at fault for, by SQLSTATE: a statement (42, 0A), a schema or a database
    /// (3F, 3D), a value (22, 21), a function of its own (2F, 38, 39, P0) that cannot be, one too large
    /// for PostgreSQL (54), one that would write (25006).
    private static let faultsOfQueries = [
        "42", "0A", "3F", "3D", "22", "21", "2F", "38", "39", "P0", "54", "25006",
    ]

    func refusal(
        of file: JobQueries.File, _ error: PostgresError, on connection: borrowing Connection
    ) -> any Error {
        if error.sqlstate == "42501" {
            return LedgerError.queryForbidden(
                ForbiddenQuery(
                    file: file.name, role: connection.user, reason: error.message, sql: file.sql))
        }
        if ["55P03", "57014"].contains(error.sqlstate) {
            return told(error, of: file.name, on: connection)
        }
        guard let state = error.sqlstate,
            Self.faultsOfQueries.contains(where: { state.hasPrefix($0) })
        else { return error }
        let leading = file.sql.prefix { $0.isWhitespace }.count { $0.isNewline }
        return LedgerError.queryRefused(
            file: file.name, line: error.line.map { max(1, $0 - 1 + leading) },
            reason: [error.message, error.hint].compactMap { $0 }.joined(separator: " — "))
    }
}

extension Day {
    /// The day as PostgreSQL counts it.
    var date: PostgresDate {
        PostgresDate(daysSince2000: Int32(clamping: number - 10_957))
    }

    init(_ date: PostgresDate) { self.init(number: Int(date.daysSince2000) + 10_957) }
}

extension String {
    /// Whether the bytes of this text come before those of another: PostgreSQL's order "C".
    func precedesInBytes(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// Whether another text has the same bytes, as PostgreSQL compares ids.
    func isWritten(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
