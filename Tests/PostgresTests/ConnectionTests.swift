import Postgres
import TestSupport
import Testing

@Test func aStatementRuns() async throws {
    try await withDatabase { connection, _ in
        let sum: Int? = try connection.first("SELECT \(1) + \(2)")
        #expect(sum == 3)
    }
}
