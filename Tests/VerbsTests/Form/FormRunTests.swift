import Foundation
import Jobs
import Ledger
import Logging
import Market
import Postgres
import Settings
import TestSupport
import Testing
import Verbs

/// Runs of the shipped job that forms bids, on tables that hold what a test puts there.
@Suite struct FormRunTests {
    @Test func `a job that forms bids counts bids, also where there is no tender`() async throws {
        try await Self.withJob { run, _ in
            let dry = try await run(isDryRun: true)
            #expect(try dry.line.hasPrefix("tenders 2026-11-23: 0 bids for 0 tenders, nothing"))
            let written = try await run()
            #expect(
                try written.line.hasPrefix(
                    "tenders 2026-11-23: 0 new bids, 0 changed, 0 unchanged, 0 withdrawn"))
            for line in [try dry.line, try written.line] {
                #expect(!line.contains("suggestion"), "\(line)")
            }
        }
    }

    /// Which bids are formed anew is told by the seconds that their searches took: none for those
    /// that are taken over.
    @Test func `what decorates a job forms no bid anew, and what decides does`() async throws {
        try await Self.withJob { run, folder in
            try Self.fill(Connection(conninfo: run.conninfo))
            let first = try await run()
            let keys = first.results.proposals.map(\.key)
            #expect(keys == [Proposal.Key(["good"]), Proposal.Key(["none"])])
            #expect(Set(first.results.seconds.keys) == Set(keys))
            #expect(first.counts == RunCounts(new: 2))

            for (old, new) in [
                ("fr: Marchés publics", "fr: Appels d’offres"), ("en: Tenders", "en: Calls"),
                ("  report: true", "  report: false"),
            ] {
                try folder.replace(old, with: new)
                let summary = try await run()
                #expect(summary.results.seconds.isEmpty, "\(old) → \(new)")
                #expect(summary.counts == RunCounts(unchanged: 2), "\(old) → \(new)")
                #expect(summary.results.outcomes == first.results.outcomes)
            }

            try folder.replace("alternatives: 2", with: "alternatives: 1")
            let summary = try await run()
            #expect(Set(summary.results.seconds.keys) == Set(keys))
        }
    }

    /// A tender that Claire can win, and one that nobody can.
    private static func fill(_ connection: borrowing Connection) throws {
        try connection.addSkills("a", "b")
        try connection.addMember("claire", skills: ["a": 4])
        try connection.addAvailability(
            "v-claire", of: "claire", from: "2026-01-01", to: "2028-12-31")
        for (tender, skill) in [("good", "a"), ("none", "b")] {
            try connection.addTender(tender)
            try connection.addLot("\(tender)-1", of: tender, number: 1)
            try connection.execute(
                """
                INSERT INTO network.lot_skill (lot_id, skill_id, level, days)
                VALUES (\(tender + "-1"), \(skill), 3, 5)
                """)
        }
    }

    /// Runs the job as its file stands, where words alone are compared.
    private struct Runner {
        let conninfo: String
        let jobs: String

        func callAsFunction(isDryRun: Bool = false) async throws -> RunSummary {
            let configuration = try Configuration.load(
                file: Checkout.root.appending(path: "config/entremise.yaml").path,
                environment: [
                    "ENTREMISE_DATABASE_CONNINFO": conninfo, "ENTREMISE_ENCODER_KIND": "words",
                    "ENTREMISE_JOBS_DIRECTORY": jobs,
                ])
            let application = Application(
                configuration: configuration, asOf: configuration.demo.asOf,
                logger: Logger(label: "test"))
            let ledger = try application.openLedger()
            let summaries = try await application.run(
                application.jobs(named: ["tenders"]), on: ledger, isDryRun: isDryRun)
            return try #require(summaries.first).get()
        }
    }

    /// A copy of the shipped jobs.
    private struct JobFolder {
        let url = FileManager.default.temporaryDirectory.appending(path: "jobs-\(UUID())")

        func replace(_ old: String, with new: String) throws {
            let file = url.appending(path: "tenders.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            let changed = text.replacing(old, with: new)
            try #require(changed != text)
            try Data(changed.utf8).write(to: file)
        }
    }

    private static func withJob(_ body: (Runner, JobFolder) async throws -> Void) async throws {
        let jobs = JobFolder()
        defer { try? FileManager.default.removeItem(at: jobs.url) }
        try FileManager.default.copyItem(
            at: Checkout.root.appending(path: "jobs"), to: jobs.url)
        try await withLedger { _, conninfo in
            try await body(Runner(conninfo: conninfo, jobs: jobs.url.path), jobs)
        }
    }
}
