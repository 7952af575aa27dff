import Ledger
import Market
import TestSupport
import Testing

/// Numbers, ids and lists that are larger than what can be counted, indexed or read cost their row.
@Suite struct SizeTests {
    private static func job(needs: String, candidates: String) -> JobQueries {
        JobQueries(
            job: "aid", needs: JobQueries.File(name: "needs", sql: needs),
            candidates: JobQueries.File(name: "candidates", sql: candidates))
    }

    private static func expectation(_ row: SetAside) -> String {
        if case .unreadable(.a(let thing)) = row.fault { return thing.rawValue }
        return row.fault.name
    }

    private static func read(
        needs: String = "SELECT 'n' AS id, 'Aide' AS title",
        candidates: String = "SELECT 'c' AS id"
    ) async throws -> (needs: [String], candidates: [String], aside: [String]) {
        try await withDatabase(holding: .empty) { connection, conninfo in
            try connection.addSkills("a")
            let snapshot = try Ledger(conninfo: conninfo).snapshot(
                of: job(needs: needs, candidates: candidates), asOf: today)
            return (
                snapshot.needs.map(\.id), snapshot.candidates.map(\.id),
                snapshot.setAside.map { "\($0.source) \($0.id) \($0.field): \(expectation($0))" }
            )
        }
    }

    @Test func numbersThatCouldNotBeCountedWithAreSetAside() async throws {
        let found = try await Self.read(
            needs: """
                SELECT id, 'Aide' AS title, days, rate_max, hours, 't' AS tender, skills::jsonb
                FROM (VALUES
                    ('days', 100000, NULL, NULL, '[]'), ('fits', 99999, 999999.99, 1, '[]'),
                    ('rate', NULL, 1000000, NULL, '[]'), ('hours', NULL, NULL, 1e9, '[]'),
                    ('huge', '1e400'::numeric, NULL, NULL, '[]'),
                    ('lot', NULL, NULL, NULL, '[{"skill": "a", "days": 100000}]'),
                    ('word', 'NaN', NULL, NULL, '[]')
                ) AS need (id, days, rate_max, hours, skills)
                """,
            candidates: """
                SELECT id, rate, turnover FROM (VALUES
                    ('amount', NULL::numeric, 9e10), ('dear', 89999999999, NULL),
                    ('fits', 999999, 89999999999.99)
                ) AS candidate (id, rate, turnover)
                """)
        #expect(found.needs == ["fits"] && found.candidates == ["fits"])
        #expect(
            found.aside == [
                "need days days: numberOfDays", "need hours hours: reasonableNumber",
                "need huge days: numberOfDays", "need_skill lot/a days: numberOfDays",
                "need rate rate_max: rate", "need word days: number",
                "candidate amount turnover: amount", "candidate dear rate: rate",
            ])
    }

    @Test func idsThatNoIndexHoldsAreSetAsideUnderTheirBeginning() async throws {
        let found = try await Self.read(
            needs: """
                SELECT repeat('é', letters) || mark AS id, 'Aide' AS title, repeat('x', owner) AS owner
                FROM (VALUES (500, '', 1000), (500, 'x', 1), (1, 'y', 1001)) AS need (letters, mark, owner)
                """)
        #expect(found.needs.map(\.count) == [500])
        #expect(
            found.aside == [
                "need éy owner: tooLong",
                "need \(String(repeating: "é", count: 60))… id: tooLong",
            ])
    }

    @Test func anArrayOfSeveralDimensionsIsNoList() async throws {
        let found = try await Self.read(
            needs: """
                SELECT id, 'Aide' AS title, languages FROM (VALUES
                    ('flat', ARRAY['fr', 'en']), ('none', '{}'::text[]),
                    ('table', ARRAY[ARRAY['fr'], ARRAY['en']])
                ) AS need (id, languages)
                """)
        #expect(found.needs == ["flat", "none"])
        #expect(found.aside == ["need table languages: list"])
    }

    /// To PostgreSQL they are two, to people they look like one.
    @Test func idsThatLookAlikeAreNotTakenForOneAnother() async throws {
        let found = try await Self.read(
            needs: """
                SELECT id, 'Aide' AS title, owner FROM (VALUES
                    (U&'\\00E9', 'o'), (U&'e\\0301', 'o'), ('n', U&'m\\00E9'), ('p', U&'me\\0301')
                ) AS need (id, owner)
                """,
            candidates: """
                SELECT id, member FROM (VALUES
                    ('a', U&'me\\0301'), ('b', U&'m\\00E9'), ('c', U&'me\\0301')
                ) AS candidate (id, member)
                """)
        #expect(found.needs.map { Array($0.utf8) } == [Array("e\u{301}".utf8), [0x70]])
        #expect(found.candidates == ["a", "c"])
        #expect(
            found.aside == [
                "need \u{E9} id: distinctID", "need n owner: distinctID",
                "candidate b member: distinctID",
            ])
    }
}
