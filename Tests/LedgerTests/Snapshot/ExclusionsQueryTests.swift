import Incremental
import Ledger
import Market
import TestSupport
import Testing

/// Pairs that a platform says must not be proposed.
@Suite struct ExclusionsQueryTests {
    private static func queries(_ sql: String) -> JobQueries {
        JobQueries(
            job: "missions", needs: .init(name: "n.sql", sql: "SELECT 'n1' AS id, 'A' AS title"),
            candidates: .init(name: "c.sql", sql: "SELECT 7 AS id"),
            exclusions: .init(name: "exclusions.sql", sql: sql))
    }

    private static func both(_ text: String) -> [Language: String] {
        [.french: text, .english: text]
    }

    @Test(
        arguments: [
            ("'n1' AS need, 7 AS candidate", [:]),
            ("'n1' AS need, 7 AS candidate, NULL::jsonb AS reason", [:]),
            ("'n1' AS need, 7 AS candidate, '  ' AS reason", [:]),
            ("'n1' AS need, 7 AS candidate, ' déjà voté ' AS reason", both("déjà voté")),
            (#"'n1' AS need, 7 AS candidate, '"asked"'::jsonb AS reason"#, both("asked")),
            (#"'n1' AS need, 7 AS candidate, '{"en": "asked"}'::json AS reason"#, both("asked")),
            (
                #"'n1' AS need, 7 AS candidate, '{"en": "asked", "fr": "demandé"}'::jsonb AS reason"#,
                [.french: "demandé", .english: "asked"]
            ),
        ] as [(String, [Language: String])])
    func aPairIsReadWithItsReason(columns: String, reason: [Language: String]) async throws {
        try await withLedger { ledger, _ in
            let found = try ledger.snapshot(of: Self.queries("SELECT \(columns)"), asOf: today)
            #expect(found.setAside.isEmpty)
            #expect(found.exclusions == [NeedCandidate(need: "n1", candidate: "7"): reason])
        }
    }

    @Test func whatMakesNoSenseIsSetAsideAndAPairHoldsWithoutAReadableReason() async throws {
        try await withLedger { ledger, _ in
            let found = try ledger.snapshot(
                of: Self.queries(
                    """
                    SELECT * FROM (
                        VALUES ('n1', '7', '[1]'::jsonb), (NULL, '7', NULL), ('n1', '', NULL),
                            ('n1', '8', '"b"'), ('n1', '8', '"a"'), ('n1', '8', NULL)
                    ) AS pair (need, candidate, reason)
                    """), asOf: today)
            #expect(
                found.exclusions == [
                    NeedCandidate(need: "n1", candidate: "7"): [:],
                    NeedCandidate(need: "n1", candidate: "8"): Self.both("a"),
                ])
            #expect(
                Set(found.setAside.map { "\($0.source) \($0.id) \($0.field)" }) == [
                    "exclusion n1/7 reason", "exclusion /7 need", "exclusion n1/ candidate",
                ])
        }
    }

    @Test func bothIdsMustBeThereAndNothingElse() async throws {
        try await withLedger { ledger, _ in
            let refused = LedgerError.columnsRefused([
                ColumnProblem(
                    file: "exclusions.sql", column: "candidate", expected: "text", found: nil),
                ColumnProblem(
                    file: "exclusions.sql", column: "reasons", expected: nil, found: "text",
                    near: ["reason"]),
            ])
            let queries = Self.queries("SELECT 'n1' AS need, 'x' AS reasons")
            #expect(throws: refused) { try ledger.check(queries) }
            let both = try ledger.snapshot(
                of: Self.queries("SELECT 'n1' AS need, 7 AS candidate"), asOf: today)
            #expect(both.exclusions.count == 1)
        }
    }

    @Test func anExclusionChangesTheHashOfItsNeedAlone() async throws {
        try await withLedger { ledger, _ in
            let none = try ledger.snapshot(
                of: Self.queries("SELECT 'n1' AS need, 7 AS candidate WHERE false"), asOf: today)
            let one = try ledger.snapshot(
                of: Self.queries("SELECT 'n1' AS need, 7 AS candidate"), asOf: today)
            let said = try ledger.snapshot(
                of: Self.queries("SELECT 'n1' AS need, 7 AS candidate, 'x' AS reason"),
                asOf: today)
            #expect(try none.hashes().needs != one.hashes().needs)
            #expect(try none.hashes().candidates == one.hashes().candidates)
            #expect(try one.hashes().needs == said.hashes().needs)
            let hashes = [try none.inputHash(), try one.inputHash(), try said.inputHash()]
            #expect(Set(hashes).count == 3)
        }
    }
}
