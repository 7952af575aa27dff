import Foundation
import Ledger
import Market
import Postgres
import TestSupport
import Testing

/// The views that platforms build on.
@Suite struct CurrentViewTests {
    private static let decision = ["verdict", "reason", "note", "decided_by", "decided_at"]
    private static let version = ["reasons_fr", "reasons_en", "is_new", "run_id", "run_on"]
    private static let pages = ["need_url", "candidate_url", "deadline_on"]
    private static let network = ["network"]
    private static let pair = [
        "id", "job", "need_id", "need_title", "owner_id", "owner_name", "candidate_id",
        "candidate_title", "member_id", "member_name", "rank", "score",
    ]

    /// Every view with its columns in their order. Others build on them: columns may be added at the
    /// end of a view, and none is taken away.
    private static let columns = [
        "current_assignment": pair + ["why_fr", "why_en"] + version + decision + pages
            + network + ["deadline_at"],
        "current_bid": [
            "id", "job", "tender_id", "tender_title", "buyer", "deadline_on", "status",
            "price_cents", "budget_cents", "lead_id", "lead_name", "members", "lots",
        ] + version + decision + network + ["deadline_at", "tender_url"],
        "current_bid_lot": [
            "bid_id", "job", "tender_id", "lot_id", "position", "number", "title", "is_bid_for",
            "price_cents", "budget_cents", "reason_fr", "reason_en",
        ] + network + ["lot_url"],
        "current_bid_member": [
            "bid_id", "job", "tender_id", "position", "member_id", "name", "leads", "days",
            "amount_cents",
        ] + network,
        "current_bid_work": [
            "bid_id", "job", "tender_id", "lot_id", "position", "member_id", "skill_id",
            "label_fr", "label_en", "days", "rate_cents", "amount_cents",
        ] + network,
        "current_proposal": [
            "id", "job", "kind", "key", "title", "position", "reasons_fr", "reasons_en", "body",
            "is_new", "run_id", "run_on",
        ] + decision + network,
        "current_suggestion": pair + ["signals"] + version + decision + pages + network
            + ["deadline_at"],
    ]

    @Test func theViewsHaveTheColumnsThatOthersReadAndNoViewIsMissing() async throws {
        try await withLedger { ledger, _ in
            let found = try ledger.connection.rows(
                of: """
                    SELECT table_name::text AS name, array_agg(column_name::text
                        ORDER BY ordinal_position) AS columns
                    FROM information_schema.columns
                    WHERE table_schema = 'entremise' AND table_name LIKE 'current%'
                    GROUP BY table_name
                    """
            ).map { row throws(PostgresError) in
                (
                    try row.value("name", as: String.self),
                    try row.value("columns", as: [String].self)
                )
            }
            #expect(Dictionary(uniqueKeysWithValues: found) == Self.columns)
        }
    }

    @Test func theViewOfSuggestionsSaysWhatTheTableBeforeItSaid() async throws {
        try await ProposalMigrationTests.withMoved { ledger in
            let lost = try ProposalMigrationTests.differences(
                """
                SELECT suggestion.id, suggestion.job, need_id, need_title, need_owner,
                    need_owner_name, candidate_id, candidate_title, member_id, member_name, rank,
                    round(score::numeric, 4)::double precision, signals, reasons_fr, reasons_en,
                    is_new, run_id, as_of
                FROM old.suggestion JOIN old.run ON run.id = run_id
                WHERE until_run_id IS NULL
                """,
                """
                SELECT id, job, need_id, need_title, owner_id, owner_name, candidate_id,
                    candidate_title, member_id, member_name, rank, score, signals, reasons_fr,
                    reasons_en, is_new, run_id, run_on
                FROM entremise.current_suggestion
                """, on: ledger)
            #expect(lost == 0)
        }
    }

