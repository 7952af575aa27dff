import Postgres
import TestSupport
import Testing

@Suite struct TransactionTests {
    struct Stop: Error {}

    @Test func `what a transaction wrote is kept when it returns and gone when it throws`()
        async throws
    {
        try await withDatabase { connection, _ in
            try connection.script("CREATE TABLE t (a int)")
            let kept = try connection.transaction { connection in
                try connection.execute("INSERT INTO t VALUES (1)")
            }
            #expect(kept == 1)
            #expect(throws: Stop.self) {
                try connection.transaction { connection in
                    try connection.execute("INSERT INTO t VALUES (2)")
                    throw Stop()
                }
            }
            let isOpen = connection.isInTransaction
            #expect(!isOpen)
            #expect(try connection.first("SELECT sum(a) FROM t", as: Int.self) == 1)
        }
    }

    @Test func `a savepoint undoes its own part alone`() async throws {
        try await withDatabase { connection, _ in
            try connection.script("CREATE TABLE t (a int PRIMARY KEY)")
            try connection.transaction { connection in
                try connection.execute("INSERT INTO t VALUES (1)")
                let error = failure {
                    try connection.savepoint { connection in
                        try connection.execute("INSERT INTO t VALUES (2)")
                        try connection.savepoint { _ = try $0.execute("INSERT INTO t VALUES (3)") }
                        try connection.execute("INSERT INTO t VALUES (1)")
                    }
                }
                #expect(error?.sqlstate == "23505")
                try connection.savepoint { _ = try $0.execute("INSERT INTO t VALUES (4)") }
            }
            let kept = try connection.rows(of: "SELECT a FROM t ORDER BY a").map {
                try $0.value(at: 0, as: Int.self)
            }
            #expect(kept == [1, 4])
        }
    }

    @Test func `a commit that the server turns into a rollback is an error`() async throws {
        try await withDatabase { connection, _ in
            try connection.script("CREATE TABLE t (a int)")
            let error = failure {
                try connection.transaction { connection in
                    try connection.execute("INSERT INTO t VALUES (1)")
                    _ = try? connection.execute("SELECT 1 / 0")
                }
            }
            #expect(error?.code == .rolledBack)
            #expect(try connection.first("SELECT count(*) FROM t", as: Int.self) == 0)
        }
    }

    @Test func `transactions do not nest, and a savepoint needs one`() async throws {
        try await withDatabase { connection, _ in
            let nested = failure {
                try connection.transaction { connection in
                    try connection.transaction { _ in }
                }
            }
            #expect(nested?.code == .transactionState)
            #expect(failure { try connection.savepoint { _ in } }?.code == .transactionState)
        }
    }

    @Test func `a snapshot sees one instant and cannot write`() async throws {
        try await withDatabase { connection, conninfo in
            try connection.script("CREATE TABLE t (a int); INSERT INTO t VALUES (1)")
            let other = try Connection(conninfo: conninfo)
            try connection.transaction(.snapshot) { connection in
                #expect(try connection.first("SELECT count(*) FROM t", as: Int.self) == 1)
                try other.execute("INSERT INTO t VALUES (2)")
                #expect(try connection.first("SELECT count(*) FROM t", as: Int.self) == 1)
            }
            #expect(try connection.first("SELECT count(*) FROM t", as: Int.self) == 2)
            let error = failure {
                try connection.transaction(.snapshot) { connection in
                    try connection.execute("DELETE FROM t")
                }
            }
            #expect(error?.sqlstate == "25006")
        }
    }

    @Test func `an advisory lock has one holder, who can be told`() async throws {
        try await withDatabase { connection, conninfo in
            for key in [Int64(7), -1, .max, .min] {
                let other = try Connection(conninfo: conninfo, applicationName: "the other run")
                #expect(try connection.advisoryLockHolder(key) == nil)
                #expect(try other.tryAdvisoryLock(key))
                #expect(try !connection.tryAdvisoryLock(key))
                let holder = try connection.advisoryLockHolder(key)
                let pid = try other.first("SELECT pg_backend_pid()", as: Int32.self)
                #expect(holder?.pid == pid)
                #expect(holder?.applicationName == "the other run")
                #expect(holder?.since != nil)
                #expect(failure { try connection.advisoryUnlock(key) }?.code == .lockNotHeld)
                try other.advisoryUnlock(key)
                #expect(try connection.tryAdvisoryLock(key))
                try connection.advisoryUnlock(key)
            }
        }
    }

    @Test func `an advisory lock goes with its session`() async throws {
        try await withDatabase { connection, conninfo in
            do {
                let other = try Connection(conninfo: conninfo)
                #expect(try other.tryAdvisoryLock(1))
            }
            // The server notices the end of a session on its own time.
            var isFree = false
            for _ in 0..<500 where !isFree {
                isFree = try connection.tryAdvisoryLock(1)
                if !isFree { try connection.execute("SELECT pg_sleep(0.01)") }
            }
            #expect(isFree)
        }
    }
}
