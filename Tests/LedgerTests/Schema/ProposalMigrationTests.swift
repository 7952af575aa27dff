import Foundation
import Learning
import Ledger
import Market
import Postgres
import TestSupport
import Testing

/// What the program of migration 13 wrote, moved by migration 14.
@Suite struct ProposalMigrationTests {
    private static func fixture(_ name: String) throws -> String {
        try String(
            contentsOfFile: "\(packageRoot)/Tests/LedgerTests/Fixtures/\(name)", encoding: .utf8)
    }

    /// Gives a test the migrated ledger; what was there before lies in the schema `old`.
    static func withMoved(
        granting grants: String = "", _ body: (borrowing Ledger) throws -> Void
    ) async throws {
        try await withDatabase { _, conninfo in
            let ledger = try Ledger(conninfo: conninfo)
            try ledger.migrate(through: 13)
            try ledger.connection.script(try fixture("migration-13.sql"))
            let tables = [
                "run", "suggestion", "bid", "bid_member", "bid_lot", "bid_work", "decision",
                "bid_decision", "message_suggestion", "message_bid",
            ]
            try ledger.connection.script(
                "CREATE SCHEMA old;"
                    + tables.map { "CREATE TABLE old.\($0) AS TABLE entremise.\($0);" }.joined()
                        // Numbers of bids as proposals: in their order, above those of suggestions.
                        + """
                        CREATE VIEW old.moved AS
                        SELECT id AS bid_id,
                            rank() OVER (ORDER BY id) + (SELECT max(id) FROM old.suggestion) AS id
                        FROM old.bid;
                        """ + grants)
            let further = MigrationTests.names.drop { $0 != "0014_proposals" }
            #expect(try ledger.migrate() == Array(further))
            try body(ledger)
        }
    }

    /// Rows that only one of two queries has; none where both say the same of something.
    static func differences(
        _ old: String, _ new: String, on ledger: borrowing Ledger
    ) throws -> Int {
        let counts = try ledger.connection.rows(
            of: """
                WITH old AS (\(raw: old)), new AS (\(raw: new))
                SELECT (SELECT count(*) FROM old) AS rows, count(*) AS differences
                FROM ((TABLE old EXCEPT ALL TABLE new) UNION ALL (TABLE new EXCEPT ALL TABLE old))
                    AS difference
                """
        ).map { row throws(PostgresError) in
            (try row.value("rows", as: Int.self), try row.value("differences", as: Int.self))
        }
        let found = try #require(counts.first)
        #expect(found.0 > 0, "the old program wrote some")
        return found.1
    }

    @Test func everySuggestionIsFoundAgain() async throws {
        try await Self.withMoved { ledger in
            let lost = try Self.differences(
                """
                SELECT id, job, need_id, need_title, need_owner, need_owner_name, candidate_id,
                    candidate_title, member_id, member_name, rank, score, signals, reasons_fr,
                    reasons_en, basis, content, run_id, until_run_id, is_new, departure
                FROM old.suggestion
                """,
                """
                SELECT proposal.id, job, key[1], title, owner.member_id, owner.name, key[2],
                    body ->> 'candidateTitle', candidate.member_id, candidate.name,
                    proposal.position, (body -> 'score')::double precision, body -> 'signals',
                    reasons_fr, reasons_en, basis, content, run_id, until_run_id, is_new, departure
                FROM entremise.proposal
                JOIN entremise.party AS candidate ON candidate.proposal_id = proposal.id
                    AND candidate.role = 'candidate'
                LEFT JOIN entremise.party AS owner ON owner.proposal_id = proposal.id
                    AND owner.role = 'owner'
                WHERE kind = 'suggestion' AND cardinality(key) = 2 AND novelty = '' AND proof = '[]'
                    AND seconds IS NULL
                """, on: ledger)
            #expect(lost == 0)
        }
    }