    @Test func theViewsOfBidsSayWhatTheTablesBeforeThemSaid() async throws {
        try await ProposalMigrationTests.withMoved { ledger in
            try ledger.connection.script(
                """
                CREATE VIEW old.standing AS
                SELECT bid.*, moved.id AS number
                FROM old.bid JOIN old.moved ON moved.bid_id = bid.id
                WHERE until_run_id IS NULL
                """)
            for (old, new) in [
                (
                    """
                    SELECT number, standing.job, tender_id, tender_title, buyer, deadline_on,
                        standing.status, price_cents, budget_cents, lead.member_id, lead.name,
                        ARRAY(
                            SELECT member_id FROM old.bid_member AS member
                            WHERE member.bid_id = standing.id ORDER BY position
                        ), reasons_fr, reasons_en, is_new, run_id, as_of
                    FROM old.standing
                    JOIN old.run ON run.id = run_id
                    LEFT JOIN old.bid_member AS lead ON lead.bid_id = standing.id AND leads
                    """,
                    """
                    SELECT id, job, tender_id, tender_title, buyer, deadline_on, status,
                        price_cents, budget_cents, lead_id, lead_name, members, reasons_fr,
                        reasons_en, is_new, run_id, run_on
                    FROM entremise.current_bid
                    """
                ),
                (
                    """
                    SELECT number, job, tender_id, member.position, member_id, name, leads, days,
                        amount_cents, ''
                    FROM old.bid_member AS member JOIN old.standing ON standing.id = bid_id
                    """,
                    "SELECT * FROM entremise.current_bid_member"
                ),
                (
                    """
                    SELECT standing.number, job, tender_id, lot_id, position, lot.number, title,
                        is_bid_for, lot.price_cents, lot.budget_cents, reason_fr, reason_en, ''
                    FROM old.bid_lot AS lot JOIN old.standing ON standing.id = bid_id
                    """,
                    """
                    SELECT bid_id, job, tender_id, lot_id, position, number, title, is_bid_for,
                        price_cents, budget_cents, reason_fr, reason_en, network
                    FROM entremise.current_bid_lot
                    """
                ),
                (
                    """
                    SELECT number, job, tender_id, lot_id, position, member_id, skill_id, label_fr,
                        label_en, days, rate_cents, amount_cents, ''
                    FROM old.bid_work AS work JOIN old.standing ON standing.id = bid_id
                    """,
                    "SELECT * FROM entremise.current_bid_work"
                ),
            ] {
                let lost = try ProposalMigrationTests.differences(old, new, on: ledger)
                #expect(lost == 0, "\(new)")
            }
        }
    }

