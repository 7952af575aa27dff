import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

/// Decisions on bids and what the commands say of bids, on the sample network.
@Suite struct DecideTests {
    private struct Printed: Decodable {
        let bid: Int
        let decidedBy: String
        let tender: String
        let verdict: String
    }

    @Test func anAcceptedBidStandsUntilItIsDeclined() async throws {
        try await Self.withNight { command, connection in
            let accepted = try command.run("decide", "bid", "marche-02", "accept", "--by", "Nina")
            #expect(accepted.code == 0, "\(accepted.errors)")
            for text in ["Réponse acceptée", "tiers-lieu", "(mandataire)", "reste telle quelle"] {
                #expect(accepted.output.contains(text), "\(text)")
            }
            let row = try connection.first(
                "SELECT verdict || ' by ' || decided_by FROM entremise.bid_decision",
                as: String.self)
            #expect(row == "accepted by Nina")
            let shown = try command.run("bid", "marche-02", "--as-of", Self.day)
            #expect(shown.output.contains("Cette réponse est acceptée"))

            let again = try command.run("decide", "bid", "marche-02", "accept", "--by", "Paul")
            #expect(again.code == ExitCode.badData.rawValue)
            #expect(again.errors.contains("accepted already, by Nina on"), "\(again.errors)")
            let night = try command.run("run", "tenders", "--as-of", Self.day)
            #expect(night.output.contains("0 new bids"), "\(night.output)")

            let silent = try command.run("decide", "bid", "marche-02", "decline")
            #expect(silent.code == ExitCode.usage.rawValue && silent.errors.contains("--reason"))
            let declined = try command.run(
                "decide", "bid", "marche-02", "decline", "--reason", "price", "--by", "Nina",
                "--json")
            let printed = try JSONDecoder().decode(Printed.self, from: Data(declined.output.utf8))
            #expect(printed.tender == "marche-02" && printed.verdict == "declined")
            #expect(printed.decidedBy == "Nina")
            let after = try command.run("bid", "marche-02", "--as-of", Self.day)
            #expect(after.code == 0 && !after.output.contains("acceptée"))
            let count = try connection.first(
                "SELECT count(*) FROM entremise.bid_decision", as: Int.self)
            #expect(count == 2)
        }
    }

    @Test func whatCannotBeDecidedIsSaidClearly() async throws {
        try await Self.withNight { command, connection in
            for (arguments, code, text) in [
                (["marche-22", "accept"], ExitCode.noInput, "did you mean “marche-02”"),
                (["marche-08", "accept"], .noInput, "no group can bid for “marche-08”"),
                (["marche-02", "perhaps"], .usage, "'accept' and 'decline'"),
                (["marche-02", "accept", "--by", " "], .usage, "--by needs a name"),
                (["marche-02", "decline", "--reason", ""], .usage, "--reason price"),
            ] {
                let outcome = try command.start(["decide", "bid"] + arguments).wait()
                #expect(outcome.code == code.rawValue, "\(arguments)")
                #expect(outcome.errors.contains(text), "\(outcome.errors)")
            }
            try connection.execute(
                "UPDATE network.tender SET status = 'lost' WHERE id = 'marche-02'")
            let lost = try command.run("decide", "bid", "marche-02", "accept")
            #expect(lost.code == ExitCode.noInput.rawValue)
            #expect(lost.errors.contains("lost or closed"), "\(lost.errors)")
            try connection.execute(
                "UPDATE network.tender SET status = 'draft' WHERE id = 'marche-03'")
            try #require(command.run("run", "tenders", "--as-of", Self.day).code == 0)
            let none = try command.run("decide", "bid", "marche-03", "accept")
            #expect(none.code == ExitCode.noInput.rawValue)
            #expect(none.errors.contains("no bid for “marche-03” stands"), "\(none.errors)")
            let written = try connection.first(
                "SELECT count(*) FROM entremise.bid_decision", as: Int.self)
            #expect(written == 0)
        }
    }

    @Test func aBidIsToldLotByLotInBothLanguages() async throws {
        try await Self.withNight { command, _ in
            let english = try command.run(
                "bid", "marche-07", "--as-of", Self.day, "--language", "en")
            for text in [
                "to submit by Friday 15 January 2027", "(lead)", "Covers 2 of 3 lots",
                "Comparable references in the last 5 years", "✓ 1.", "✗ 3.", "Worth of the lots",
                "proven",
            ] {
                #expect(Self.plain(english.output).contains(text), "\(text)")
            }
            let french = try command.run("bid", "marche-08", "--as-of", Self.day)
            #expect(french.output.contains("Aucun groupe du réseau ne peut répondre"))
            #expect(french.output.contains("Il manque") && french.output.contains("Au plus près"))
            let member = try command.run("bid", "marche-08", "--as-of", Self.day, "--without", "x")
            #expect(member.errors.contains("nobody is: no group can bid"), "\(member.errors)")
            let late = try command.run("bid", "marche-02", "--as-of", "2027-02-01")
            #expect(late.code == ExitCode.noInput.rawValue)
            #expect(late.errors.contains("its deadline was 2026-12-11"), "\(late.errors)")
        }
    }

    @Test func daysThatAreGoneByTheDayOfTheRunAreNotOffered() async throws {
        try await Self.withNight { command, connection in
            // The work began before the last day to submit.
            try connection.execute(
                "UPDATE network.tender SET deadline_on = '2027-07-30' WHERE id = 'marche-02'")
            let early = try command.run("bid", "marche-02", "--as-of", Self.day)
            #expect(early.output.contains("Couvre les 2"), "\(early.output)")
            let last = try #require(
                try connection.first(
                    "SELECT max(ends_on)::text FROM network.lot WHERE tender_id = 'marche-02'",
                    as: String.self))
            let late = try command.run("bid", "marche-02", "--as-of", last)
            #expect(late.output.contains("Aucun jour libre") || late.output.contains("Il manque"))
            let past = try command.run("bid", "marche-02", "--as-of", "2027-07-29")
            #expect(past.output.contains("Les dates du travail sont passées"), "\(past.output)")
        }
    }

    /// The text with plain spaces.
    private static func plain(_ text: String) -> String {
        text.replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    }

    private static let day = "2026-11-23"

    private static func withNight(
        _ body: (Command, borrowing Connection) async throws -> Void
    ) async throws {
        try await withDatabase { connection, conninfo in
            let command = try Command(
                conninfo: conninfo, settings: ["ENTREMISE_ENCODER_KIND": "words"])
            defer { command.remove() }
            let sample = Checkout.root.appending(path: "config/sample").path
            try #require(command.run("migrate").code == 0)
            try #require(command.run("import", sample).code == 0)
            try #require(command.run("run", "tenders", "--as-of", day).code == 0)
            try await body(command, connection)
        }
    }
}
