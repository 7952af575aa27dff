import Foundation
import Jobs
import Ledger
import Logging
import Market
import Postgres
import Settings
import TestSupport
import Testing

/// What a run reads, it reads as of one instant.
@Suite struct OneInstantTests {
    /// The server tells every statement of a run: all that is read of the network, of suggestions and
    /// of the scoring cache lies in one transaction.
    @Test func aRunReadsInOneTransaction() async throws {
        try await withDatabase { connection, conninfo in
            let tables = [
                "entremise.scored_market", "entremise.scored_need", "entremise.scored_candidate",
                "entremise.proposal",
            ]
            let setup = try Self.application(on: conninfo).openLedger()
            try setup.migrate()
            _ = try setup.importNetwork(from: Checkout.root.appending(path: "config/sample").path)
            let log = RecordingLog()
            let application = try Self.application(
                on: conninfo + " options='-c log_statement=all -c client_min_messages=log'",
                logger: log.logger)
            let job = try #require(try application.jobs(named: ["missions"]).first)
            let ledger = try application.openLedger()
            // The first run leaves a cache; then somebody changes, so that traits are read as well.
            var told = 0
            for _ in 0..<2 {
                told = log.entries.count
                _ = try await application.run(
                    job, encoder: DirectionEncoder(dimension: 16), on: ledger, tellsNewsOnly: true)
                try connection.execute(
                    """
                    UPDATE network.member SET about = coalesce(about, '') || ' Audit.'
                    WHERE id = (SELECT min(id) FROM network.member)
                    """)
            }
            let statements = log.entries[told...].compactMap {
                $0.metadata["postgres.message"].map { "\($0)" }
            }
            let start = try #require(
                statements.firstIndex { $0.contains("INSERT INTO entremise.run") })
            let all = statements[start...]
            let begin = try #require(all.firstIndex { $0.contains("REPEATABLE READ READ ONLY") })
            let end = try #require(all[begin...].firstIndex { $0.contains("COMMIT") })
            let within = all[begin..<end]
            for table in tables {
                #expect(within.contains { $0.contains("FROM \(table)") }, "\(table)")
            }
            #expect(within.contains { $0.contains("SELECT number, traits") })
            // What is read after it are vectors, and what is written holds a lock on its run.
            let writing = try #require(all[end...].firstIndex { $0.contains("BEGIN READ WRITE") })
            for statement in all[(end + 1)..<writing] {
                #expect(
                    statement.contains("entremise.vector") || !statement.contains("FROM"),
                    "\(statement)")
            }
            #expect(all.count { $0.contains("REPEATABLE READ READ ONLY") } == 1)
        }
    }

    /// What somebody else commits meanwhile changes nothing of what is read.
    @Test func whatIsCommittedMeanwhileIsNotSeen() async throws {
        try await withLedger(.sample) { ledger, conninfo in
            let application = try Self.application(on: conninfo)
            let job = try #require(try application.jobs(named: ["missions"]).first)
            _ = try await application.run(job, encoder: DirectionEncoder(dimension: 16), on: ledger)
            let (before, after) = try ledger.atOneInstant { ledger in
                let before = try ledger.proposalsInForce(of: "missions")
                let other = try Connection(conninfo: conninfo)
                try other.execute("DELETE FROM entremise.scored_market")
                try other.execute("DELETE FROM entremise.party")
                try other.execute("DELETE FROM entremise.proposal")
                #expect(try ledger.scoringCache(of: "missions") != nil)
                return (before, try ledger.proposalsInForce(of: "missions"))
            }
            #expect(before == after && !before.isEmpty)
            #expect(try ledger.scoringCache(of: "missions") == nil)
            #expect(try ledger.proposalsInForce(of: "missions").isEmpty)
        }
    }

    private static func application(
        on conninfo: String, logger: Logger = Logger(label: "test")
    ) throws -> Application {
        let configuration = try Configuration.load(
            file: Checkout.root.appending(path: "config/entremise.yaml").path,
            environment: ["ENTREMISE_DATABASE_CONNINFO": conninfo])
        return Application(
            configuration: configuration, asOf: configuration.demo.asOf, logger: logger)
    }
}
