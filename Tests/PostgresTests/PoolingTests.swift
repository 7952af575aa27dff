import Postgres
import TestSupport
import Testing

@Suite struct PoolingTests {
    @Test func `a connection to the server itself is none of a pooler's`() async throws {
        try await withDatabase { connection, _ in
            let found = try connection.pooling()
            #expect(found == .none)
        }
    }

    @Test(arguments: PoolMode.allCases)
    func `a pooler is told, and whether it keeps the session`(mode: PoolMode) async throws {
        try await withDatabase { _, conninfo in
            try await withPooler(before: conninfo, mode: mode) { pooled in
                let connection = try Connection(conninfo: pooled)
                let others = try (0..<2).map { _ in try Connection.first(of: pooled) }
                #expect(others.count == 2)
                let found = try connection.pooling()
                #expect(found == (mode == .session ? .session : .transaction))
            }
        }
    }
}

extension Connection {
    /// What a short connection is answered by.
    fileprivate static func first(of conninfo: String) throws -> Int32? {
        try Connection(conninfo: conninfo).first("SELECT pg_backend_pid()")
    }
}
