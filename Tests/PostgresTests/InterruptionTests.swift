import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct InterruptionTests {
    /// Runs `act` from another thread once the server says that a session sleeps in a statement.
    ///
    /// Where it never does, `act` runs all the same, so that nothing hangs; the test then fails.
    private func whenAsleep(
        _ session: Int32, _ conninfo: String, _ act: @escaping @Sendable () -> Void
    ) {
        Thread.detachNewThread {
            defer { act() }
            guard let watcher = try? Connection(conninfo: conninfo) else { return }
            for _ in 0..<3_000 {
                let isAsleep = try? watcher.first(
                    """
                    SELECT state = 'active' AND wait_event = 'PgSleep' FROM pg_stat_activity
                    WHERE pid = \(session)
                    """, as: Bool.self)
                if isAsleep == true { return }
                usleep(10_000)
            }
        }
    }

    private func session(of connection: borrowing Connection) throws -> Int32 {
        try #require(try connection.first("SELECT pg_backend_pid()", as: Int32.self))
    }

    @Test func `a query is cancelled from another thread and the connection lives on`()
        async throws
    {
        try await withDatabase { connection, conninfo in
            let canceller = connection.canceller
            whenAsleep(try session(of: connection), conninfo) { canceller.cancel() }
            let error = failure { try connection.execute("SELECT pg_sleep(600)") }
            #expect(error?.code == .cancelled)
            #expect(error?.sqlstate == "57014")
            #expect(try connection.first("SELECT 1", as: Int.self) == 1)
        }
    }

    @Test func `a cancel without a query does nothing`() async throws {
        try await withDatabase { connection, _ throws in
            let isSent = connection.canceller.cancel()
            #expect(isSent)
            #expect(try connection.first("SELECT 1", as: Int.self) == 1)
        }
    }

    @Test func `a query cut by pg_terminate_backend says that the connection is lost`()
        async throws
    {
        try await withDatabase { connection, conninfo in
            let victim = try session(of: connection)
            whenAsleep(victim, conninfo) {
                _ = try? Connection(conninfo: conninfo).execute(
                    "SELECT pg_terminate_backend(\(victim))")
            }
            let error = failure { try connection.execute("SELECT pg_sleep(600)") }
            #expect(error?.code == .connectionLost)
            #expect(error?.sqlstate == "57P01")
            // Whatever comes next says so too, and does not hang.
            #expect(failure { try connection.execute("SELECT 1") }?.code == .connectionLost)
        }
    }

    @Test func `a transaction cut in the middle leaves nothing behind`() async throws {
        try await withDatabase { connection, conninfo in
            try connection.script("CREATE TABLE t (a int)")
            let error = failure {
                let cut = try Connection(conninfo: conninfo)
                let victim = try session(of: cut)
                try cut.transaction { cut in
                    try cut.execute("INSERT INTO t VALUES (1)")
                    try connection.execute("SELECT pg_terminate_backend(\(victim))")
                    try cut.execute("INSERT INTO t VALUES (2)")
                }
            }
            #expect(error?.code == .connectionLost)
            #expect(try connection.first("SELECT count(*) FROM t", as: Int.self) == 0)
        }
    }

    @Test func `a copy cut in the middle says so`() async throws {
        try await withDatabase { connection, conninfo in
            try connection.script("CREATE TABLE t (a text)")
            let error = failure {
                let cut = try Connection(conninfo: conninfo)
                let victim = try session(of: cut)
                let text = String(repeating: "x", count: 10_000)
                try cut.copyIn(
                    "t", rows: 0..<10_000,
                    columns: [
                        .column("a") { number in
                            if number == 0 {
                                try Connection(conninfo: conninfo).execute(
                                    "SELECT pg_terminate_backend(\(victim))")
                            }
                            return text
                        }
                    ])
            }
            #expect(error?.code == .connectionLost)
            #expect(try connection.first("SELECT count(*) FROM t", as: Int.self) == 0)
        }
    }
}
