import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

/// Decisions on suggestions, on the sample network.
@Suite struct DecideSuggestionTests {
    private struct Printed: Decodable {
        let suggestion: Int
        let job: String
        let need: String
        let candidate: String
        let decidedBy: String
        let verdict: String
    }

    @Test func aDeclinedSuggestionIsWithheldUntilItIsAccepted() async throws {
        try await Self.withNight { command, connection in
            let (need, candidate) = try Self.first(on: connection)
            let arguments = ["decide", "suggestion", need, candidate]
            let declined = try command.start(
                arguments + ["decline", "--reason", "dates", "--by", "Nina"]
            ).wait()
            #expect(declined.code == 0, "\(declined.errors)")
            for text in ["Suggestion déclinée", "Elle ne reviendra que si"] {
                #expect(declined.output.contains(text), "\(text)")
            }
            let said = try connection.first(
                """
                SELECT verdict || ' for ' || reason || ' by ' || decided_by
                FROM entremise.decision WHERE key = \([need, candidate])
                """, as: String.self)
            #expect(said == "declined for dates by Nina")

            try #require(command.run("run", "missions", "--as-of", Self.next).code == 0)
            #expect(try Self.inForce(need, candidate, on: connection) == 0)
            let why = try command.run(
                "why-not", need, candidate, "--as-of", Self.next, "--language", "en")
            #expect(
                why.output.contains("Already declined, and nothing has changed since."),
                "\(why.output)")
            let again = try command.start(arguments + ["decline", "--reason", "dates"]).wait()
            #expect(again.code == ExitCode.badData.rawValue)
            #expect(again.errors.contains("declined already, by Nina on"), "\(again.errors)")

            // Taken back, it is suggested again.
            let accepted = try command.start(arguments + ["accept", "--by", "Paul", "--json"])
                .wait()
            let printed = try JSONDecoder().decode(Printed.self, from: Data(accepted.output.utf8))
            #expect(printed.need == need && printed.candidate == candidate)
            #expect(printed.job == "missions" && printed.verdict == "accepted")
            #expect(printed.decidedBy == "Paul")
            try #require(command.run("run", "missions", "--as-of", Self.next).code == 0)
            #expect(try Self.inForce(need, candidate, on: connection) == 1)
        }
    }

    @Test func whatCannotBeDecidedIsSaidClearly() async throws {
        try await Self.withNight { command, connection in
            let (need, candidate) = try Self.first(on: connection)
            for (arguments, code, text) in [
                (["suggestion", need, "nobody", "accept"], ExitCode.noInput, "for “\(need)”"),
                (["suggestion", need, "accept"], .usage, "by its ids (need, candidate)"),
                (["suggestion", need, candidate], .usage, "'accept' and 'decline'"),
                (["suggestion", need, candidate, "decline"], .usage, "--reason price"),
                (["ring", need, "accept"], .usage, "there are: suggestion, bid"),
            ] {
                let outcome = try command.start(["decide"] + arguments).wait()
                #expect(outcome.code == code.rawValue, "\(arguments)")
                #expect(outcome.errors.contains(text), "\(outcome.errors)")
            }
            let written = try connection.first(
                "SELECT count(*) FROM entremise.decision", as: Int.self)
            #expect(written == 0)
        }
    }

    /// The pair that is suggested first.
    private static func first(on connection: borrowing Connection) throws -> (String, String) {
        let pairs = try connection.rows(
            of: """
                SELECT key[1] AS need_id, key[2] AS candidate_id FROM entremise.proposal
                WHERE position = 1 ORDER BY id LIMIT 1
                """
        ).map { row throws(PostgresError) in
            (
                try row.value("need_id", as: String.self),
                try row.value("candidate_id", as: String.self)
            )
        }
        return try #require(pairs.first)
    }

    private static func inForce(
        _ need: String, _ candidate: String, on connection: borrowing Connection
    ) throws -> Int? {
        try connection.first(
            """
            SELECT count(*) FROM entremise.proposal
            WHERE key = \([need, candidate]) AND until_run_id IS NULL
            """, as: Int.self)
    }

    private static let day = "2026-11-23"
    private static let next = "2026-11-24"

    private static func withNight(
        _ body: (Command, borrowing Connection) async throws -> Void
    ) async throws {
        try await Command.afterNight(of: "missions", on: day, body)
    }
}
