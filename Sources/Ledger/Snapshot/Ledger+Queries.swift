internal import Market
internal import Postgres

extension Ledger {
    /// - Throws: ``LedgerError/queryRefused(file:line:reason:)``,
    ///   ``LedgerError/columnsRefused(_:)``.
    func checkColumns(of queries: JobQueries, on connection: borrowing Connection) throws {
        var problems: [ColumnProblem] = []
        problems += try columnProblems(of: queries.needs, .needs, on: connection)
        problems += try columnProblems(of: queries.candidates, .candidates, on: connection)
        if let tenders = queries.tenders {
            problems += try columnProblems(of: tenders, .tenders, on: connection)
        }
        if !problems.isEmpty { throw LedgerError.columnsRefused(problems) }
    }

    private func columnProblems(
        of file: JobQueries.File, _ expected: QueryColumns, on connection: borrowing Connection
    ) throws -> [ColumnProblem] {
        // Day 0: nothing is run, only the types are asked for.
        let query = wrapped(file, selecting: "*", orderedBy: "", asOf: Day(number: 0))
        do {
            return expected.problems(in: try connection.describe(query), of: file.name)
        } catch {
            throw refusal(of: file, error)
        }
    }

    /// Calls `body` with each row of a job's query, ascending by id; rows without an id of their
    /// own are set aside.
    func forEachRow(
        of file: JobQueries.File, calling word: String, asOf: Day,
        on connection: borrowing Connection, faults: inout [SetAside],
        _ body: (inout Fields) throws -> Void
    ) throws {
        // The id decides; among rows of one id, which are set aside but for the first, the text.
        let query = wrapped(
            file,
            selecting: """
                (row.id)::text COLLATE "C" AS id, to_jsonb(row)::text COLLATE "C" AS columns
                """,
            // By number: written out again, the text would be made twice.
            orderedBy: "ORDER BY 1, 2", asOf: asOf)
        var last: String?
        var rowFaults: [SetAside] = []
        do {
            try connection.stream(query) { row in
                let id: String? = try row.optional("id")
                guard let columns = JSONValue(parsing: try row.value("columns")),
                    case .object(let values) = columns
                else { throw LedgerError.unreadable("Expected JSON from to_jsonb in \(file.name)") }
                var source = word
                if case .string(let name) = values[QueryColumns.source] { source = name }
                var fields = Fields(source: source, id: id ?? "", values: values)
                switch id {
                case nil, .some(""): fields.refuse("id", .unreadable(expected: "an id"))
                case .some(let id) where id == last: fields.refuse("id", .duplicate)
                default: try body(&fields)
                }
                last = id
                rowFaults += fields.faults
            }
        } catch let error as PostgresError {
            throw refusal(of: file, error)
        }
        faults += rowFaults
    }

    /// A job's query as a table named `row`. It always uses `$1`, so that binding the day never
    /// fails, and begins on the second line.
    private func wrapped(
        _ file: JobQueries.File, selecting columns: String, orderedBy order: String, asOf: Day
    ) -> Query {
        var sql = Substring(file.sql.trimmed)
        while sql.hasSuffix(";") { sql = Substring(String(sql.dropLast()).trimmed) }
        return """
            SELECT \(raw: columns) FROM (
            \(raw: String(sql))
            ) AS row WHERE \(asOf.date) IS NOT NULL \(raw: order)
            """
    }

    private func refusal(of file: JobQueries.File, _ error: PostgresError) -> any Error {
        // Class 42 is a statement that cannot be, 22 a value that cannot; others are no fault of
        // the query's.
        guard let state = error.sqlstate, ["42", "22", "21", "2F", "0A"].contains(state.prefix(2)),
            state != "42501"
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