    @Test func anAssignmentIsReadWithItsHolderItsOwnerAndItsSentence() async throws {
        try await withLedger { ledger, _ in
            let pair = Proposal.example()
            try ledger.run(
                .example([
                    Proposal(
                        job: "roles", kind: "assignment", key: pair.key, title: pair.title,
                        position: 1,
                        parties: [
                            Party(member: "claire", name: "Claire", role: "holder"),
                            Party(member: "paul", name: nil, role: "owner"),
                        ], reasons: pair.reasons,
                        body: """
                            {"candidateTitle": "Titre", "score": 0.5, \
                            "needURL": "https://example.org/1", "deadline": "2026-12-24", \
                            "why": {"fr": "Parce que.", "en": "Because."}}
                            """, basis: pair.basis, content: pair.content)
                ]), job: "roles")
            let read = try ledger.connection.first(
                """
                SELECT concat_ws(' ', job, need_id, owner_id, candidate_id, candidate_title,
                    member_id, member_name, rank, score, why_fr, why_en, reasons_en[1], run_on,
                    need_url, candidate_url, deadline_on)
                FROM entremise.current_assignment WHERE owner_name IS NULL AND verdict IS NULL
                """, as: String.self)
            #expect(
                read == """
                    roles m1 paul claire Titre claire Claire 1 0.5 Parce que. Because. \
                    en Une raison. 2026-11-23 https://example.org/1 2026-12-24
                    """)
        }
    }

    @Test func theVerdictIsTheOneThatTheLedgerHolds() async throws {
        try await withLedger { ledger, _ in
            let names = ["a", "b", "c", "d", "e"]
            try ledger.run(.example(names.map { .example(candidate: $0) }))
            try ledger.decide(Decision(.accepted, by: "x"), on: 1)
            for id in 2...3 {
                try ledger.decide(Decision(.declined, reason: "dates", by: "x"), on: id)
            }
            try ledger.decide(Decision(.accepted, by: "x"), on: 4)
            try ledger.decide(Decision(.corrected, note: "mine", by: "y"), on: 4)
            // What was declined has changed, for one of them.
            try ledger.run(
                .example(
                    names.map { .example(candidate: $0, basis: $0 == "b" ? "other" : "basis-1") }))
            let read = try ledger.connection.rows(
                of: """
                    SELECT key[2] AS candidate, coalesce(verdict, 'proposed') AS verdict,
                        concat_ws(' ', reason, note, decided_by) AS said
                    FROM entremise.current_proposal ORDER BY key
                    """
            ).map { row throws(PostgresError) in
                [
                    try row.value("candidate") as String, try row.value("verdict"),
                    try row.value("said"),
                ]
            }
            #expect(
                read == [
                    ["a", "accepted", "x"], ["b", "proposed", ""], ["c", "declined", "dates x"],
                    ["d", "corrected", "mine y"], ["e", "proposed", ""],
                ])
            let record = try #require(try ledger.recordedRuns(asOf: nil, network: "Réseau"))
            let statuses = Dictionary(
                uniqueKeysWithValues: record.proposals.map { ($0.key.parts[1], $0.status.rawValue) }
            )
            #expect(statuses == Dictionary(uniqueKeysWithValues: read.map { ($0[0], $0[1]) }))
        }
    }

    @Test func whatIsNoLongerInForceIsNotRead() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example(), .example(candidate: "paul", rank: 2)]))
            try ledger.run(.example([.example(score: 0.5)]))
            let read = try ledger.connection.rows(
                of: "SELECT id, body::text FROM entremise.current_proposal"
            ).map { row throws(PostgresError) in try row.value("body", as: String.self) }
            #expect(read == [#"{"score": 0.5}"#])
        }
    }

    @Test func whoMayReadAViewNeedsNoOtherRight() async throws {
        try await withLedger { ledger, conninfo in
            try ledger.run(.example([.example(), .team()]))
            try ledger.decide(Decision(.accepted, by: "x"), on: 1)
            let role = "reader_\(UUID().uuidString.lowercased().prefix(8))"
            try ledger.connection.script(
                """
                CREATE ROLE \(role) LOGIN;
                GRANT USAGE ON SCHEMA entremise TO \(role);
                GRANT SELECT ON \(Self.columns.keys.map { "entremise.\($0)" }
                    .joined(separator: ", ")) TO \(role)
                """)
            do {
                let reader = try Connection(conninfo: "\(conninfo) user=\(role)")
                for view in Self.columns.keys {
                    try reader.execute("SELECT * FROM entremise.\(identifier: view)")
                }
                #expect(throws: PostgresError.self) {
                    try reader.execute("SELECT * FROM entremise.proposal")
                }
            }
            try ledger.connection.script("DROP OWNED BY \(role); DROP ROLE \(role)")
        }
    }

    @Test func whoCouldReadProposalsMayReadTheViews() async throws {
        try await withDatabase { connection, conninfo in
            let ledger = try Ledger(conninfo: conninfo)
            try ledger.migrate(through: 15)
            let role = "reader_\(UUID().uuidString.lowercased().prefix(8))"
            try connection.script(
                "CREATE ROLE \(role); GRANT SELECT ON entremise.proposal TO \(role)")
            try ledger.migrate()
            for view in Self.columns.keys.map({ "entremise.\($0)" }) {
                let may = try connection.first(
                    "SELECT has_table_privilege(\(role), \(view), 'SELECT')", as: Bool.self)
                #expect(may == true, "\(view)")
            }
            try connection.script("DROP OWNED BY \(role); DROP ROLE \(role)")
        }
    }
}
