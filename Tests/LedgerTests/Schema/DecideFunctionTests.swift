import Foundation
import Hashing
import Ledger
import Market
import Postgres
import TestSupport
import Testing

/// `entremise.decide`, by which platforms record decisions.
@Suite struct DecideFunctionTests {
    /// What the function says to some arguments: that it recorded them, or the state and message of
    /// its error.
    private static func decide(
        _ arguments: String, on connection: borrowing Connection
    ) throws -> String {
        do throws(PostgresError) {
            try connection.execute(Query(raw: "SELECT entremise.decide(\(arguments))"))
            return "recorded"
        } catch {
            return "\(error.sqlstate ?? "") \(error.message)"
        }
    }

    private static func decide(
        _ arguments: String, on ledger: borrowing Ledger
    ) throws -> String {
        try decide(arguments, on: ledger.connection)
    }

    private static func decisions(_ ledger: borrowing Ledger) throws -> [String] {
        try ledger.connection.rows(
            of: """
                SELECT concat_ws(' ', job, key::text, proposal_id, verdict, reason, note,
                    'by ' || decided_by) AS said
                FROM entremise.decision ORDER BY id
                """
        ).map { row throws(PostgresError) in try row.value("said", as: String.self) }
    }

    @Test func theLedgerRecordsByTheFunction() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()]))
            for (decision, said) in [
                (
                    Decision(.declined, reason: "price", note: "Trop cher.", by: "Nina"),
                    "declined price Trop cher. by Nina"
                ),
                (Decision(.accepted, by: "Nina"), "accepted by Nina"),
                (Decision(.corrected, by: "Paul"), "corrected by Paul"),
            ] {
                let recorded = try ledger.decide(decision, on: "pair", Proposal.example().key)
                #expect(recorded.proposal.id == 1 && recorded.proposal.job == "missions")
                let last = try #require(try Self.decisions(ledger).last)
                #expect(last == "missions {m1,claire} 1 \(said)")
                let number = try ledger.connection.first(
                    "SELECT max(id) FROM entremise.decision", as: Int.self)
                #expect(recorded.number == number)
            }
        }
    }

    /// The case that the ledger hears of; nil where the decision is recorded.
    private static func refused(
        _ decision: Decision, _ kind: String = "pair", _ key: [String] = ["m1", "claire"],
        job: String? = nil, on ledger: borrowing Ledger
    ) throws -> RefusedDecision.Cause? {
        do throws(LedgerError) {
            try ledger.decide(decision, on: kind, Proposal.Key(key), job: job)
            return nil
        } catch .decisionRefused(let refused) {
            return refused.cause
        }
    }

    @Test func theLedgerHearsWhichCaseIsRefused() async throws {
        try await withLedger { ledger, _ in
            let accept = Decision(.accepted, by: "Nina")
            #expect(try Self.refused(accept, on: ledger) == .unknownNetwork)
            try ledger.run(.example(), job: "missions")
            #expect(try Self.refused(accept, on: ledger) == .unknownKind)
            for job in ["missions", "services"] {
                try ledger.run(.example([.example(job: job)]), job: job)
            }
            #expect(try Self.refused(accept, "pair", [], on: ledger) == .keyMissing)
            #expect(
                try Self.refused(accept, "pair", ["m1", "paul"], on: ledger) == .nothingProposed)
            #expect(
                try Self.refused(Decision(.declined, reason: " ", by: "Nina"), on: ledger)
                    == .reasonMissing)
            #expect(try Self.refused(Decision(.accepted, by: ""), on: ledger) == .nobodyNamed)
            #expect(try Self.refused(accept, on: ledger) == .severalJobs)
            #expect(try Self.refused(accept, job: "mission", on: ledger) == .unknownJob)
            #expect(try Self.refused(accept, job: "missions", on: ledger) == nil)
            #expect(try Self.refused(accept, job: "missions", on: ledger) == .saidAlready)
            try ledger.run(Self.bid("none"), job: "tenders")
            #expect(try Self.refused(accept, "bid", ["t1"], on: ledger) == .noGroup)
        }
    }

    @Test func whatCannotBeRecordedIsSaidClearly() async throws {
        try await withLedger { ledger, _ in
            let claire = "'pair', ARRAY['m1', 'claire']"
            #expect(
                try Self.decide("\(claire), 'accepted', by => 'Nina'", on: ledger)
                    == "22023 no run made a proposal of the kind 'pair'")
            try ledger.run(.example([.example()]))
            for (arguments, expected) in [
                (
                    "'ring', ARRAY['m1'], 'accepted', by => 'Nina'",
                    "22023 no run made a proposal of the kind 'ring'"
                ),
                (
                    "'pair', ARRAY['m1', 'paul'], 'accepted', by => 'Nina'",
                    "P0002 no run proposes the pair m1 paul"
                ),
                (
                    "\(claire), 'perhaps', by => 'Nina'",
                    "22023 expected the verdict accepted, declined or corrected, found 'perhaps'"
                ),
                (
                    "\(claire), NULL, by => 'Nina'",
                    "22023 expected the verdict accepted, declined or corrected, found NULL"
                ),
                (
                    "\(claire), 'declined', E' \\n', 'Nina'", "22023 a decline needs a reason"
                ),
                ("\(claire), 'accepted'", "22023 a decision needs to say who decided"),
                ("\(claire), 'accepted', by => ' '", "22023 a decision needs to say who decided"),
                (
                    "\(claire), 'accepted', by => 'Nina', job => 'mission'",
                    "22023 no run of a job 'mission' is recorded"
                ),
                (
                    "'pair', '{}', 'accepted', by => 'Nina'",
                    "22023 expected a kind and a key, such as 'suggestion', ARRAY[need, candidate]"
                ),
            ] {
                #expect(try Self.decide(arguments, on: ledger) == expected)
            }
            #expect(try Self.decisions(ledger) == [])
        }
    }

    @Test func theSameIsNotRecordedTwiceAndTheLastWordHolds() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()]))
            let claire = "'pair', ARRAY['m1', 'claire']"
            let accept = "\(claire), 'accepted', by => 'Nina'"
            #expect(try Self.decide(accept, on: ledger) == "recorded")
            let again = try Self.decide(accept, on: ledger)
            #expect(again.hasPrefix("55000 the pair m1 claire was accepted already, by Nina on 2"))
            #expect(
                try Self.decide("\(claire), 'declined', 'dates', 'Nina'", on: ledger) == "recorded")
            #expect(try Self.decide(accept, on: ledger) == "recorded")
            // Another version may be accepted again.
            try ledger.run(.example([.example(score: 0.5)]))
            #expect(try Self.decide(accept, on: ledger) == "recorded")
            #expect(
                try Self.decisions(ledger).last == "missions {m1,claire} 2 accepted by Nina")
        }
    }

    @Test func whatIsWithheldSinceItWasDeclinedCanBeTakenBack() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()]))
            let claire = "'pair', ARRAY['m1', 'claire']"
            _ = try Self.decide("\(claire), 'declined', 'dates', 'Nina'", on: ledger)
            #expect(try ledger.run(.example()).counts == .init(closed: 1))
            #expect(
                try Self.decide("\(claire), 'accepted', by => 'Nina'", on: ledger) == "recorded")
            let snapshot = try ledger.snapshot(of: .missions(), asOf: today)
            #expect(snapshot.declined.isEmpty)
        }
    }

    @Test func whereSeveralJobsProposeAKeyOneIsNamed() async throws {
        try await withLedger { ledger, _ in
            for job in ["missions", "services"] {
                try ledger.run(.example([.example(job: job)]), job: job)
            }
            let accept = "'pair', ARRAY['m1', 'claire'], 'accepted', by => 'Nina'"
            #expect(
                try Self.decide(accept, on: ledger)
                    == "22023 several jobs propose the pair m1 claire; expected one, as job => …")
            #expect(try Self.decide("\(accept), job => 'services'", on: ledger) == "recorded")
            #expect(try Self.decisions(ledger) == ["services {m1,claire} 2 accepted by Nina"])
        }
    }

    /// A bid, or that no group can bid.
    private static func bid(_ status: String) -> RunResults {
        .example([
            Proposal(
                job: "tenders", kind: "bid", key: Proposal.Key(["t1"]), title: "Marché",
                parties: [], reasons: [:], body: "{\"status\": \"\(status)\"}", basis: status,
                content: Hash(of: status).bytes)
        ])
    }

    @Test func aBidIsDecidedOnAsLongAsItStands() async throws {
        try await withLedger { ledger, _ in
            let accept = "'bid', ARRAY['t1'], 'accepted', by => 'Nina'"
            let decline = "'bid', ARRAY['t1'], 'declined', 'price', 'Nina'"
            try ledger.run(Self.bid("none"), job: "tenders")
            for call in [accept, decline] {
                #expect(
                    try Self.decide(call, on: ledger)
                        == "P0002 no group can bid for 't1', so there is nothing to decide on")
            }
            try ledger.run(Self.bid("optimal"), job: "tenders")
            #expect(try Self.decide(decline, on: ledger) == "recorded")
            // Declined, it is withheld, and can be taken back as it was.
            try ledger.run(Self.bid("none"), job: "tenders")
            #expect(try Self.decide(decline, on: ledger).hasPrefix("55000 the bid t1 was declined"))
            #expect(try Self.decide(accept, on: ledger) == "recorded")
            #expect(
                try Self.decisions(ledger) == [
                    "tenders {t1} 2 declined price by Nina", "tenders {t1} 2 accepted by Nina",
                ])
            try ledger.run(Self.bid("feasible"), job: "tenders")
            try ledger.connection.execute(
                """
                INSERT INTO network.tender (id, buyer, title, deadline_on, posted_on, status)
                VALUES ('t1', 'Ville', 'Marché', '2027-01-01', '2026-11-01', 'lost')
                """)
            #expect(
                try Self.decide(accept, on: ledger)
                    == "P0002 the tender 't1' is lost or closed; its bid can no longer be accepted")
            #expect(try Self.decide(decline, on: ledger) == "recorded")
            try ledger.run(.example(), job: "tenders")
            #expect(try Self.decide(accept, on: ledger) == "P0002 no run proposes the bid t1")
        }
    }

    @Test func onlyWhomAnAdministratorPermitsMayDecideAndWriteNothingElse() async throws {
        try await withLedger { ledger, conninfo in
            try ledger.run(.example([.example()]))
            let role = "platform_\(UUID().uuidString.lowercased().prefix(8))"
            try ledger.connection.script(
                "CREATE ROLE \(role) LOGIN; GRANT USAGE ON SCHEMA entremise TO \(role)")
            let accept = "'pair', ARRAY['m1', 'claire'], 'accepted', by => 'Nina'"
            do {
                let platform = try Connection(conninfo: "\(conninfo) user=\(role)")
                #expect(try Self.decide(accept, on: platform).hasPrefix("42501"))
                try ledger.connection.execute(
                    "GRANT EXECUTE ON FUNCTION entremise.decide TO \(identifier: role)")
                #expect(try Self.decide(accept, on: platform) == "recorded")
                #expect(throws: PostgresError.self) {
                    try platform.execute("DELETE FROM entremise.decision")
                }
            }
            try ledger.connection.script("DROP OWNED BY \(role); DROP ROLE \(role)")
        }
    }
}