    @Test func everyBidIsFoundAgainWithItsMembersLotsAndWork() async throws {
        try await Self.withMoved { ledger in
            let bids = try Self.differences(
                """
                SELECT moved.id, job, tender_id, tender_title, buyer, deadline_on, status,
                    price_cents, budget_cents, bound, gap, reasons_fr, reasons_en, basis, content,
                    run_id, until_run_id, is_new, seconds, details,
                    array_to_string(
                        ARRAY(
                            SELECT member_id FROM old.bid_member AS member
                            WHERE member.bid_id = bid.id ORDER BY member_id COLLATE "C"
                        ), E'\\n') AS novelty
                FROM old.bid JOIN old.moved ON moved.bid_id = bid.id
                """,
                """
                SELECT id, job, key[1], title, body ->> 'buyer', (body ->> 'deadline')::date,
                    body ->> 'status', (body #>> '{price,cents}')::bigint,
                    (body #>> '{budget,cents}')::bigint, (body ->> 'bound')::double precision,
                    (body ->> 'gap')::double precision, reasons_fr, reasons_en, basis, content,
                    run_id, until_run_id, is_new, seconds,
                    body -> 'details' || jsonb_build_object('proofs', proof), novelty
                FROM entremise.proposal
                WHERE kind = 'bid' AND cardinality(key) = 1 AND position IS NULL
                    AND departure IS NULL
                """, on: ledger)
            #expect(bids == 0)
            let members = try Self.differences(
                """
                SELECT moved.id, position, member_id, name, leads, days, amount_cents
                FROM old.bid_member JOIN old.moved USING (bid_id)
                """,
                """
                SELECT proposal_id, position, member_id, name, role = 'lead', days, amount_cents
                FROM entremise.party WHERE role IN ('lead', 'member') AND is_asked
                """, on: ledger)
            #expect(members == 0)
            let lots = try Self.differences(
                """
                SELECT moved.id, position, lot_id, number, title, is_bid_for, price_cents,
                    budget_cents, reason_fr, reason_en
                FROM old.bid_lot JOIN old.moved USING (bid_id)
                """,
                """
                SELECT id, place, lot ->> 'lot', (lot ->> 'number')::int, lot ->> 'title',
                    (lot ->> 'isBidFor')::boolean, (lot #>> '{price,cents}')::bigint,
                    (lot #>> '{budget,cents}')::bigint, lot #>> '{reason,fr}',
                    lot #>> '{reason,en}'
                FROM entremise.proposal
                CROSS JOIN LATERAL jsonb_array_elements(body -> 'lots')
                    WITH ORDINALITY AS list (lot, place)
                """, on: ledger)
            #expect(lots == 0)
            let work = try Self.differences(
                """
                SELECT moved.id, lot_id, position, member_id, skill_id, label_fr, label_en, days,
                    rate_cents, amount_cents
                FROM old.bid_work JOIN old.moved USING (bid_id)
                """,
                """
                SELECT id, lot ->> 'lot', place, work ->> 'member', work ->> 'skill',
                    work #>> '{label,fr}', work #>> '{label,en}',
                    (work ->> 'days')::double precision, (work #>> '{rate,cents}')::bigint,
                    (work #>> '{amount,cents}')::bigint
                FROM entremise.proposal
                CROSS JOIN LATERAL jsonb_array_elements(body -> 'lots') AS list (lot)
                CROSS JOIN LATERAL jsonb_array_elements(lot -> 'work')
                    WITH ORDINALITY AS days (work, place)
                """, on: ledger)
            #expect(work == 0)
        }
    }

