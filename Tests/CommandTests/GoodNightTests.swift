import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

/// A night as cron runs it, with the shipped configuration on the sample network.
@Suite struct GoodNightTests {
    @Test func aNightLeavesSuggestionsAReportAndMessagesAndTheNextIsQuiet() async throws {
        try await withDatabase { connection, conninfo in
            let command = try Command(conninfo: conninfo)
            defer { command.remove() }
            let sample = Checkout.root.appending(path: "config/sample").path
            #expect(try command.run("migrate").code == 0)
            #expect(try command.run("import", sample).code == 0)
            let day = "2026-11-23"

            let first = try command.run("run", "--as-of", day)
            #expect(first.code == 0, "\(first.errors)")
            for job in ["missions", "services", "tenders"] { #expect(first.output.contains(job)) }
            #expect(first.output.contains("set aside"))
            let rows = try connection.first(
                "SELECT count(*) FROM entremise.proposal WHERE kind = 'suggestion'", as: Int.self)
            #expect((rows ?? 0) > 50)
            let dry = try Self.dryRun(command)
            #expect(try dry.utf8.count > 10_000 && Self.dryRun(command) == dry)

            let report = try command.run("report", "--as-of", day)
            #expect(report.code == 0, "\(report.errors)")
            let page = command.home.appending(path: "var/reports/latest/index.html")
            let html = try Data(contentsOf: page)
            let digest = try command.run("digest", "--as-of", day)
            #expect(digest.code == 0, "\(digest.errors)")
            let outbox = command.home.appending(path: "var/outbox").path
            let messages = try FileManager.default.contentsOfDirectory(atPath: outbox)
                .filter { !$0.hasPrefix(".") }
            #expect(messages.count > 20 && messages.allSatisfy { $0.hasSuffix(".eml") })

            let second = try command.run("run", "--as-of", day)
            #expect(second.code == 0, "\(second.errors)")
            #expect(second.output.contains("0 new suggestions, 0 changed"), "\(second.output)")
            #expect(!second.output.contains(/[1-9]\d* new/), "\(second.output)")
            let after = try connection.first(
                "SELECT count(*) FROM entremise.proposal WHERE kind = 'suggestion'", as: Int.self)
            #expect(after == rows)
            #expect(try command.run("digest", "--as-of", day).output.contains("0 messages"))
            #expect(try !html.isEmpty && Data(contentsOf: page) == html)
        }
    }

    @Test func theSameInputGivesTheSameBytes() async throws {
        var printed: [String] = []
        for _ in 0..<2 {
            try await withDatabase { _, conninfo in
                let command = try Command(
                    conninfo: conninfo, settings: ["ENTREMISE_ENCODER_KIND": "words"])
                defer { command.remove() }
                #expect(try command.run("migrate").code == 0)
                #expect(
                    try command.run("import", Checkout.root.appending(path: "config/sample").path)
                        .code == 0)
                printed.append(try Self.dryRun(command))
            }
        }
        #expect(printed[0] == printed[1])
        #expect(printed[0].utf8.count > 10_000)
    }

    /// What a full dry run prints, but its times and memory.
    private static func dryRun(_ command: Command) throws -> String {
        let outcome = try command.run(
            "run", "--dry-run", "--full", "--json", "--as-of", "2026-11-23")
        #expect(outcome.code == 0, "\(outcome.errors)")
        return outcome.output.replacing(/"(seconds|peakBytes)" : [0-9.e-]+/, with: "")
    }

    @Test func aNetworkGoesOutAndInWithoutAChangedByte() async throws {
        try await withDatabase { _, conninfo in
            let command = try Command(conninfo: conninfo)
            defer { command.remove() }
            let sample = Checkout.root.appending(path: "config/sample")
            #expect(try command.run("migrate").code == 0)
            #expect(try command.run("import", sample.path).code == 0)
            let copy = command.home.appending(path: "copy")
            #expect(try command.run("export", copy.path).code == 0)
            let files = try FileManager.default.contentsOfDirectory(atPath: copy.path)
            #expect(files.count == 18)
            for file in files {
                #expect(
                    FileManager.default.contentsEqual(
                        atPath: copy.appending(path: file).path,
                        andPath: sample.appending(path: file).path), "\(file)")
            }
        }
    }

    @Test func whyExplainsAPairWhetherSuggestedOrNot() async throws {
        try await withDatabase { connection, conninfo in
            let command = try Command(
                conninfo: conninfo, settings: ["ENTREMISE_ENCODER_KIND": "words"])
            defer { command.remove() }
            #expect(try command.run("migrate").code == 0)
            #expect(
                try command.run("import", Checkout.root.appending(path: "config/sample").path).code
                    == 0)
            #expect(try command.run("run", "missions", "--as-of", "2026-11-23").code == 0)
            let pair = try connection.rows(
                of: """
                    SELECT proposal.key[1] AS need_id, party.member_id
                    FROM entremise.proposal
                    JOIN entremise.party ON party.proposal_id = proposal.id
                        AND party.role = 'candidate'
                    ORDER BY (proposal.body->>'score')::double precision DESC LIMIT 1
                    """
            ).map { row throws(PostgresError) in
                (
                    try row.value("need_id", as: String.self),
                    try row.value("member_id", as: String.self)
                )
            }
            let (need, member) = try #require(pair.first)
            let why = try command.run("why", need, member, "--as-of", "2026-11-23")
            #expect(why.code == 0, "\(why.errors)")
            #expect(why.output.contains("score") && why.output.contains("•"))
            let unknown = try command.run("why", need, "nobody", "--as-of", "2026-11-23")
            #expect(unknown.code == ExitCode.noInput.rawValue)
        }
    }

    @Test func checkSaysThatAllIsWell() async throws {
        try await withDatabase { _, conninfo in
            let command = try Command(conninfo: conninfo)
            defer { command.remove() }
            let before = try command.run("check")
            #expect(before.code == ExitCode.configuration.rawValue)
            #expect(before.output.contains("entremise migrate"))
            #expect(try command.run("migrate").code == 0)
            let after = try command.run("check")
            #expect(after.code == 0, "\(after.output)")
            #expect(!after.output.contains("✗"))
        }
    }

    @Test func everyCommandHasHelp() throws {
        let command = try Command(conninfo: nil)
        defer { command.remove() }
        for name in [
            "demo", "run", "report", "digest", "import", "export", "migrate", "check", "why",
            "why-not", "learn",
            "database",
        ] {
            let help = try command.run(name, "--help")
            #expect(help.code == 0 && help.output.contains("OVERVIEW"), "\(name)")
        }
    }
}
