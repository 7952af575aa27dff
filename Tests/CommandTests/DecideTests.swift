import Foundation
import Jobs
import Market
import Postgres
import TestSupport
import Testing
import Verbs

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
                "SELECT verdict || ' by ' || decided_by FROM entremise.decision",
                as: String.self)
            #expect(row == "accepted by Nina")
            let shown = try command.run("bid", "marche-02", "--as-of", Self.day)
            #expect(shown.output.contains("Cette réponse est acceptée"))

            let again = try command.run("decide", "bid", "marche-02", "accept", "--by", "Paul")
            #expect(again.code == ExitCode.badData.rawValue)
            #expect(again.errors.contains("accepted already, by Nina on"), "\(again.errors)")
            let run = try command.run("run", "tenders", "--as-of", Self.day)
            #expect(run.output.contains("0 new bids"), "\(run.output)")

            let silent = try command.run("decide", "bid", "marche-02", "decline")
            #expect(silent.code == ExitCode.usage.rawValue && silent.errors.contains("--reason"))
            let declined = try command.run(
                "decide", "bid", "marche-02", "decline", "--reason", "price", "--by", "Nina",
                "--json")
            let printed = try JSONDecoder().decode(Printed.self, from: Data(declined.output.utf8))
            #expect(printed.tender == "marche-02" && printed.verdict == "declined")
            #expect(printed.decidedBy == "Nina")
            let after = try command.run("bid", "marche-02", "--as-of", Self.day)
            #expect(after.code == 0 && !after.output.contains("est acceptée"))
            #expect(after.output.contains("a été déclinée"))
            let count = try connection.first(
                "SELECT count(*) FROM entremise.decision", as: Int.self)
            #expect(count == 2)
        }
    }

    @Test func aDeclinedBidReturnsOnlyOnceItChanges() async throws {
        try await Self.withNight { command, connection in
            func run() throws -> String {
                let run = try command.run("run", "tenders", "--as-of", Self.day)
                #expect(run.code == 0, "\(run.errors)")
                return run.output
            }
            let arguments = ["decide", "bid", "marche-02"]
            let decline = arguments + ["decline", "--reason", "team"]
            #expect(try command.start(decline).wait().code == 0)
            _ = try run()
            #expect(try Self.standing(on: connection).status == "none")
            #expect(try Self.standing(on: connection).reason.contains("a été déclinée"))
            // A night without news keeps it so, and declining it again is told.
            #expect(try run().contains("8 unchanged"))
            let again = try command.start(decline).wait()
            #expect(again.errors.contains("declined already"), "\(again.errors)")
            // Taken back, the very bid that was declined stands again.
            #expect(try command.start(arguments + ["accept"]).wait().code == 0)
            _ = try run()
            #expect(try Self.standing(on: connection).status == "optimal")
            #expect(try command.start(decline).wait().code == 0)
            _ = try run()
            #expect(try Self.standing(on: connection).status == "none")
            // With another rate it is another bid.
            try connection.execute("UPDATE network.member SET daily_rate = daily_rate + 5")
            _ = try run()
            #expect(try Self.standing(on: connection).status == "optimal")
        }
    }

    @Test func aDeclineThatHoldsForSomeDaysSaysSoWhereverItIsTold() async throws {
        try await Command.afterNight(
            of: "tenders", on: Self.day,
            prepare: { command in
                let file = command.home.appending(path: "jobs/tenders.yaml")
                let shipped = try String(contentsOf: file, encoding: .utf8)
                try #require(shipped.contains("match:\n"))
                try Data(
                    shipped.replacing("match:\n", with: "match:\n  declined_for: 30 days\n").utf8
                ).write(to: file)
            }
        ) { command, connection in
            let declined = try command.run(
                "decide", "bid", "marche-02", "decline", "--reason", "price", "--language", "en")
            #expect(
                Self.plain(declined.output).contains("does not come back for 30 days"),
                "\(declined.output)")
            try connection.execute(
                "UPDATE entremise.decision SET decided_at = '2026-11-23 12:00+01'")
            let french = "a été déclinée\u{202F}; elle ne revient que 30 jours après ce refus."
            let shown = try command.run("bid", "marche-02", "--as-of", Self.day)
            #expect(
                Self.plain(shown.output).contains(Self.plain(french)), "\(shown.output)")
            try #require(command.run("run", "tenders", "--as-of", "2026-11-24").code == 0)
            let reason = try Self.standing(on: connection).reason
            #expect(Self.plain(reason).contains(Self.plain(french)), "\(reason)")
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
                "SELECT count(*) FROM entremise.decision", as: Int.self)
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

    @Test func aMemberWhoDeclinesIsReplacedWithTheFewestChanges() async throws {
        try await Self.withNight { command, _ in
            let arguments = ["bid", "marche-01", "--as-of", Self.day]
            let whole = try command.start(arguments + ["--json"]).wait()
            let bid = try JSONDecoder().decode(Bid.self, from: Data(whole.output.utf8))
            let substitute = try #require(bid.details?.substitutes.first { $0.joining.count == 1 })
            let repaired = try command.start(
                arguments + ["--without", substitute.member, "--language", "en"]
            ).wait()
            #expect(repaired.code == 0, "\(repaired.errors)")
            let lines = repaired.output.split(separator: "\n")
            let leaving = bid.members.first { $0.member == substitute.member }?.name ?? ""
            #expect(lines.contains("  − \(leaving)") && lines.contains("What changes"))
            #expect(lines.contains("  + \(substitute.joining[0].name)"))
            #expect(lines.contains { $0.hasPrefix("  Price: €") && $0.contains("→") })
            #expect(lines.contains("  Fewest changes: proven"))
            #expect(!repaired.output.contains("No group in the network does better"))
        }
    }

    @Test func theModelsAndTheSheetAreWritten() async throws {
        try await Self.withNight { command, connection in
            let folder = command.home.appending(path: "out")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let member = try #require(
                try connection.first(
                    """
                    SELECT min(held.member_id)
                    FROM network.member_skill AS held
                    JOIN network.member ON member.id = held.member_id AND member.consent_bids
                    JOIN network.lot_skill AS asked ON asked.skill_id = held.skill_id
                        AND held.level >= asked.level
                    JOIN network.lot ON lot.id = asked.lot_id AND lot.tender_id = 'marche-01'
                    WHERE member.kind = 'consultant' AND member.consent_matching AND member.remote
                    """, as: String.self))
            try connection.execute(
                "UPDATE network.member SET daily_rate = NULL WHERE id = \(member)")
            let written = try command.run(
                "bid", "marche-01", "--as-of", Self.day, "--model", "out/m.mps", "--sheet", "out")
            #expect(written.code == 0, "\(written.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(
                names == [
                    "bid-1.csv", "bid-1.en.html", "bid-1.fr.html", "m.2-fit.mps", "m.3-ties.mps",
                    "m.4-price.mps", "m.5-members.mps", "m.6-lead.mps", "m.mps",
                ])
            for name in names {
                let file = folder.appending(path: name)
                let text = try String(contentsOf: file, encoding: .utf8)
                #expect(!name.hasSuffix(".mps") || text.hasSuffix("ENDATA\n"), "\(name)")
                #expect(written.output.contains("out/\(name)"), "\(name)")
            }
            #expect(written.output.ranges(of: ", prouvé").count == 12)
            #expect(Self.plain(written.output).contains("Tarif journalier inconnu : "))
            let both = try command.run("bid", "marche-01", "--without", "x", "--model", "m.mps")
            #expect(both.code == ExitCode.usage.rawValue && both.errors.contains("--without"))
            let nowhere = try command.run(
                "bid", "marche-01", "--as-of", Self.day, "--model", "none/m.mps")
            #expect(nowhere.code == ExitCode.cannotWrite.rawValue)
            #expect(nowhere.errors.contains("there is no folder"), "\(nowhere.errors)")
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

    /// How the bid for marche-02 stands, and the first reason why a lot has none.
    private static func standing(
        on connection: borrowing Connection
    ) throws -> (status: String, reason: String) {
        let found = try connection.rows(
            of: """
                SELECT bid.body->>'status' AS status,
                    coalesce(min(lot->'reason'->>'fr'), '') AS reason
                FROM entremise.proposal AS bid
                CROSS JOIN jsonb_array_elements(bid.body->'lots') AS lot
                WHERE bid.key[1] = 'marche-02' AND bid.until_run_id IS NULL
                GROUP BY bid.id
                """
        ).map { row throws(PostgresError) in
            (
                status: try row.value("status", as: String.self),
                reason: try row.value("reason", as: String.self)
            )
        }
        return try #require(found.first)
    }

    /// The text with plain spaces.
    private static func plain(_ text: String) -> String {
        text.replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    }

    private static let day = "2026-11-23"

    private static func withNight(
        _ body: (Command, borrowing Connection) async throws -> Void
    ) async throws {
        try await Command.afterNight(of: "tenders", on: day, body)
    }
}