    @Test func everyDecisionAndEveryTellingIsFoundAgain() async throws {
        try await Self.withMoved { ledger in
            let decisions = try Self.differences(
                """
                SELECT decision.id, job, ARRAY[need_id, candidate_id] AS key, suggestion_id,
                    verdict, reason, note, decided_by, decided_at
                FROM old.decision JOIN old.suggestion ON suggestion.id = suggestion_id
                UNION ALL
                SELECT said.id + (SELECT max(id) FROM old.decision), job, ARRAY[tender_id],
                    moved.id, verdict, reason, note, decided_by, decided_at
                FROM old.bid_decision AS said JOIN old.moved USING (bid_id)
                JOIN old.bid ON bid.id = bid_id
                """,
                """
                SELECT id, job, key, proposal_id, verdict, reason, note, decided_by, decided_at
                FROM entremise.decision
                """, on: ledger)
            #expect(decisions == 0)
            let told = try Self.differences(
                """
                SELECT message_id, suggestion_id, role FROM old.message_suggestion
                UNION ALL
                SELECT message_id, moved.id, CASE WHEN leads THEN 'lead' ELSE 'member' END
                FROM old.message_bid JOIN old.moved USING (bid_id)
                JOIN entremise.message ON message.id = message_id
                JOIN old.bid_member AS member ON member.bid_id = message_bid.bid_id
                    AND member.member_id = message.member_id
                """, "SELECT message_id, proposal_id, role FROM entremise.message_proposal",
                on: ledger)
            #expect(told == 0)
            let runs = try Self.differences(
                "SELECT id, trade, exposure FROM old.run",
                "SELECT id, figures -> 'trade', figures -> 'exposure' FROM entremise.run",
                on: ledger)
            #expect(runs == 0)
            let verbs = try ledger.connection.rows(
                of: "SELECT DISTINCT job || ' ' || verb AS verb FROM entremise.run ORDER BY 1"
            ).map { row throws(PostgresError) in try row.value("verb", as: String.self) }
            #expect(verbs == ["missions rank", "services rank", "tenders form"])
        }
    }

    /// As the job files of that program had it.
    private static let audiences = [
        DigestAudience(job: "missions", roles: ["candidate", "owner"]),
        DigestAudience(job: "services", roles: ["candidate", "owner"]),
        DigestAudience(job: "tenders", roles: ["lead", "member"], hearsOfDecided: true),
    ]

    @Test(arguments: ["2026-11-28", "2026-11-30"])
    func peopleHearWhatTheOldProgramWouldHaveToldThem(day: String) async throws {
        let asOf = try #require(Day(day))
        let told = try Self.fixture("news-\(day).txt").split(separator: "\n").map(String.init)
        try await Self.withMoved { ledger in
            let news = try ledger.news(asOf: asOf, network: "R", audiences: Self.audiences)
            let heard = news.flatMap { news in
                news.items.map {
                    "\(news.recipient.member) \($0.role) \($0.proposal.job) \($0.proposal.key)"
                }
            }
            #expect(heard.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } == told)
            for news in news {
                try ledger.record(RecordedMessage(subject: "S", file: "f.eml"), telling: news)
            }
            let again = try ledger.news(asOf: asOf, network: "R", audiences: Self.audiences)
            #expect(again == [])
        }
    }

    /// What learning reads of a body.
    private struct Learnable: Decodable {
        let signals: [Signal]
    }

    @Test func decisionsTeachTheSameWeights() async throws {
        let shipped: [SignalKind: Double] = [
            .skills: 0.09, .meaning: 0.41, .words: 0.35, .place: 0.10, .price: 0.05,
        ]
        try await Self.withMoved { ledger in
            let pairs = try ledger.decidedProposals(of: "missions").map { decided in
                let body = Data(decided.proposal.body.utf8)
                return DecidedPair(
                    need: decided.proposal.key.parts[0],
                    candidate: decided.proposal.key.parts[1],
                    isAccepted: decided.verdict == .accepted,
                    signals: try JSONDecoder().decode(Learnable.self, from: body).signals,
                    weights: decided.weights ?? shipped)
            }
            let fits = try ledger.fits(of: "missions", shipped: shipped)
            let before = try #require(fits.first)
            guard case .fitted(let fit) = learn(from: pairs, shipped: shipped) else {
                Issue.record("learned nothing")
                return
            }
            #expect(fit.dataHash == before.dataHash)
            #expect(fit.learned == before.learned)
            #expect(fit.accepted == before.accepted && fit.declined == before.declined)
            #expect(fit.lossAfter == before.lossAfter)
        }
    }

