import Ledger
import Market
import Postgres
import TestSupport
import Testing

/// Columns that are left out, and columns of types that platforms have.
@Suite struct ColumnTests {
    private static func queries(
        needs: String = "SELECT 'n1' AS id, 'A need' AS title",
        candidates: String = "SELECT 'c1' AS id", tenders: String? = nil
    ) -> JobQueries {
        JobQueries(
            job: "missions", needs: .init(name: "needs.sql", sql: needs),
            candidates: .init(name: "candidates.sql", sql: candidates),
            tenders: tenders.map { .init(name: "tenders.sql", sql: $0) })
    }

    @Test func whatAQueryDoesNotReturnIsNull() async throws {
        try await withLedger { ledger, _ in
            let found = try ledger.snapshot(of: Self.queries(), asOf: today)
            #expect(found.needs == [Need(id: "n1", title: "A need", language: .undetermined)])
            #expect(found.candidates == [Candidate(id: "c1", language: .undetermined)])
            #expect(found.setAside.isEmpty)
        }
    }

    @Test func aTenderWithoutADeadlineIsSetAsideWithItsLots() async throws {
        try await withLedger { ledger, _ in
            let lots =
                "SELECT 'n1' AS id, 'A lot' AS title, tender FROM (VALUES ('t1'), ('t2')) AS t (tender) WHERE tender = 't1'"
            for column in ["", ", NULL::date AS deadline"] {
                let found = try ledger.snapshot(
                    of: Self.queries(needs: lots, tenders: "SELECT 't1' AS id\(column)"),
                    asOf: today)
                #expect(found.tenders.isEmpty && found.needs.isEmpty)
                #expect(found.setAside.map(\.source) == ["tender"])
                #expect(found.setAside.map(\.field) == ["deadline"])
            }
            let whole = try ledger.snapshot(
                of: Self.queries(
                    needs: lots, tenders: "SELECT 't1' AS id, '2027-01-15'::date AS deadline"),
                asOf: today)
            #expect(whole.tenders.map(\.lots) == [["n1"]] && whole.setAside.isEmpty)
        }
    }

    @Test func aTimeAccountMayHaveNoLimits() async throws {
        try await withLedger { ledger, _ in
            let accounts = [
                ("-4 AS balance", TimeAccount(balance: -4)),
                ("-4 AS balance, NULL::integer AS lowest", TimeAccount(balance: -4)),
                ("-4 AS balance, -20 AS lowest", TimeAccount(balance: -4, lowest: -20)),
                ("-4 AS balance, 1.5 AS highest", TimeAccount(balance: -4, highest: 1.5)),
            ]
            for (columns, account) in accounts {
                let found = try ledger.snapshot(
                    of: Self.queries(
                        needs: "SELECT 'n1' AS id, 'A' AS title, \(columns)",
                        candidates: "SELECT 'c1' AS id, \(columns)"), asOf: today)
                #expect(found.needs.map(\.account) == [account])
                #expect(found.candidates.map(\.account) == [account])
                #expect(found.setAside.isEmpty)
            }
            let limits = try ledger.snapshot(
                of: Self.queries(candidates: "SELECT 'c1' AS id, -20 AS lowest"), asOf: today)
            #expect(limits.candidates.isEmpty && limits.setAside.map(\.field) == ["balance"])
        }
    }

