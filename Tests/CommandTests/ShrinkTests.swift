import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

/// A source that lost most of its rows stops its job before anything is withdrawn.
@Suite struct ShrinkTests {
    private static let day = ["--as-of", "2026-11-23"]

    private static func inForce(_ connection: borrowing Connection) throws -> Int? {
        try connection.first(
            "SELECT count(*) FROM entremise.proposal WHERE until_run_id IS NULL")
    }

    @Test func aTableThatIsSuddenlyEmptyWithdrawsNothingUntilThatIsAccepted() async throws {
        try await Command.afterNight(of: "missions", on: "2026-11-23") { command, connection in
            let standing = try Self.inForce(connection)
            #expect((standing ?? 0) > 0)
            let missions = try connection.first(
                "SELECT rows_read->>'needs' FROM entremise.run", as: String.self)
            try connection.execute("UPDATE network.mission SET status = 'closed'")
            for arguments in [
                ["missions"], ["missions", "--dry-run"], ["missions", "--full"], [],
            ] {
                let outcome = try command.start(["run"] + arguments + Self.day).wait()
                #expect(outcome.code == ExitCode.badData.rawValue, "\(outcome.errors)")
                for word in [
                    "missions: stopped before anything is withdrawn",
                    "sql/missions.needs.sql",
                    "no row now, \(missions ?? "?") in run 1 of 2026-11-23", "--accept-shrink",
                    "run.shrink",
                ] {
                    #expect(outcome.errors.contains(word), "\(word) in: \(outcome.errors)")
                }
                #expect(!outcome.errors.contains("consultants.sql"))
                // The other jobs run.
                #expect(outcome.output.contains("services 2026-11-23") == arguments.isEmpty)
            }
            let missionsInForce = try connection.first(
                """
                SELECT count(*) FROM entremise.proposal
                WHERE job = 'missions' AND until_run_id IS NULL
                """, as: Int.self)
            #expect(missionsInForce == standing)
            let error = try connection.first(
                "SELECT error FROM entremise.run WHERE job = 'missions' AND id = 2",
                as: String.self)
            #expect(error?.contains("no row now") == true)
            let accepted = try command.start(["run", "missions", "--accept-shrink"] + Self.day)
                .wait()
            #expect(accepted.code == 0, "\(accepted.errors)")
            #expect(accepted.output.contains("\(standing ?? 0) withdrawn"))
            // What was accepted is what the next night is compared with.
            let next = try command.start(["run", "missions"] + Self.day).wait()
            #expect(next.code == 0, "\(next.errors)")
        }
    }

    @Test func moreMayGoWhereTheConfigurationSaysSo() async throws {
        try await Command.afterNight(of: "missions", on: "2026-11-23") { command, connection in
            try connection.execute(
                """
                UPDATE network.mission SET status = 'closed' WHERE id IN (
                    SELECT id FROM network.mission WHERE status = 'open' ORDER BY id OFFSET 10
                )
                """)
            let stopped = try command.start(["run", "missions"] + Self.day).wait()
            #expect(stopped.code == ExitCode.badData.rawValue, "\(stopped.errors)")
            var lenient = command
            lenient.environment["ENTREMISE_RUN_SHRINK"] = "0.9"
            #expect(
                try lenient.start(["run", "missions", "--dry-run"] + Self.day).wait().code == 0)
            lenient.environment["ENTREMISE_RUN_SHRINK"] = "1"
            #expect(try lenient.start(["run", "missions"] + Self.day).wait().code == 0)
        }
    }
}