    @Test func aRunThatFindsTheSameWritesNothing() async throws {
        try await Self.withMoved { ledger in
            for job in ["missions", "services", "tenders"] {
                let inForce = try ledger.connection.first(
                    """
                    SELECT count(*) FROM (
                        SELECT job FROM old.suggestion WHERE until_run_id IS NULL
                        UNION ALL
                        SELECT job FROM old.bid WHERE until_run_id IS NULL
                    ) AS standing WHERE job = \(job)
                    """, as: Int.self)
                let recorded = try #require(
                    try ledger.recordedRuns(asOf: nil, network: "R", jobs: [job]))
                let again = try ledger.run(
                    .example(recorded.proposals), job: job, asOf: recorded.asOf)
                #expect(again.counts == RunCounts(unchanged: inForce ?? -1))
            }
        }
    }

    @Test func newProposalsAndDecisionsAreNumberedAboveThoseThatWereMoved() async throws {
        try await Self.withMoved { ledger in
            let last = try ledger.connection.first("SELECT max(id) FROM entremise.proposal") ?? 0
            let said = try ledger.connection.first("SELECT max(id) FROM entremise.decision") ?? 0
            try ledger.run(.example([.example(job: "other")]), job: "other")
            #expect(try ledger.decide(Decision(.accepted, by: "c"), on: last + 1) == said + 1)
        }
    }

    @Test func whoCouldWriteMayStillWriteAndNoMore() async throws {
        let role = "moved_\(UUID().uuidString.lowercased().prefix(8))"
        let reader = "reader_\(UUID().uuidString.lowercased().prefix(8))"
        let grants = """
            CREATE ROLE \(role); CREATE ROLE \(reader);
            GRANT USAGE ON SCHEMA entremise TO \(role), \(reader);
            GRANT SELECT ON ALL TABLES IN SCHEMA entremise TO \(role), \(reader);
            GRANT INSERT ON entremise.suggestion, entremise.decision, entremise.message_suggestion
                TO \(role);
            GRANT UPDATE (until_run_id, departure) ON entremise.suggestion TO \(role);
            GRANT UPDATE (status, trade, exposure) ON entremise.run TO \(role);
            """
        try await Self.withMoved(granting: grants) { ledger in
            func rights(of role: String) -> Query {
                """
                SELECT concat_ws(' ', privilege, name) AS right
                FROM unnest(ARRAY['proposal', 'party', 'decision', 'message_proposal', 'run'])
                    AS name
                CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS privilege
                WHERE has_table_privilege(\(role), 'entremise.' || name, privilege)
                UNION ALL
                SELECT concat_ws(' ', 'UPDATE', relname, attname)
                FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                WHERE relnamespace = 'entremise'::regnamespace AND attnum > 0
                    AND NOT attisdropped AND relkind = 'r'
                    AND has_column_privilege(\(role), attrelid, attnum, 'UPDATE')
                ORDER BY 1
                """
            }
            let written = try ledger.connection.rows(of: rights(of: role))
                .map { row throws(PostgresError) in try row.value("right", as: String.self) }
            #expect(
                written == [
                    "INSERT decision", "INSERT message_proposal", "INSERT party",
                    "INSERT proposal", "SELECT decision", "SELECT message_proposal",
                    "SELECT party", "SELECT proposal", "SELECT run", "UPDATE proposal departure",
                    "UPDATE proposal until_run_id", "UPDATE run configuration_hash",
                    "UPDATE run figures", "UPDATE run rows_read", "UPDATE run settings_hash",
                    "UPDATE run status",
                    "UPDATE run weight_fit_id",
                    "UPDATE run weights",
                ])
            let read = try ledger.connection.rows(of: rights(of: reader))
                .map { row throws(PostgresError) in try row.value("right", as: String.self) }
            #expect(read.allSatisfy { $0.hasPrefix("SELECT") } && read.count == 5)
            try ledger.connection.script(
                "DROP OWNED BY \(role), \(reader); DROP ROLE \(role), \(reader)")
        }
    }
}
