import Hashing
import Ledger
import Market
import Postgres
import TestSupport
import Testing

/// What nights recorded is erased once it is old, but for what later nights build on.
@Suite struct PruningTests {
    private static let days = 400

    private static func outcome(_ need: String) -> NeedOutcome {
        NeedOutcome(
            need: need, title: need, considered: 7, eligible: 3, suggested: 1, excluded: [:],
            reason: [:])
    }

    /// A night some days ago.
    private static func night(
        _ ledger: borrowing Ledger, _ proposals: [Proposal], daysAgo: Int
    ) throws {
        var results = RunResults.example(proposals)
        results.outcomes = [outcome("m1"), outcome("m2")]
        results.setAside = [SetAside(source: "s", id: "i", field: "f", fault: .duplicate)]
        try ledger.run(results, asOf: today.advanced(by: -daysAgo))
    }

    private static func pruned(_ ledger: borrowing Ledger) throws -> [String] {
        try ledger.connection.rows(
            of: """
                SELECT (\(today.description)::date - as_of) || ' ' || what || ' ' || count AS line
                FROM entremise.pruned ORDER BY as_of, what
                """
        ).map { row throws(PostgresError) in try row.value("line") }
    }

    private static func count(_ what: String, _ ledger: borrowing Ledger) throws -> Int? {
        try ledger.connection.first("SELECT count(*) FROM entremise.\(raw: what)", as: Int.self)
    }

    @Test func oldRecordsAreCountedAndGoAndALaterNightReadsTheSame() async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.addSkills("a")
            for member in ["claire", "paul", "owner"] { try ledger.connection.addMember(member) }
            // Of claire three versions, the second decided on; paul is proposed once, long ago.
            try Self.night(
                ledger, [.example(score: 0.1), .example(candidate: "paul", rank: 2)], daysAgo: 500)
            try Self.night(ledger, [.example(score: 0.2)], daysAgo: 480)
            try ledger.decide(Decision(.accepted, by: "c"), on: "pair", Proposal.example().key)
            try Self.night(ledger, [.example(score: 0.3)], daysAgo: 450)
            try Self.night(ledger, [.example(score: 0.4)], daysAgo: 401)
            try Self.night(ledger, [.example(score: 0.4)], daysAgo: 0)
            let before = try ledger.snapshot(of: .missions(), asOf: today).inputHash()
            #expect(try ledger.prune(keepingDays: Self.days, asOf: today) == 14)
            let night = ["considered 14", "eligible 6", "needs 2", "set_aside 1", "suggested 2"]
            var expected: [String] = []
            for day in [500, 480, 450, 401] {
                expected += night.map { "\(day) \($0)" }
                if [480, 401].contains(day) { expected.append("\(day) versions 1") }
            }
            #expect(try Self.pruned(ledger) == expected)
            #expect(try Self.count("need_outcome", ledger) == 2)
            #expect(try Self.count("proposal", ledger) == 3, "decided on, paul's last, in force")
            #expect(try ledger.prune(keepingDays: Self.days, asOf: today) == 0)
            #expect(try ledger.snapshot(of: .missions(), asOf: today).inputHash() == before)
        }
    }

    @Test func theLastNightOfAJobThatRunsNoMoreStaysReadable() async throws {
        try await withLedger { ledger, _ in
            try Self.night(ledger, [.example()], daysAgo: 500)
            try ledger.run(.example(), job: "services")
            #expect(try ledger.prune(keepingDays: Self.days, asOf: today) == 0)
            #expect(try Self.count("need_outcome", ledger) == 2)
        }
    }

    @Test func aDayThatNoNightHasSeenMakesNothingOlder() async throws {
        try await withLedger { ledger, _ in
            try Self.night(ledger, [.example()], daysAgo: 20)
            try Self.night(ledger, [.example()], daysAgo: 0)
            let future = today.advanced(by: 100_000)
            #expect(try ledger.prune(keepingDays: 120, asOf: future) == 0)
            let refused = #expect(throws: LedgerError.self) {
                try ledger.prune(keepingDays: 119, asOf: today)
            }
            #expect(refused.map { "\($0)".contains("expected 120 days or more") } == true)
        }
    }

    @Test func vectorsStayWhileTextsAreUsed() async throws {
        try await withLedger { ledger, _ in
            let start = today.advanced(by: -500)
            let (used, gone) = (Hash(of: "used"), Hash(of: "gone"))
            try ledger.storeVectors(model: "m", [used: [1], gone: [1]], on: start)
            try Self.night(ledger, [], daysAgo: 0)
            try ledger.noteUse(ofVectors: [used], model: "m", on: start.advanced(by: 20))
            try ledger.noteUse(ofVectors: [used], model: "m", on: today)
            #expect(try ledger.prune(keepingDays: Self.days, asOf: today) == 1)
            #expect(try ledger.vectors(model: "m", hashes: [used, gone]) == [used: [1]])
        }
    }
}
