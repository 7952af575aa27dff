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
    /// The server tells every statement of a run: all that is read of the network, of suggestions, of
    /// what decisions taught and of the scoring cache lies in one transaction.
    @Test func aRunReadsInOneTransaction() async throws {
        try await withLearningJobs { jobs in
            try await withDatabase { connection, conninfo in
                let tables = [
                    "entremise.scored_market", "entremise.scored_need",
                    "entremise.scored_candidate", "entremise.proposal", "entremise.weight_fit",
                ]
                try Self.makeSample(on: conninfo)
                let log = RecordingLog()
                let application = try Self.application(on: conninfo, jobs: jobs, telling: log)
                let job = try #require(try application.jobs(named: ["missions"]).first)
                #expect(job.match.learns)
                let ledger = try application.openLedger()
                // The first run leaves a cache; then somebody changes, so that traits are read as well.
                var told = 0
                for _ in 0..<2 {
                    told = log.entries.count
                    _ = try await application.run(
                        job, encoder: DirectionEncoder(dimension: 16), on: ledger,
                        tellsNewsOnly: true)
                    try connection.execute(
                        """
                        UPDATE network.member SET about = coalesce(about, '') || ' Audit.'
                        WHERE id = (SELECT min(id) FROM network.member)
                        """)
                }
                let statements = Self.statements(log, after: told)
                let start = try #require(
                    statements.firstIndex { $0.contains("INSERT INTO entremise.run") })
                let all = statements[start...]
                let begin = try #require(
                    all.firstIndex { $0.contains("REPEATABLE READ READ ONLY") })
                let end = try #require(all[begin...].firstIndex { $0.contains("COMMIT") })
                let within = all[begin..<end]
                for table in tables {
                    #expect(within.contains { $0.contains("FROM \(table)") }, "\(table)")
                    #expect(!statements[..<begin].contains { $0.contains("FROM \(table)") })
                }
                #expect(within.contains { $0.contains("SELECT number, traits") })
                // What is read after it are vectors, and what is written holds a lock on its run.
                let writing = try #require(
                    all[end...].firstIndex {
                        $0.contains("BEGIN") && !$0.contains("ISOLATION")
                    })
                for statement in all[(end + 1)..<writing] {
                    #expect(
                        statement.contains("entremise.vector") || !statement.contains("FROM"),
                        "\(statement)")
                }
                #expect(all.count { $0.contains("REPEATABLE READ READ ONLY") } == 1)
            }
        }
    }

    /// What a pair is explained with, or a bid formed: the snapshot, the weights, the cache and what the
    /// last run said, of whichever job has it.
    @Test func anExplanationReadsInOneTransaction() async throws {
        try await withLearningJobs { jobs in
            try await withDatabase { _, conninfo in
                try Self.makeSample(on: conninfo)
                let log = RecordingLog()
                let application = try Self.application(on: conninfo, jobs: jobs, telling: log)
                let ledger = try application.openLedger()
                let all = try application.jobs()
                let job = try #require(all.first { $0.name == "missions" })
                let summary = try await application.run(
                    job, encoder: DirectionEncoder(dimension: 16), on: ledger)
                let pair = try #require(summary.results.proposals.first?.key.pair)
                let told = log.entries.count
                // Looked for in the other jobs first, and found in the last.
                let others = all.filter { $0.name != "missions" }
                let explanation = try await application.explain(
                    need: pair.need, candidate: pair.candidate, jobs: others + [job], on: ledger)
                #expect(explanation.lastRun?.run == 1)
                try Self.expectOneTransaction(
                    Self.statements(log, after: told),
                    of: ["entremise.weight_fit", "entremise.scored_market", "entremise.proposal"])
            }
        }
    }

    /// Expects that all that is read is read in one transaction, these tables among it.
    private static func expectOneTransaction(_ statements: [String], of tables: [String]) throws {
        let begin = try #require(
            statements.firstIndex { $0.contains("REPEATABLE READ READ ONLY") })
        let end = try #require(statements.lastIndex { $0.contains("COMMIT") })
        #expect(statements.count { $0.contains("BEGIN") } == 1)
        for table in tables {
            #expect(statements[begin..<end].contains { $0.contains("FROM \(table)") }, "\(table)")
        }
        for statement in statements[..<begin] + statements[end...] {
            #expect(!statement.contains("FROM"), "\(statement)")
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

    /// What the server said that it was asked to do.
    private static func statements(_ log: RecordingLog, after told: Int) -> [String] {
        log.entries[told...].compactMap { $0.metadata["postgres.message"].map { "\($0)" } }
    }

    private static func makeSample(on conninfo: String) throws {
        let ledger = try Ledger(conninfo: conninfo)
        try ledger.migrate()
        _ = try ledger.importNetwork(from: Checkout.root.appending(path: "config/sample").path)
    }

    /// Runs a test with a copy of the shipped jobs of which `missions` uses what decisions taught.
    private func withLearningJobs(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "jobs-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: Checkout.root.appending(path: "jobs"), to: folder)
        let file = folder.appending(path: "missions.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.replacing("learn: false", with: "learn: true").utf8).write(to: file)
        try await body(folder)
    }

    /// A night with the jobs of a folder, whose log hears of every statement.
    private static func application(
        on conninfo: String, jobs: URL, telling log: RecordingLog
    ) throws -> Application {
        let told = "\(conninfo) options='-c log_statement=all -c client_min_messages=log'"
        return try application(
            on: told, logger: log.logger, ["ENTREMISE_JOBS_DIRECTORY": jobs.path])
    }

    private static func application(
        on conninfo: String, logger: Logger = Logger(label: "test"),
        _ settings: [String: String] = [:]
    ) throws -> Application {
        let own = ["ENTREMISE_DATABASE_CONNINFO": conninfo, "ENTREMISE_ENCODER_KIND": "words"]
        let configuration = try Configuration.load(
            file: Checkout.root.appending(path: "config/entremise.yaml").path,
            environment: own.merging(settings) { $1 })
        return Application(
            configuration: configuration, asOf: configuration.demo.asOf, logger: logger)
    }
}
