import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

/// What the night shows and sends is whole, once, and for those whom it is for.
@Suite struct PublishedTests {
    private static func mode(_ path: URL) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path.path)
        return (attributes[.posixPermissions] as? Int) ?? -1
    }

    private static func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func latestIsTheNightThatRanLastWhateverItsDay() async throws {
        try await Command.afterNight(of: "missions", on: "2026-11-23") { command, _ in
            let reports = command.home.appending(path: "var/reports")
            func latest() throws -> String {
                try FileManager.default.destinationOfSymbolicLink(
                    atPath: reports.appending(path: "latest").path)
            }
            #expect(try command.run("report", "--as-of", "2026-11-23").code == 0)
            #expect(try latest() == "2026-11-23")
            #expect(try command.run("run", "missions", "--as-of", "2027-01-01").code == 0)
            #expect(try command.run("report", "--as-of", "2027-01-01").code == 0)
            #expect(try latest() == "2027-01-01")
            // A night of another day after it, and the report of an older one.
            #expect(try command.run("run", "missions", "--as-of", "2026-11-24").code == 0)
            #expect(try command.run("report", "--as-of", "2026-11-24").code == 0)
            #expect(try latest() == "2026-11-24")
            let old = try command.run("report", "--as-of", "2026-11-23")
            #expect(old.output.contains("reports/2026-11-23/index.html"), "\(old.output)")
            #expect(try latest() == "2026-11-24")
            #expect(
                try Self.names(reports) == [
                    ".lock", "2026-11-23", "2026-11-24", "2027-01-01", "latest",
                ])
        }
    }

    @Test func whoReadsWhileReportsAreWrittenAlwaysFindsAPage() async throws {
        try await Command.afterNight(of: "missions", on: "2026-11-23") { command, _ in
            #expect(try command.run("report", "--as-of", "2026-11-23").code == 0)
            let page = command.home.appending(path: "var/reports/latest/index.html")
            let whole = try Data(contentsOf: page)
            let writers = try (0..<3).map { _ in
                try command.start(["report", "--as-of", "2026-11-23"])
            }
            var reads = 0
            while writers.contains(where: \.process.isRunning) {
                #expect(try Data(contentsOf: page) == whole)
                reads += 1
            }
            for writer in writers { #expect(try writer.wait().code == 0) }
            #expect(reads > 100)
        }
    }

    @Test func whatIsPublishedIsForItsOwnerAlone() async throws {
        try await Command.afterNight(of: "missions", on: "2026-11-23") { command, _ in
            #expect(try command.run("report", "--as-of", "2026-11-23").code == 0)
            #expect(try command.run("digest", "--as-of", "2026-11-23").code == 0)
            #expect(try command.run("export", command.home.appending(path: "copy").path).code == 0)
            let folders = ["var/reports/2026-11-23", "var/outbox", "copy"]
            for folder in folders.map({ command.home.appending(path: $0) }) {
                #expect(try Self.mode(folder) == 0o700, "\(folder)")
                for name in try Self.names(folder) {
                    #expect(try Self.mode(folder.appending(path: name)) == 0o600, "\(name)")
                }
            }
        }
    }

    @Test func aGroupMayReadReportsWhereTheConfigurationNamesIt() async throws {
        try await Command.afterNight(of: "missions", on: "2026-11-23") { command, _ in
            var command = command
            command.environment["ENTREMISE_REPORT_GROUP"] = "daemon"
            #expect(try command.start(["report", "--as-of", "2026-11-23"]).wait().code == 0)
            let folder = command.home.appending(path: "var/reports/2026-11-23")
            let page = folder.appending(path: "index.html")
            #expect(try Self.mode(folder) == 0o750 && Self.mode(page) == 0o640)
            let attributes = try FileManager.default.attributesOfItem(atPath: page.path)
            #expect(attributes[.groupOwnerAccountName] as? String == "daemon")
            command.environment["ENTREMISE_REPORT_GROUP"] = "nobody-of-that-name"
            let refused = try command.start(["report", "--as-of", "2026-11-23"]).wait()
            #expect(refused.code == ExitCode.cannotWrite.rawValue, "\(refused.errors)")
            #expect(try Self.mode(page) == 0o640)
        }
    }

    @Test func twoDigestsAtOnceTellNobodyTwice() async throws {
        try await Command.afterNight(of: "missions", on: "2026-11-23") { command, connection in
            let both = try (0..<2).map { _ in
                try command.start(["digest", "--as-of", "2026-11-23"])
            }
            for outcome in try both.map({ try $0.wait() }) {
                #expect(outcome.code == 0, "\(outcome.errors)")
            }
            let twice = try connection.first(
                """
                SELECT count(*) FROM (
                    SELECT FROM entremise.message_proposal
                    JOIN entremise.message ON message.id = message_id
                    GROUP BY proposal_id, member_id HAVING count(*) > 1
                ) AS told
                """, as: Int.self)
            #expect(twice == 0)
            let messages = try connection.first(
                "SELECT count(*) FROM entremise.message", as: Int.self)
            let outbox = command.home.appending(path: "var/outbox")
            let files = try Self.names(outbox).filter { $0.hasSuffix(".eml") }
            #expect((messages ?? 0) > 10 && files.count == messages)
        }
    }

    @Test func aSecondDigestOfADayLeavesTheFirstAsItIs() async throws {
        try await Command.afterNight(of: "missions", on: "2026-11-23") { command, connection in
            let outbox = command.home.appending(path: "var/outbox")
            #expect(try command.run("digest", "--as-of", "2026-11-23").code == 0)
            let first = try Self.names(outbox).filter { $0.hasSuffix(".eml") }
            try Data("half".utf8).write(to: outbox.appending(path: ".2026-11-23-x.eml.9.part"))
            #expect(try command.run("run", "services", "--as-of", "2026-11-23").code == 0)
            #expect(try command.run("digest", "--as-of", "2026-11-23").code == 0)
            let second = try Self.names(outbox)
            #expect(Set(first).isSubset(of: second) && second.count > first.count)
            #expect(!second.contains { $0.hasSuffix(".part") })
            let messages = try connection.first(
                "SELECT count(*) FROM entremise.message", as: Int.self)
            #expect(second.filter { $0.hasSuffix(".eml") }.count == messages)
        }
    }

    @Test func aBidThatHoldsSomebodyWhoLeftSaysSoAndOffersTheRepair() async throws {
        try await Command.afterNight(of: "tenders", on: "2026-11-23") { command, connection in
            let page = command.home.appending(path: "var/reports/latest/index.html")
            #expect(try command.run("report", "--as-of", "2026-11-23").code == 0)
            let whole = try String(contentsOf: page, encoding: .utf8)
            #expect(!whole.contains("a quitté le réseau"))
            let row = try connection.rows(
                of: """
                    SELECT party.member_id AS member, party.name, proposal.key[1] AS tender
                    FROM entremise.proposal JOIN entremise.party ON party.proposal_id = proposal.id
                    WHERE proposal.kind = 'bid' ORDER BY party.member_id LIMIT 1
                    """
            ).map { row throws(PostgresError) in
                (
                    member: try row.value("member", as: String.self),
                    name: try row.value("name", as: String.self),
                    tender: try row.value("tender", as: String.self)
                )
            }
            let gone = try #require(row.first)
            try connection.execute(
                "UPDATE network.member SET left_on = '2026-11-23' WHERE id = \(gone.member)")
            #expect(try command.run("report", "--as-of", "2026-11-23").code == 0)
            let told = try String(contentsOf: page, encoding: .utf8)
            for part in [
                "\(gone.name) a quitté le réseau ou retiré son accord depuis.",
                "Sans \(gone.name)", "--without \(gone.member)",
            ] { #expect(told.contains(part), "\(part)") }
        }
    }
}
