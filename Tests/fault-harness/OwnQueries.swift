import Foundation
import Postgres
import TestSupport

/// Queries of a job with hostile values in one of its columns, and a night on them.
struct OwnQueries {
    private static let files = [
        "missions.needs.sql", "consultants.sql", "services.needs.sql", "services.candidates.sql",
        "tenders.lots.sql", "tenders.sql",
    ]

    /// A query of the shipped jobs and the types of its columns.
    private struct Original {
        let url: URL
        let text: String
        let columns: [(name: String, type: String)]
    }

    func run(_ numbers: Range<Int>, _ tally: inout Tally) async throws {
        guard !numbers.isEmpty else { return }
        try await withDatabase(holding: .sample) { connection, conninfo in
            let night = try Night(on: conninfo)
            defer { night.command.remove() }
            let originals = try Self.files.map { name in
                try Self.original(
                    night.command.home.appending(path: "jobs/sql/\(name)"), connection)
            }
            for number in numbers where !tally.isOver {
                var random = tally.random(5, number)
                guard let original = originals.randomElement(using: &random) else { return }
                let (text, column) = Self.hostile(original, using: &random)
                try Data(text.utf8).write(to: original.url)
                let faults = try Self.faults(of: night)
                try Data(original.text.utf8).write(to: original.url)
                tally.count(
                    "queries: \(original.url.lastPathComponent)", option: "--queries 1",
                    number: number, faults: faults.map { "\(column.prefix(300)): \($0)" })
            }
        }
    }

    private static func faults(of night: Night) throws -> [String] {
        let codes = Ended.documented.subtracting([1])
        var faults: [String] = []
        for step in ["check", "run", "report", "digest"] {
            let arguments = step == "check" ? [step, "--as-of", Night.day] : Night.arguments(step)
            faults += try night.run(arguments).faults(step, codes: codes)
        }
        return faults + (try night.brokenPromises())
    }

    private static func original(
        _ url: URL, _ connection: borrowing Connection
    ) throws -> Original {
        let text = try String(contentsOf: url, encoding: .utf8)
        try connection.script(
            "DROP VIEW IF EXISTS public.own; CREATE VIEW public.own AS "
                + text.replacing("$1", with: "DATE '\(Night.day)'"))
        let columns = try connection.rows(
            of: """
                SELECT attname::text AS name, format_type(atttypid, NULL) AS type
                FROM pg_attribute WHERE attrelid = 'public.own'::regclass AND attnum > 0
                ORDER BY attnum
                """
        ).map { row throws(PostgresError) in
            (
                name: try row.value("name", as: String.self),
                type: try row.value("type", as: String.self)
            )
        }
        return Original(url: url, text: text, columns: columns)
    }

    /// A query with hostile values in some rows of one column, and what that column says.
    private static func hostile(
        _ original: Original, using random: inout SeededGenerator
    ) -> (text: String, column: String) {
        let chosen = original.columns.randomElement(using: &random)?.name
        let share = Int.random(in: 1...9, using: &random)
        var said = ""
        let selected = original.columns.map { column, type -> String in
            guard column == chosen else { return "q.\"\(column)\"" }
            // The escape of a lone surrogate is JSON, and no JSONB.
            let wide = type == "jsonb" ? "json" : type
            let hostile =
                HostileValues.value(of: wide, using: &random).map { "\(literal($0))::\(wide)" }
                ?? "NULL"
            said =
                "CASE WHEN abs(hashtext(q.id)) % 9 < \(share) THEN \(hostile) "
                + "ELSE q.\"\(column)\"::\(wide) END AS \"\(column)\""
            return said
        }
        let inner = original.text.split(separator: ";").first ?? ""
        return ("SELECT \(selected.joined(separator: ", ")) FROM (\n\(inner)\n) AS q\n", said)
    }
}
