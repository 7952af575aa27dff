import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

/// Decisions on the sample network, and what the command makes of them.
@Suite struct LearnTests {
    private struct Outcome: Decodable {
        let accepted: Int
        let declined: Int
        let isAdopted: Bool
        let before: [String: Double]
        let learned: [String: Double]?
        let fit: Int?
        let lossBefore: Double?
        let lossAfter: Double?
    }

    private static let day = "2026-11-23"

    @Test func decisionsTeachARunAndCanBeTakenBack() async throws {
        try await Self.withNight { command, connection in
            try Self.decideByPrice(on: connection)
            let dry = try Self.lesson(command, "--dry-run")
            #expect(dry.isAdopted && dry.fit == nil)
            #expect(try Self.count("weight_fit", connection) == 0)

            let lesson = try Self.lesson(command)
            #expect(lesson.isAdopted && lesson.fit == 1)
            let learned = try #require(lesson.learned)
            #expect((learned["price"] ?? 0) > 3 * (lesson.before["price"] ?? 1))
            #expect(abs((learned["place"] ?? 0) - (lesson.before["place"] ?? 1)) < 1e-12)
            #expect((lesson.lossAfter ?? 1) < (lesson.lossBefore ?? 0))
            #expect(try Self.lesson(command).fit == 1)
            #expect(try Self.count("weight_fit", connection) == 1)

            // Nothing changes until the job file says so.
            let before = try Self.run(command, connection)
            #expect(before.fit == nil)
            let file = command.home.appending(path: "jobs/missions.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            let learning = text.replacing("learn: false", with: "learn: true")
            #expect(learning != text)
            try Data(learning.utf8).write(to: file)
            let after = try Self.run(command, connection)
            #expect(after.fit == 1 && after.hash != before.hash)
            #expect(after.price > 3 * before.price)
            let pair = try Self.pair(connection)
            let why = try command.run("why", pair.0, pair.1, "--as-of", Self.day, "--json")
            #expect(why.output.contains("\"weightFit\" : 1"), "\(why.errors)")
            let report = try command.run("report", "--as-of", Self.day)
            #expect(report.code == 0, "\(report.errors)")
            let json = command.home.appending(path: "var/reports/latest/night.json")
            #expect(try String(contentsOf: json, encoding: .utf8).contains("\"weight_fit\" : 1"))

            let list = try command.run("learn", "missions", "--list")
            #expect(list.output.contains("fit 1") && list.output.contains("in use"))
            let revert = try command.run("learn", "missions", "--revert")
            #expect(revert.code == 0 && revert.output.contains("the job file's weights"))
            let reverted = try Self.run(command, connection)
            #expect(reverted.fit == nil && reverted.price == before.price)
            let again = try command.run("learn", "missions", "--revert")
            #expect(again.output.contains("no learned weights are in use"))
            #expect(try command.run("learn", "missions", "--list").output.contains("taken back"))
        }
    }

    @Test func tooFewDecisionsSayHowManyAreMissing() async throws {
        try await Self.withNight { command, connection in
            let none = try command.run("learn", "missions")
            #expect(none.code == 0, "\(none.errors)")
            #expect(none.output.contains("60 more decisions"))
            try connection.execute(
                """
                INSERT INTO entremise.decision (job, key, proposal_id, verdict, decided_by)
                SELECT job, key, id, 'accepted', 'test' FROM entremise.proposal
                """)
            let all = try command.run("learn", "missions")
            #expect(all.output.contains("10 more declined") && !all.output.contains("decisions,"))
            #expect(try Self.count("weight_fit", connection) == 0)
            let unknown = try command.run("learn", "mission")
            #expect(unknown.code == ExitCode.usage.rawValue)
            let both = try command.run("learn", "missions", "--list", "--revert")
            #expect(both.code == ExitCode.usage.rawValue)
        }
    }

    /// The sample network after a night of missions.
    private static func withNight(
        _ body: (Command, borrowing Connection) async throws -> Void
    ) async throws {
        // Words alone bring few pairs to the shipped floor: a lower one makes enough to decide.
        func lowerFloor(_ command: Command) throws {
            let file = command.home.appending(path: "jobs/missions.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data(
                text.replacing("floor: auto\n", with: "floor: 0.02\n")
                    .replacing("  precision: 0.6\n", with: "").utf8
            ).write(to: file)
        }
        try await Command.afterNight(of: "missions", on: day, prepare: lowerFloor, body)
    }

    /// Somebody for whom nothing counts but that the price is low.
    private static func decideByPrice(on connection: borrowing Connection) throws {
        try connection.execute(
            """
            INSERT INTO entremise.decision (job, key, proposal_id, verdict, reason, decided_by)
            SELECT proposal.job, proposal.key, proposal.id,
                CASE WHEN (signal->>'value')::double precision >= 0.75
                    THEN 'accepted' ELSE 'declined' END,
                'price', 'test'
            FROM entremise.proposal, jsonb_array_elements(body->'signals') AS signal
            WHERE signal->>'kind' = 'price'
            ORDER BY proposal.id
            """)
    }

    private static func lesson(_ command: Command, _ option: String? = nil) throws -> Outcome {
        let outcome =
            try option.map { try command.run("learn", "missions", "--json", $0) }
            ?? command.run("learn", "missions", "--json")
        try #require(outcome.code == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Outcome.self, from: Data(outcome.output.utf8))
    }

    /// What the books say of a new run.
    private static func run(
        _ command: Command, _ connection: borrowing Connection
    ) throws -> (fit: Int?, price: Double, hash: String) {
        let outcome = try command.run("run", "missions", "--as-of", day)
        try #require(outcome.code == 0, "\(outcome.errors)")
        let rows = try connection.rows(
            of: """
                SELECT weight_fit_id, (weights->>'price')::double precision AS price,
                    configuration_hash
                FROM entremise.run ORDER BY id DESC LIMIT 1
                """
        ).map { row throws(PostgresError) in
            (
                fit: try row.optional("weight_fit_id", as: Int.self),
                price: try row.value("price", as: Double.self),
                hash: try row.value("configuration_hash", as: String.self)
            )
        }
        return try #require(rows.first)
    }

    private static func count(_ table: String, _ connection: borrowing Connection) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM entremise.\(identifier: table)", as: Int.self) ?? -1
    }

    private static func pair(_ connection: borrowing Connection) throws -> (String, String) {
        let rows = try connection.rows(
            of: """
                SELECT key[1] AS need_id, key[2] AS candidate_id FROM entremise.proposal
                WHERE until_run_id IS NULL ORDER BY id LIMIT 1
                """
        ).map { row throws(PostgresError) in
            (
                try row.value("need_id", as: String.self),
                try row.value("candidate_id", as: String.self)
            )
        }
        return try #require(rows.first)
    }
}
