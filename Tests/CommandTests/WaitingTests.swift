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

    /// A server that takes connections and never says a word, as where a firewall swallows all.
    @Test func aNightThatWaitsForADeadNetworkHearsThatItIsToStop() async throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length)
                listen(listener, 8)
                getsockname(listener, address, &length)
            }
            return UInt16(bigEndian: address.pointee.sin_port)
        }
        let command = try Command(
            conninfo: "host=127.0.0.1 port=\(port) user=nobody",
            settings: ["ENTREMISE_ENCODER_KIND": "words"])
        defer { command.remove() }
        let night = try command.start(["run"])
        var waiting = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
        #expect(poll(&waiting, 1, 60_000) == 1, "the night connects")
        night.process.terminate()
        let ended = try night.wait()
        #expect(ended.code == ExitCode.terminated.rawValue, "\(ended.errors)")
        #expect(ended.errors.contains("stopped by SIGTERM"), "\(ended.errors)")
    }

    @Test func aServerThatHeedsNoRequestKeepsNoNightFromStopping() async throws {
        try await Command.onEmptyTables { command, connection in
            let file = command.home.appending(path: "jobs/sql/missions.needs.sql")
            try Data("SELECT pg_sleep(600)::text AS id, 'x' AS title".utf8).write(to: file)
            let night = try command.start(["run", "missions"])
            var server: Int?
            while server == nil, night.process.isRunning {
                server = try connection.first(
                    """
                    SELECT pid FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event = 'PgSleep'
                    """, as: Int.self)
            }
            let frozen = try #require(server.map { pid_t($0) })
            kill(frozen, SIGSTOP)
            defer { kill(frozen, SIGCONT) }
            night.process.terminate()
            let ended = try night.wait()
            #expect(ended.code == ExitCode.terminated.rawValue, "\(ended.errors)")
        }
    }
}
