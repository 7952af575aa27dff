import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

/// What a night waits for, and where it cannot write.
@Suite struct WaitingTests {
    @Test func aNightSaysWhoHoldsTheTableThatItWaitedFor() async throws {
        try await withDatabase(holding: .sample) { connection, conninfo in
            let command = try Command(
                conninfo: conninfo,
                settings: [
                    "ENTREMISE_ENCODER_KIND": "words", "ENTREMISE_DATABASE_LOCK_TIMEOUT": "1",
                ])
            defer { command.remove() }
            let other = try Connection(conninfo: conninfo, applicationName: "maintenance")
            try other.transaction { other in
                try other.execute("LOCK TABLE network.mission IN ACCESS EXCLUSIVE MODE")
                let night = try command.run("run", "--as-of", "2026-11-23")
                #expect(night.code == ExitCode.busy.rawValue, "\(night.errors)")
                for word in [
                    "sql/missions.needs.sql: waited for 1 s (database.lock_timeout)",
                    "network.mission (server process ", ", maintenance, connected since ",
                ] { #expect(night.errors.contains(word), "\(word) in \(night.errors)") }
                // The jobs that read other tables go on.
                #expect(night.output.contains("services 2026-11-23"), "\(night.output)")
            }
            #expect(try command.run("run", "missions", "--as-of", "2026-11-23").code == 0)
            _ = connection
        }
    }

    @Test func aQueryThatTakesTooLongIsEnded() async throws {
        try await Command.onEmptyTables { command, _ in
            var command = command
            command.environment["ENTREMISE_DATABASE_STATEMENT_TIMEOUT"] = "1"
            let file = command.home.appending(path: "jobs/sql/missions.needs.sql")
            try Data("SELECT pg_sleep(60)::text AS id, 'x' AS title".utf8).write(to: file)
            let night = try command.start(["run", "missions"]).wait()
            #expect(night.code == ExitCode.unavailable.rawValue, "\(night.errors)")
            #expect(
                night.errors.contains(
                    "sql/missions.needs.sql: the query was ended: it took longer than 1 s"),
                "\(night.errors)")
        }
    }

    @Test func whereNothingCanBeWrittenTheNightAndTheCheckSayWhy() async throws {
        try await Command.onEmptyTables { command, connection in
            let database = try connection.first("SELECT current_database()::text", as: String.self)
            try connection.execute(
                "ALTER DATABASE \(identifier: database ?? "") SET default_transaction_read_only = on"
            )
            let night = try command.run("run")
            #expect(night.code == ExitCode.noPermission.rawValue, "\(night.errors)")
            #expect(night.errors.contains("default_transaction_read_only"), "\(night.errors)")
            let check = try command.run("check")
            #expect(check.code == ExitCode.noPermission.rawValue, "\(check.output)")
            #expect(check.output.contains("✗ writing: Nothing can be written"), "\(check.output)")
        }
    }

    @Test func aJobThatLostTheConnectionCostsNoOther() async throws {
        try await Command.onEmptyTables { command, connection in
            let file = command.home.appending(path: "jobs/sql/missions.needs.sql")
            try Data(
                "SELECT pg_terminate_backend(pg_backend_pid())::text AS id, 'x' AS title".utf8
            ).write(to: file)
            let night = try command.run("run")
            #expect(night.code == ExitCode.unavailable.rawValue || night.code == 1)
            #expect(night.errors.contains("missions: "), "\(night.errors)")
            let jobs = try connection.rows(
                of: """
                    SELECT job || ' ' || status AS job FROM entremise.run ORDER BY job
                    """
            ).map { row throws(PostgresError) in try row.value("job", as: String.self) }
            #expect(jobs == ["missions running", "services completed", "tenders completed"])
            // The lock went with the connection.
            let next = try command.run("run", "services")
            #expect(next.code == 0, "\(next.errors)")
        }
    }
}
