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

/// A night judges what changed, and finds what a full night finds.
@Suite struct SecondNightTests {
    /// Twenty nights on the sample network with the real model; each is also run in full, and both
    /// must give the same bytes.
    @Test func twentyNightsFindWhatFullNightsFind() async throws {
        try await Self.withSample { ledger, conninfo in
            let connection = try Connection(conninfo: conninfo)
            var random = SeededGenerator(seed: 20_261_124)
            var scored: [String: [Int]] = [:]
            var (counted, told) = (0, 0)
            for day in 0..<20 {
                let application = try Self.application(on: conninfo, after: day)
                if day > 0 { try Self.change(day, in: connection, &random) }
                for job in try application.jobs(named: ["missions", "services"]) {
                    let full = try await Self.run(
                        job, application, ledger, isDryRun: true, isFull: true)
                    let part = try await Self.run(job, application, ledger, tellsNewsOnly: true)
                    let stands = try #require(
                        try ledger.recordedRuns(
                            asOf: application.asOf, network: "", jobs: [job.name]))
                    let whole = try Self.bytes(of: full)
                    let renewed = try Self.bytes(of: part, standing: stands.suggestions())
                    #expect(whole == renewed, "\(job.name), day \(day)")
                    counted += part.results.unchanged.count
                    told += part.results.proposals.count
                    #expect(Self.pairs(full) >= Self.pairs(part))
                    scored[job.name, default: []].append(Self.pairs(part))
                }
            }
            // Most nights judge a part only; the network changes so much that now and then what
            // was learned of it is learned again.
            print("pairs scored night by night: \(scored)")
            print("suggestions told: \(told), counted as they stood: \(counted)")
            // The sample is a small market: its scores follow the best candidate of their need, so that
            // each suggestion is explained again. `ScoreTests` has a large one.
            #expect(counted == 0 && told > 0)
            for nights in scored.values {
                #expect(nights.dropFirst().count { $0 < nights[0] / 2 } >= 10)
                #expect(nights.dropFirst().contains { $0 >= nights[0] / 2 })
            }
        }
    }

    /// A server's model is exchanged for one of the same name and another dimension: nothing that
    /// was learned or kept with the one before holds.
    @Test func aModelOfAnotherDimensionIsAnotherModel() async throws {
        try await Self.withSample { ledger, conninfo in
            let application = try Self.application(on: conninfo, after: 0)
            let job = try #require(try application.jobs(named: ["missions"]).first)
            for dimension in [16, 24, 8] {
                let encoder = DirectionEncoder(dimension: dimension)
                let full = try await application.run(
                    job, encoder: encoder, on: ledger, isDryRun: true, isFull: true)
                let first = try await application.run(job, encoder: encoder, on: ledger)
                #expect(Self.pairs(first) == Self.pairs(full) && Self.pairs(full) > 0)
                #expect(try Self.bytes(of: first) == Self.bytes(of: full))
                let second = try await application.run(job, encoder: encoder, on: ledger)
                #expect(Self.pairs(second) == 0)
                #expect(try Self.bytes(of: second) == Self.bytes(of: full))
            }
        }
    }

    @Test func whatIsKeptCostsTimeAloneWhenItIsLost() async throws {
        try await Self.withSample { ledger, conninfo in
            let application = try Self.application(on: conninfo, after: 0)
            let job = try #require(try application.jobs(named: ["missions"]).first)
            let first = try await Self.run(job, application, ledger)
            let all = Self.pairs(first)
            #expect(all > 0)
            // A night without news judges nothing.
            try await Self.again(job, application, ledger, finding: first, scoring: 0)
            // A dry run keeps nothing.
            let kept = try ledger.scoringCache(of: "missions")
            _ = try await Self.run(job, application, ledger, isDryRun: true, isFull: true)
            #expect(try ledger.scoringCache(of: "missions") == kept)
            let connection = try Connection(conninfo: conninfo)
            for table in ["scored_market", "scored_need", "scored_candidate"] {
                try connection.execute("DELETE FROM entremise.\(identifier: table)")
            }
            try await Self.again(job, application, ledger, finding: first, scoring: all)
            try connection.execute("UPDATE entremise.scored_need SET found = '\\x0102'")
            try await Self.again(job, application, ledger, finding: first, scoring: all)
            // Learned again from the same market, it is the same, and so are the pairs.
            try connection.execute("UPDATE entremise.scored_market SET statistics = '\\x0102'")
            try await Self.again(job, application, ledger, finding: first, scoring: 0)
        }
    }

    /// Runs a job once more, and holds it to what it found before.
    private static func again(
        _ job: JobFile, _ application: Application, _ ledger: borrowing Ledger,
        finding first: RunSummary,
        scoring pairs: Int
    ) async throws {
        let summary = try await run(job, application, ledger)
        #expect(Self.pairs(summary) == pairs)
        let (before, after) = (try bytes(of: first), try bytes(of: summary))
        #expect(before == after)
    }

    /// Changes of a day: texts, skills, days, rates; somebody comes, somebody goes.
    private static func change(
        _ day: Int, in connection: borrowing Connection, _ random: inout SeededGenerator
    ) throws {
        func chance(_ probability: Double) -> Bool {
            Double.random(in: 0..<1, using: &random) < probability
        }
        func pick(_ table: String) throws -> String {
            let ids = try connection.rows(
                of: "SELECT id FROM network.\(raw: table) ORDER BY id COLLATE \"C\""
            ).map { row throws(PostgresError) in try row.value("id", as: String.self) }
            return try #require(ids.randomElement(using: &random))
        }
        let member = try pick("member")
        switch day % 4 {
        case 0:
            try connection.execute(
                """
                UPDATE network.member SET daily_rate = coalesce(daily_rate, 400) + 1
                WHERE id = \(member)
                """)
        case 1:
            try connection.execute(
                "UPDATE network.member SET about = coalesce(about, '') || ' Facilitation.' WHERE id = \(member)"
            )
        case 2:
            try connection.execute("UPDATE network.member SET radius_km = 30 WHERE id = \(member)")
        default:
            try connection.execute(
                """
                DELETE FROM network.member_skill WHERE member_id = \(member) AND skill_id = (
                    SELECT min(skill_id) FROM network.member_skill WHERE member_id = \(member))
                """)
        }
        if chance(0.4) {
            let mission = try pick("mission")
            try connection.execute(
                "UPDATE network.mission SET title = title || ' !' WHERE id = \(mission)")
        }
        if chance(0.4) {
            let request = try pick("service")
            try connection.execute(
                "UPDATE network.service SET title = title || ' !' WHERE id = \(request)")
        }
        if day == 12 {
            try connection.execute(
                "UPDATE network.member SET about = coalesce(about, '') || ' Audit.'")
            try connection.execute(
                "UPDATE network.service SET text = coalesce(text, '') || ' Audit.'")
        }
    }

    /// What came of a run, but times and memory.
    ///
    /// - Parameter standing: What stands after it; nil for what the summary tells.
    private static func bytes(
        of summary: RunSummary, standing: [Suggestion]? = nil
    ) throws -> Data {
        let results = summary.results
        struct Printed: Encodable {
            let inputHash: String
            let suggestions: [Suggestion]
            let outcomes: [NeedOutcome]
            let trade: RankTradeOff?
            let exposure: Exposure?
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return try encoder.encode(
            Printed(
                inputHash: results.inputHash,
                suggestions: try (standing ?? results.suggestions).map(asFound)
                    .sorted { ($0.need, $0.rank) < ($1.need, $1.rank) },
                outcomes: results.outcomes, trade: try results.ranking.trade,
                exposure: try results.ranking.exposure))
    }

    /// A suggestion as a run finds it, before anybody decides; its score as it is recorded.
    private static func asFound(_ suggestion: Suggestion) -> Suggestion {
        Suggestion(
            job: suggestion.job, need: suggestion.need, needTitle: suggestion.needTitle,
            needOwner: suggestion.needOwner, needOwnerName: suggestion.needOwnerName,
            candidate: suggestion.candidate, candidateTitle: suggestion.candidateTitle,
            member: suggestion.member, memberName: suggestion.memberName, rank: suggestion.rank,
            score: (suggestion.score * 10_000).rounded() / 10_000, signals: suggestion.signals,
            reasons: suggestion.reasons, basis: suggestion.basis)
    }

    private static func pairs(_ summary: RunSummary) -> Int {
        summary.stages.first { $0.name == "score" }?.count ?? -1
    }

    private static func run(
        _ job: JobFile, _ application: Application, _ ledger: borrowing Ledger,
        isDryRun: Bool = false,
        isFull: Bool = false, tellsNewsOnly: Bool = false
    ) async throws -> RunSummary {
        try await application.run(
            job, encoder: try SharedEncoder.get(), on: ledger, isDryRun: isDryRun, isFull: isFull,
            tellsNewsOnly: tellsNewsOnly)
    }

    private static func application(on conninfo: String, after days: Int) throws -> Application {
        let configuration = try Configuration.load(
            file: Checkout.root.appending(path: "config/entremise.yaml").path,
            environment: ["ENTREMISE_DATABASE_CONNINFO": conninfo])
        return Application(
            configuration: configuration, asOf: configuration.demo.asOf.advanced(by: days),
            logger: Logger(label: "test"))
    }

    private static func withSample(
        _ body: (borrowing Ledger, String) async throws -> Void
    ) async throws {
        try await withLedger(.sample, body)
    }
}
