import Foundation
import Postgres
import TestSupport

/// Hostile rows in every table of the network, a thousand to a network, and a night on them.
struct HostileRows {
    private static let perNetwork = 1_000

    func run(_ rows: Range<Int>, _ tally: inout Tally) async throws {
        for first in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.perNetwork)
        where !tally.isOver {
            let count = min(Self.perNetwork, rows.upperBound - first)
            var random = tally.random(3, first)
            try await withDatabase(holding: .sample) { connection, conninfo in
                let night = try Night(on: conninfo)
                defer { night.command.remove() }
                var faults: [String] = []
                let hadNight = Bool.random(using: &random)
                if hadNight {
                    faults += try night.run(Night.arguments("run")).faults("run", codes: [0])
                }
                let tables = try NetworkColumns.tables(on: connection)
                let statements = (0..<count).map { row in
                    tables.randomElement(using: &random)?.statement(row: row, using: &random) ?? ""
                }
                let taken = try connection.took(statements)
                faults += try night.run(Night.arguments("run"), within: 300).faults(
                    "run", codes: [0])
                _ = try connection.took(
                    (0..<30).map { _ in Self.decision(using: &random) })
                faults += try Self.faults(after: night)
                faults += try Self.questionFaults(to: night, connection, &random)
                tally.count(
                    "rows by SQL, refused by the tables", times: count - taken,
                    option: "--rows \(count)",
                    number: first, faults: [])
                tally.count(
                    "rows by SQL, a night on them", times: taken, option: "--rows \(count)",
                    number: first,
                    faults: faults)
            }
        }
    }

    /// SQL that says something hostile of a proposal in force.
    private static func decision(using random: inout SeededGenerator) -> String {
        let verdict = ["accepted", "declined", "corrected"].randomElement(using: &random) ?? ""
        let texts = (0..<3).map { _ in literal(HostileValues.text(using: &random)) }
        return """
            SELECT entremise.decide(kind, key, '\(verdict)', \(texts.joined(separator: ", ")))
            FROM entremise.proposal WHERE until_run_id IS NULL
            ORDER BY md5(id || '\(Int.random(in: 0...999_999, using: &random))') LIMIT 1
            """
    }

    /// What is wrong with answers to questions about hostile ids.
    private static func questionFaults(
        to night: Night, _ connection: borrowing Connection, _ random: inout SeededGenerator
    ) throws -> [String] {
        func id(_ table: String, _ random: inout SeededGenerator) throws -> String {
            let salt = "\(Int.random(in: 0...999_999, using: &random))"
            return try connection.first(
                "SELECT id FROM network.\(identifier: table) ORDER BY md5(id || \(salt)) LIMIT 1",
                as: String.self) ?? ""
        }
        let (need, member) = try (id("mission", &random), id("member", &random))
        let codes = Ended.documented.subtracting([1])
        return try [
            ["why", "--", need, member], ["why-not", "--", need, member],
            ["why", "--", member, HostileValues.texts.randomElement(using: &random) ?? ""],
            ["learn", "missions"],
        ].flatMap { try night.run($0).faults($0.joined(separator: " "), codes: codes) }
    }

    /// What is wrong with a night, all that it tells, and a copy of its network.
    private static func faults(after night: Night) throws -> [String] {
        var faults = try night.run(["check", "--as-of", Night.day])
            .faults("check", codes: Ended.documented.subtracting([1]))
        for step in ["run", "report", "digest"] {
            faults += try night.run(Night.arguments(step), within: 300).faults(step, codes: [0])
        }
        faults += try night.nextNightFaults() + night.brokenPromises()
        faults += try PublishedFiles(night).faults()
        let copies = ["first", "second"].map { night.command.home.appending(path: $0).path }
        faults += try night.run(["export", copies[0]]).faults("export", codes: [0])
        faults += try night.run(["import", copies[0], "--replace"]).faults("import", codes: [0])
        faults += try night.run(["export", copies[1]]).faults("export", codes: [0])
        if try night.files(in: "first") != night.files(in: "second") {
            faults.append("a network that went out and in is another")
        }
        return faults
    }
}

extension Connection {
    /// How many statements the tables take; each stands alone.
    fileprivate func took(_ statements: [String]) throws -> Int {
        try script(
            """
            CREATE OR REPLACE FUNCTION pg_temp.took(statement text) RETURNS integer
            LANGUAGE plpgsql AS $$
            BEGIN
                EXECUTE statement;
                RETURN 1;
            EXCEPTION WHEN OTHERS THEN
                RETURN 0;
            END $$
            """)
        return try first(
            "SELECT coalesce(sum(pg_temp.took(s)), 0) FROM unnest(\(statements)) AS s",
            as: Int.self) ?? 0
    }
}
