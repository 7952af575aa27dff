import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct InterruptionTests {
    @Test func `a query is cancelled from another thread and the connection lives on`()
        async throws
    {
        try await withDatabase { connection, _ throws in
            let canceller = connection.canceller
            Thread.detachNewThread {
                Thread.sleep(forTimeInterval: 0.3)
                canceller.cancel()
            }
            let start = Date()
            let error = failure { try connection.execute("SELECT pg_sleep(30)") }
            #expect(error?.code == .cancelled)
            #expect(error?.sqlstate == "57014")
            #expect(Date().timeIntervalSince(start) < 20)
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
            let victim = connection.backendID
            Thread.detachNewThread {
                Thread.sleep(forTimeInterval: 0.3)
                _ = try? Connection(conninfo: conninfo).execute(
                    "SELECT pg_terminate_backend(\(victim))")
            }
            let error = failure { try connection.execute("SELECT pg_sleep(30)") }
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
                try cut.transaction { cut in
                    try cut.execute("INSERT INTO t VALUES (1)")
                    try connection.execute("SELECT pg_terminate_backend(\(cut.backendID))")
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
                let victim = cut.backendID
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