    @Test func pagesDeadlinesAndNamesAreRead() async throws {
        try await withLedger { ledger, _ in
            let found = try ledger.snapshot(
                of: Self.queries(
                    needs: """
                        SELECT 'n1' AS id, 'A' AS title, ' https://example.org/1?a=b&c=d#e ' AS url,
                            '2026-12-24 17:00'::timestamp AS deadline, ' Ada ' AS owner_name
                        UNION ALL
                        SELECT 'n2', 'B', '', 'infinity', ' '
                        """,
                    candidates: "SELECT 'c1' AS id, 'HTTP://example.org:8080/é' AS url"),
                asOf: today)
            #expect(found.setAside.isEmpty)
            #expect(
                found.needs == [
                    Need(
                        id: "n1", title: "A", language: .undetermined,
                        url: "https://example.org/1?a=b&c=d#e",
                        deadline: Deadline("2026-12-24T17:00"), ownerName: "Ada"),
                    Need(id: "n2", title: "B", language: .undetermined),
                ])
            #expect(
                found.candidates == [
                    Candidate(
                        id: "c1", language: .undetermined, url: "HTTP://example.org:8080/é")
                ])
        }
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "/needs/1", "//example.org", "example.org/1",
        "https:", "https://", "https:///x", "https://?x", "http:example.org", "ftp://example.org",
        "https://example.org/a b", #"https://example.org/"onclick="x"#, "https://example.org/<b>",
        "https://example.org/\u{202E}x", "https://example.org/\u{7}", " javascript:https://x.org",
        "https://example.org/" + String(repeating: "x", count: 2_000),
    ])
    func anAddressThatMayNotBeALinkIsSetAsideAndTheRowStays(url: String) async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.execute("CREATE TABLE page AS SELECT \(url)::text AS url")
            let found = try ledger.snapshot(
                of: Self.queries(
                    needs: "SELECT 'n1' AS id, 'A' AS title, url FROM page",
                    candidates: "SELECT 'c1' AS id, url FROM page"), asOf: today)
            #expect(found.needs.map(\.url) == [nil] && found.candidates.map(\.url) == [nil])
            #expect(found.setAside.map(\.field) == ["url", "url"])
            #expect(found.setAside.map(\.id) == ["n1", "c1"])
        }
    }

    @Test(arguments: ["date", "timestamp", "timestamptz"])
    func aDeadlineOutsideTimeIsLeftOut(type: String) async throws {
        try await withLedger { ledger, _ in
            let found = try ledger.snapshot(
                of: Self.queries(
                    needs: "SELECT 'n1' AS id, 'A' AS title, '-infinity'::\(type) AS deadline"),
                asOf: today)
            #expect(found.needs == [Need(id: "n1", title: "A", language: .undetermined)])
            #expect(found.setAside.map(\.field) == ["deadline"])
        }
    }

    /// In Paris: an instant at night is of the next day there, and summer time is an hour more.
    @Test(arguments: [
        ("'2026-12-03'::date", "2026-12-03"), ("'2026-12-03 00:00'::timestamp", "2026-12-03"),
        ("'2026-12-03 12:05:59.9'::timestamp", "2026-12-03T12:05"),
        ("'2026-12-03 23:30+00'::timestamptz", "2026-12-04T00:30"),
        ("'2026-12-02 23:00+00'::timestamptz", "2026-12-03"),
        ("'2027-07-03 10:00+00'::timestamptz", "2027-07-03T12:00"),
        ("'2099-12-31 23:59'::timestamp", "2099-12-31T23:59"),
        ("'infinity'::timestamptz", nil), ("NULL::timestamp", nil),
    ])
    func aDeadlineKeepsItsTimeInTheNetworksTimeZone(
        written: String, read: String?
    ) async throws {
        try await withLedger { _, conninfo in
            let ledger = try Ledger(
                conninfo: conninfo, network: NetworkSource(timeZone: "Europe/Paris"))
            let found = try ledger.snapshot(
                of: Self.queries(
                    needs: "SELECT 'n1' AS id, 'A' AS title, \(written) AS deadline"),
                asOf: today)
            #expect(found.setAside.isEmpty)
            #expect(found.needs.map { $0.deadline?.description } == [read])
        }
    }

    /// Types that platforms make.
    private static let types = """
        CREATE TYPE mood AS ENUM ('no', 'possible', 'only');
        CREATE DOMAIN short AS varchar(40) CHECK (VALUE <> '');
        CREATE DOMAIN tag AS text;
        CREATE DOMAIN share AS numeric(6, 2);
        CREATE TYPE part AS (skill text, level integer);
        CREATE EXTENSION IF NOT EXISTS citext;
        """

    @Test(
        arguments: [
            ("'a'::short", "a"), ("'a'::citext", "a"), ("'a'::name", "a"), ("'a'::char(5)", "a"),
            ("'only'::mood", "only"), ("42::smallint", "42"), ("42::bigint", "42"),
            ("42::oid", "42"), (#"'x'::"char""#, "x"),
            (
                "'0b7e2c52-6d0e-4f0c-9a38-0d0f2a5d1a11'::uuid",
                "0b7e2c52-6d0e-4f0c-9a38-0d0f2a5d1a11"
            ),
        ])
    func textsOfEveryTypeAreRead(sql: String, text: String) async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.script(Self.types)
            let found = try ledger.snapshot(
                of: Self.queries(needs: "SELECT \(sql) AS id, \(sql) AS owner, \(sql) AS title"),
                asOf: today)
            #expect(found.needs.map(\.id) == [text])
            #expect(found.needs.map(\.owner) == [text])
            #expect(found.needs.map(\.title) == [text])
            #expect(found.setAside.isEmpty)
        }
    }

    @Test func topicsAreReadAsTheyAreWritten() async throws {
        try await withLedger { ledger, _ in
            let need =
                "SELECT 1 AS id, 'A' AS title, ARRAY[' Musique', 'JARDIN', 'Jardin', ''] AS topics"
            let candidate = "SELECT 2 AS id, 'B' AS title, NULL::text[] AS topics"
            let found = try ledger.snapshot(
                of: Self.queries(needs: need, candidates: candidate), asOf: today)
            #expect(found.needs.map(\.topics) == [["JARDIN", "Musique"]])
            #expect(found.candidates.map(\.topics) == [[]])
        }
    }

    @Test func aLanguageIsAnyCodeAndWhatIsNoneIsLeftToBeGuessed() async throws {
        try await withLedger { ledger, _ in
            let need = """
                SELECT id, 'A' AS title, language
                FROM (VALUES ('a', 'es'), ('b', 'pt-BR'), ('c', NULL), ('d', ' '), ('e', 'French'))
                    AS row (id, language)
                """
            let found = try ledger.snapshot(of: Self.queries(needs: need), asOf: today)
            let languages = Dictionary(
                uniqueKeysWithValues: found.needs.map { ($0.id, $0.language.rawValue) })
            #expect(
                languages == ["a": "es", "b": "pt", "c": "und", "d": "und", "e": "und"])
            #expect(found.setAside.map(\.id) == ["e"] && found.setAside[0].field == "language")
        }
    }

    @Test func wordsListsAndNumbersOfOtherTypesAreReadAsTheyAreMeant() async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.script(Self.types)
            try ledger.connection.addSkills("a")
            let need = """
                SELECT 1 AS id, 'A'::citext AS title, 'fr'::char(3) AS language,
                    'only'::mood AS remote, ARRAY['fr', 'en']::citext[] AS languages,
                    ARRAY['x']::tag[] AS certifications, 3.50::share AS days,
                    ARRAY['{"skill": "a"}'::jsonb] AS skills,
                    '2026-12-01 23:30'::timestamp AS starts, '2026-12-05'::date AS ends
                """
            let found = try ledger.snapshot(of: Self.queries(needs: need), asOf: today)
            #expect(found.setAside.isEmpty)
            let read = try #require(found.needs.first)
            #expect(read.language == .french && read.remote == .only && read.days == 3.5)
            #expect(read.languages == ["en", "fr"] && read.certifications == ["x"])
            #expect(read.skills == [AskedSkill(skill: "a")])
            #expect(read.window == Period(from: Day("2026-12-01")!, to: Day("2026-12-05")!))
        }
    }

    @Test(arguments: [("Europe/Paris", "2026-12-02"), ("UTC", "2026-12-01")])
    func theDayOfAnInstantIsThatOfTheNetwork(zone: String, day: String) async throws {
        try await withLedger { _, conninfo in
            let ledger = try Ledger(conninfo: conninfo, network: NetworkSource(timeZone: zone))
            let found = try ledger.snapshot(
                of: Self.queries(
                    needs: """
                        SELECT 1 AS id, 'A' AS title, '2026-12-01T23:30Z'::timestamptz AS posted
                        """), asOf: today)
            #expect(found.needs.map(\.postedOn) == [Day(day)])
        }
    }

    /// A column, what it is of, and what is to be written instead.
    static let refused: [(column: String, sql: String, type: String, write: String?)] = [
        ("rate", "'12.50'::text::money", "money", "rate::numeric"),
        ("rate", "'12.50'", "text", "rate::numeric"),
        ("rate", "'12.50'::citext", "citext", "rate::text::numeric"),
        ("hours", "'90 minutes'::interval", "interval", "extract(epoch FROM hours) / 3600"),
        ("remote", "1", "integer", "remote <> 0"),
        ("remote", "'yes'", "text", "remote::boolean"),
        ("remote", "B'1'", "bit", "remote = B'1'"),
        ("consent_bids", "now()", "timestamptz", "consent_bids IS NOT NULL"),
        ("joined", "'2026-01-01'", "text", "joined::date"),
        ("joined", "1767225600", "integer", "to_timestamp(joined)::date"),
        ("id", #"'\x0b7e'::bytea"#, "bytea", "encode(id, 'hex')"),
        ("text", #"'\x0b7e'::bytea"#, "bytea", "convert_from(text, 'UTF8')"),
        ("id", "1.0", "numeric", "id::text"),
        ("title", #"'"a"'::jsonb"#, "jsonb", "title #>> '{}'"),
        ("title", "ARRAY['a', 'b']", "text[]", "array_to_string(title, ', ')"),
        ("languages", "'fr,en'", "text", "string_to_array(languages, ',')"),
        (
            "languages", #"'["fr"]'::jsonb"#, "jsonb",
            "ARRAY(SELECT jsonb_array_elements_text(languages::jsonb))"
        ),
        (
            "skills", "ARRAY['a', 'b']", "text[]",
            "(SELECT jsonb_agg(jsonb_build_object('skill', item)) FROM unnest(skills) AS item)"
        ),
        ("skills", "ARRAY[('a', 1)::part]", "part[]", "to_jsonb(skills)"),
        ("skills", "('a', 1)::part", "part", "jsonb_build_array(to_jsonb(skills))"),
        ("skills", "'[]'", "text", "skills::jsonb"),
        ("latitude", "point(1, 2)", "point", nil),
    ]

    @Test(arguments: refused)
    func whatIsNotReadIsRefusedWithWhatToWriteWhichIsThenRead(
        column: String, sql: String, type: String, write: String?
    ) async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.script(Self.types)
            try ledger.connection.addSkills("a", "b")
            let id = column == "id" ? "" : "'c1' AS id, "
            let query = "SELECT \(id)\(sql) AS \(column)"
            do {
                _ = try ledger.snapshot(of: Self.queries(candidates: query), asOf: today)
                Issue.record("read")
            } catch let error as LedgerError {
                guard case .columnsRefused(let problems) = error else { throw error }
                #expect(problems.map(\.column) == [column])
                #expect(problems.map(\.found) == [type])
                #expect(problems.map(\.write) == [write])
            }
            guard let write else { return }
            let rest = id.isEmpty ? "" : "id, "
            if column == "text" { return }
            let written = "SELECT \(rest)\(write) AS \(column) FROM (\(query)) AS t"
            let found = try ledger.snapshot(of: Self.queries(candidates: written), asOf: today)
            #expect(found.candidates.count == 1 && found.setAside.isEmpty)
            if column == "skills", sql.hasPrefix("ARRAY['a'") {
                #expect(found.candidates[0].skills.map(\.skill) == ["a", "b"])
            }
            if column == "rate" { #expect(found.candidates[0].rate == Money(cents: 1_250)) }
            if column == "hours" { #expect(found.candidates[0].hours == 1.5) }
        }
    }
}
