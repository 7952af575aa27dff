import Hashing
import Ledger
import Market
import Postgres
import TestSupport
import Testing

/// What a night reads of those before it.
@Suite struct HistoryTests {
    private func fill(_ connection: borrowing Connection) throws {
        try connection.addMember("owner", kind: "organisation")
        for member in ["claire", "paul", "zoe"] { try connection.addMember(member) }
        for mission in ["m1", "m2"] { try connection.addMission(mission, owner: "owner") }
    }

    private func history(
        _ ledger: borrowing Ledger, _ day: Int
    ) throws -> ProposalHistory {
        try ledger.snapshot(of: .missions(), asOf: today.advanced(by: day)).history
    }

    @Test func aNightReadsWhatEarlierOnesLeftAndNothingOfItsOwnDay() async throws {
        try await withLedger { ledger, _ in
            try fill(ledger.connection)
            #expect(try history(ledger, 0) == ProposalHistory())
            try ledger.run(.example([.example(), .example(candidate: "paul", rank: 2)]))
            #expect(try history(ledger, 0) == ProposalHistory())
            let tuesday = try history(ledger, 1)
            #expect(
                tuesday.inForce == [
                    NeedCandidate(need: "m1", candidate: "claire"),
                    NeedCandidate(need: "m1", candidate: "paul"),
                ])
            #expect(tuesday.notified == ["m1": ["claire", "paul"]])
            #expect(tuesday.lastSuggested == ["claire": today, "paul": today])
            let second = RunResults.example([
                .example(candidate: "zoe"), .example(need: "closed"),
            ])
            for _ in 0..<2 {
                try ledger.run(second, asOf: today.advanced(by: 1))
                #expect(try history(ledger, 1) == tuesday, "the same day again reads the same")
            }
            let wednesday = try history(ledger, 2)
            #expect(
                wednesday.notified == ["m1": ["claire", "paul", "zoe"]], "over the need's life")
            #expect(
                wednesday.inForce == [
                    NeedCandidate(need: "m1", candidate: "zoe"),
                    NeedCandidate(need: "closed", candidate: "claire"),
                ])
            #expect(wednesday.lastSuggested["paul"] == today)
            #expect(wednesday.lastSuggested["zoe"] == today.advanced(by: 1))
            #expect(try history(ledger, 1) == tuesday, "and a past night what it could know")
        }
    }

    @Test func whoDeclinedIsNotCountedAmongThoseToldUntilTheLastWordIsAnother() async throws {
        try await withLedger { ledger, _ in
            try fill(ledger.connection)
            try ledger.run(.example([.example(), .example(candidate: "paul", rank: 2)]))
            try ledger.decide(Decision(.declined, reason: "busy", by: "c"), on: 1)
            #expect(try history(ledger, 1).notified == ["m1": ["paul"]])
            try ledger.decide(Decision(.accepted, by: "c"), on: 1)
            #expect(try history(ledger, 1).notified == ["m1": ["claire", "paul"]])
        }
    }

    /// A night on which these members wait.
    private func night(
        _ day: Int, _ members: String..., on ledger: borrowing Ledger
    ) throws {
        let asOf = today.advanced(by: day)
        let before = try history(ledger, day).waits
        var results = RunResults.example([.example()])
        for member in members { results.waits[member] = before[member]?.since ?? asOf }
        try ledger.run(results, asOf: asOf)
    }

    @Test func waitsStandFromNightToNightAndCountNightsThatRan() async throws {
        try await withLedger { ledger, _ in
            try fill(ledger.connection)
            try night(0, "paul", on: ledger)
            try night(1, "paul", "zoe", on: ledger)
            try night(1, "paul", "zoe", on: ledger)
            let rows: Query = "SELECT count(*) FROM entremise.wait"
            #expect(try ledger.connection.first(rows, as: Int.self) == 2)
            try night(3, "paul", "zoe", on: ledger)
            let same = try ledger.connection.first(rows, as: Int.self)
            #expect(same == 2, "a night on which nobody begins to wait writes no row")
            #expect(
                try history(ledger, 7).waits == [
                    "paul": .init(since: today, nights: 3),
                    "zoe": .init(since: today.advanced(by: 1), nights: 2),
                ])
            try night(7, "zoe", on: ledger)
            try night(8, "zoe", "paul", on: ledger)
            #expect(
                try history(ledger, 9).waits["paul"]
                    == .init(since: today.advanced(by: 8), nights: 1))
            #expect(try history(ledger, 3).waits["paul"] == .init(since: today, nights: 2))
        }
    }

    @Test func whoStoodInTheLastThirtyDaysIsKnownAndWhoCameWhen() async throws {
        try await withLedger { ledger, _ in
            try fill(ledger.connection)
            try ledger.run(.example([.example(), .example(candidate: "paul", rank: 2)]))
            var results = RunResults.example([.example()])
            results.waits = ["zoe": today.advanced(by: 10)]
            try ledger.run(results, asOf: today.advanced(by: 10))
            let before = try history(ledger, 20)
            #expect(before.lastSuggested["claire"] == today.advanced(by: 10))
            #expect(before.lastSuggested["paul"] == today.advanced(by: 9))
            #expect(before.firstSeen.isEmpty, "the platform says when members joined")
            try ledger.run(.example(), asOf: today.advanced(by: 45))
            let after = try history(ledger, 46)
            #expect(after.lastSuggested["claire"] == today.advanced(by: 44))
            #expect(after.lastSuggested["paul"] == nil)
            let shipped = try JobQueries.missions()
            let silent = JobQueries(
                job: "missions", needs: shipped.needs,
                candidates: .init(
                    name: "silent.sql",
                    sql: shipped.candidates.sql.replacing(
                        "    member.joined_on AS joined,\n", with: ""
                    )
                    .replacing(
                        "member.consent_bids,\n    place.department", with: "member.consent_bids")
                ), records: shipped.records)
            let snapshot = try ledger.snapshot(of: silent, asOf: today.advanced(by: 46))
            #expect(snapshot.candidates.allSatisfy { $0.joined == nil })
            #expect(
                snapshot.history.firstSeen == [
                    "claire": today, "paul": today, "zoe": today.advanced(by: 10),
                ])
        }
    }

    private func hash(_ ledger: borrowing Ledger, _ day: Int) throws -> Hash {
        try ledger.snapshot(of: .missions(), asOf: today.advanced(by: day)).inputHash()
    }

    @Test func whatANightLeftIsPartOfTheInput() async throws {
        try await withLedger { ledger, _ in
            try fill(ledger.connection)
            let empty = try hash(ledger, 0)
            #expect(try hash(ledger, 1) == empty)
            try ledger.run(.example([.example()]))
            #expect(try hash(ledger, 0) == empty)
            let standing = try hash(ledger, 1)
            #expect(standing != empty)
            var results = RunResults.example([.example()])
            results.waits = ["zoe": today]
            try ledger.run(results)
            #expect(try hash(ledger, 0) == empty)
            #expect(try hash(ledger, 1) != standing)
        }
    }

    @Test func aJobReadsItsOwnNightsAlone() async throws {
        try await withLedger { ledger, _ in
            try fill(ledger.connection)
            try ledger.run(.example([.example(job: "services")]), job: "services")
            #expect(try history(ledger, 1) == ProposalHistory())
        }
    }

    private static func history(
        exposing role: String?, _ ledger: borrowing Ledger
    ) throws -> ProposalHistory {
        let shipped = try JobQueries.missions()
        let queries = JobQueries(
            job: shipped.job, needs: shipped.needs, candidates: shipped.candidates,
            records: .init(exposedRole: role))
        return try ledger.snapshot(of: queries, asOf: today.advanced(by: 1)).history
    }

    @Test func whoIsCountedIsThePartyInTheRoleThatTheVerbNames() async throws {
        try await withLedger { ledger, _ in
            try fill(ledger.connection)
            try ledger.run(.example([.example()]))
            let candidates = try Self.history(exposing: "candidate", ledger)
            #expect(candidates.notified == ["m1": ["claire"]])
            #expect(try Self.history(exposing: "owner", ledger).notified == ["m1": ["owner"]])
            #expect(try Self.history(exposing: nil, ledger) == ProposalHistory())
        }
    }

    @Test func figuresAreReadBackBesideThoseOfTheDayBefore() async throws {
        try await withLedger { ledger, _ in
            var results = RunResults.example([.example()])
            results.figures = #"{"members": 4}"#
            try ledger.run(results)
            results.figures = #"{"members": 5}"#
            for _ in 0..<2 { try ledger.run(results, asOf: today.advanced(by: 1)) }
            let latest = try #require(try ledger.recordedRuns(asOf: nil, network: "R"))
            #expect(latest.runs.map(\.figures) == [#"{"members": 5}"#])
            #expect(latest.runs.map(\.figuresBefore) == [#"{"members": 4}"#])
            let first = try #require(try ledger.recordedRuns(asOf: today, network: "R"))
            #expect(first.runs.map(\.figuresBefore) == [nil])
            #expect(first.runs.map(\.verb) == ["rank"])
        }
    }

    @Test func aProposalThatLeavesLeavesItsReason() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(
                .example([
                    .example(), .example(candidate: "paul", rank: 2), .example(candidate: "zoe"),
                ]))
            var results = RunResults.example([.example(score: 0.8)])
            results.departures = [
                Proposal.Key(["m1", "paul"]): "turn", Proposal.Key(["m1", "nobody"]): "variety",
            ]
            try ledger.run(results, asOf: today.advanced(by: 1))
            let reasons = try ledger.connection.rows(
                of: """
                    SELECT key[2] AS candidate, coalesce(departure, 'none') AS departure
                    FROM entremise.proposal WHERE until_run_id IS NOT NULL ORDER BY 1
                    """
            ).map { row throws(PostgresError) in
                [try row.value("candidate") as String, try row.value("departure")]
            }
            #expect(reasons == [["claire", "none"], ["paul", "turn"], ["zoe", "none"]])
            let latest = try #require(try ledger.recordedRuns(asOf: nil, network: ""))
            #expect(latest.proposals.map(\.candidate) == ["claire"])
            #expect(latest.closed.map(\.proposal.candidate) == ["paul"])
            #expect(latest.closed.map(\.proposal.parties.first?.name) == ["Nom paul"])
            #expect(latest.closed.map(\.reason) == ["turn"])
            // The day before is as it was.
            #expect(try ledger.recordedRuns(asOf: today, network: "")?.closed == [])
            // Who was declined is gone for a reason that people know.
            let paul = try #require(latest.closed.first?.proposal.id)
            try ledger.decide(Decision(.declined, reason: "busy", by: "Claire"), on: paul)
            #expect(try ledger.recordedRuns(asOf: nil, network: "") == latest)
            try ledger.connection.execute(
                "UPDATE entremise.decision SET decided_at = decided_at - interval '1 day'")
            #expect(try ledger.recordedRuns(asOf: nil, network: "")?.closed == [])
        }
    }
}
