import Foundation
import Jobs
import Ledger
import Logging
import Market
import NightSupport
import Postgres
import Settings
import Solving
import TestSupport
import Testing
import Verbs

/// Nights in a row on the sample network, with the shipped jobs.
@Suite struct FairNightsTests {
    private static func application(
        on conninfo: String, after days: Int, jobs: String? = nil
    ) throws -> Application {
        var environment = [
            "ENTREMISE_DATABASE_CONNINFO": conninfo, "ENTREMISE_ENCODER_KIND": "words",
        ]
        environment["ENTREMISE_JOBS_DIRECTORY"] = jobs
        let configuration = try Configuration.load(
            file: Checkout.root.appending(path: "config/entremise.yaml").path,
            environment: environment)
        return Application(
            configuration: configuration, asOf: configuration.demo.asOf.advanced(by: days),
            logger: Logger(label: "test"))
    }

    /// Runs a job's night, and again on the same day, which must change nothing.
    private static func twice(
        _ job: JobFile, _ application: Application, _ ledger: borrowing Ledger
    ) async throws -> RunSummary {
        let summaries = try await application.run([job, job], on: ledger).map { try $0.get() }
        let (first, second) = (summaries[0], summaries[1])
        #expect(second.counts?.written == 0 && second.counts?.closed == 0)
        #expect(first.results.proposals == second.results.proposals)
        #expect(first.results.inputHash == second.results.inputHash)
        let (figures, figuresAgain) = (try first.results.ranking, try second.results.ranking)
        #expect(figures.trade == figuresAgain.trade)
        #expect(first.results.waits == second.results.waits)
        #expect(figures.exposure == figuresAgain.exposure)
        return first
    }

    private static func withSample(
        _ body: (borrowing Ledger, String) async throws -> Void
    ) async throws {
        try await withLedger(.sample, body)
    }

    @Test(arguments: ["missions", "services"])
    func thirtyNightsAreFairOnBothSides(job name: String) async throws {
        try await Self.withSample { ledger, conninfo in
            let connection = try Connection(conninfo: conninfo)
            var told: [String: Set<String>] = [:]
            var waited: [String: Int] = [:]
            var written = 0
            for day in 0..<30 {
                let application = try Self.application(on: conninfo, after: day)
                let job = try #require(try application.jobs(named: [name]).first)
                guard let rules = (job.verb as? Rank)?.rules, let exposure = rules.exposure,
                    let attention = rules.attention
                else {
                    Issue.record("\(name) ranks without attention and exposure")
                    return
                }
                let summary = try await Self.twice(job, application, ledger)
                let trade = try #require(try summary.results.ranking.trade)
                let suggestions = try summary.results.suggestions
                let perNeed = Dictionary(grouping: suggestions, by: \.need)
                let perMember = Dictionary(grouping: suggestions, by: \.member)
                #expect(perNeed.values.allSatisfy { $0.count <= rules.perNeed })
                #expect(perMember.values.allSatisfy { $0.count <= rules.perCandidate })
                for suggestion in suggestions {
                    told[suggestion.need, default: []].insert(suggestion.member)
                }
                #expect(told.values.allSatisfy { $0.count <= attention })
                #expect(trade.bound >= trade.objective - 1e-9)
                #expect(trade.exposed >= trade.total && trade.unconstrained >= trade.capped)
                waited = Dictionary(
                    uniqueKeysWithValues: summary.results.waits.keys.map {
                        ($0, (waited[$0] ?? 0) + 1)
                    })
                let late = waited.values.count { $0 > exposure }
                #expect(late == trade.due - trade.served)
                #expect(trade.longestWait == waited.values.max() ?? 0)
                let departed = try #require(
                    try connection.first(
                        """
                        SELECT count(*) FROM entremise.proposal AS gone
                        JOIN entremise.run ON run.id = gone.until_run_id
                        WHERE run.as_of = \(application.asOf.description)::date AND departure IS NULL
                            AND NOT EXISTS (
                                SELECT FROM entremise.proposal AS next
                                WHERE next.job = gone.job AND next.key = gone.key
                                    AND next.run_id = gone.until_run_id)
                        """, as: Int.self))
                #expect(departed == 0, "every pair that leaves has its reason")
                if day > 0 {
                    written += summary.counts?.new ?? 0
                    #expect(
                        trade.departures.isEmpty == (trade.retained == trade.inForce))
                }
                if [0, 1, 14, 15, 16, 29].contains(day) { print(name, day, trade) }
            }
            print(name, "new after the first night:", written)
        }
    }

    /// The shipped jobs, whose queries always take the first day for today.
    private static func frozenJobs() throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "entremise-jobs-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Checkout.root.appending(path: "jobs"), to: folder)
        let queries = folder.appending(path: "sql")
        for name in try FileManager.default.contentsOfDirectory(atPath: queries.path)
        where name.hasSuffix(".sql") {
            let file = queries.appending(path: name)
            let sql = try String(contentsOf: file, encoding: .utf8)
            try Data(sql.replacing("$1", with: "DATE '2026-11-23'").utf8).write(to: file)
        }
        return folder
    }

    @Test(arguments: ["missions", "services"])
    func aNightWithoutNewsWritesNoSuggestionUntilSomebodyHasWaitedTooLong(
        job name: String
    ) async throws {
        let jobs = try Self.frozenJobs()
        defer { try? FileManager.default.removeItem(at: jobs) }
        try await Self.withSample { ledger, conninfo in
            for day in 0..<18 {
                let application = try Self.application(on: conninfo, after: day, jobs: jobs.path)
                let job = try #require(try application.jobs(named: [name]).first)
                let summary = try await Self.twice(job, application, ledger)
                let trade = try #require(try summary.results.ranking.trade)
                let counts = try #require(summary.counts)
                guard day > 0 else { continue }
                if trade.due == 0, day < 14 {
                    #expect(counts.written == 0 && counts.closed == 0, "day \(day): \(trade)")
                    #expect(trade.retained == trade.inForce)
                }
                #expect(trade.departures[.unmatched] == nil)
                if day == 14 { #expect(trade.due == 0 || trade.served > 0) }
            }
        }
    }
}
