import Foundation
import Postgres
import TestSupport
import Testing

/// The SQL of `docs/integration.md`, on the sample network after a night.
@Suite struct IntegrationPageTests {
    /// Every statement of the page's blocks of SQL, in their order.
    private static func statements() throws -> [String] {
        let page = try String(
            contentsOf: Checkout.root.appending(path: "docs/integration.md"), encoding: .utf8)
        return page.matches(of: /```sql\n([^`]+)```/)
            .flatMap { $0.1.split(separator: ";") }
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { !$0.isEmpty }
    }

    @Test func everyStatementRunsAndFindsSomething() async throws {
        let statements = try Self.statements()
        #expect(statements.count >= 10)
        try await Command.afterNight(of: "missions", on: Self.day) { command, connection in
            try #require(command.run("run", "tenders", "--as-of", Self.day).code == 0)
            // Roles belong to the whole server, so that nothing of it may stay.
            try connection.execute("BEGIN")
            for statement in statements {
                let rows = try connection.rows(of: Query(raw: statement)).count
                #expect(rows > 0 || !statement.hasPrefix("SELECT"), "\(statement)")
            }
            let said = try connection.rows(
                of: """
                    SELECT concat_ws(' ', kind, key[1], verdict, reason, 'by', decided_by) AS said
                    FROM entremise.current_proposal WHERE verdict IS NOT NULL ORDER BY 1
                    """
            ).map { row throws(PostgresError) in try row.value("said", as: String.self) }
            #expect(
                said == [
                    "bid marche-02 declined price by Nina Roche",
                    "suggestion mission-01 accepted by Nina Roche",
                ])
            try connection.execute("SET ROLE platform")
            try connection.execute("SELECT * FROM entremise.current_bid")
            try connection.execute(
                """
                SELECT entremise.decide('bid', ARRAY[tender_id], 'accepted', by => 'Nina Roche')
                FROM entremise.current_bid WHERE tender_id = 'marche-02'
                """)
            try connection.execute("ROLLBACK")
        }
    }

    private static let day = "2026-11-23"
}
