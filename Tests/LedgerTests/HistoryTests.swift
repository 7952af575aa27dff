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
    ) throws -> SuggestionHistory {
        try ledger.snapshot(of: .missions(), asOf: today.advanced(by: day)).history
    }

    @Test func aNightReadsWhatEarlierOnesLeftAndNothingOfItsOwnDay() async throws {
        try await withLedger { ledger, _ in
            try fill(ledger.connection)
            #expect(try history(ledger, 0) == SuggestionHistory())
            try ledger.run(.example([.example(), .example(candidate: "paul", rank: 2)]))
            #expect(try history(ledger, 0) == SuggestionHistory())
            let tuesday = try history(ledger, 1)
            #expect(
                tuesday.standing == [
                    NeedCandidate(need: "m1", candidate: "claire"),
                    NeedCandidate(need: "m1", candidate: "paul"),
                ])
            #expect(tuesday.told == ["m1": ["claire", "paul"]])
            #expect(tuesday.lastSuggested == ["claire": today, "paul": today])
            let second = RunResults.example([
                .example(candidate: "zoe"), .example(need: "closed"),
            ])
            for _ in 0..<2 {
                try ledger.run(second, asOf: today.advanced(by: 1))
                #expect(try history(ledger, 1) == tuesday, "the same day again reads the same")
            }
            let wednesday = try history(ledger, 2)
            #expect(wednesday.told == ["m1": ["claire", "paul", "zoe"]], "over the need's life")
            #expect(
                wednesday.standing == [
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
            #expect(try history(ledger, 1).told == ["m1": ["paul"]])
            try ledger.decide(Decision(.accepted, by: "c"), on: 1)
            #expect(try history(ledger, 1).told == ["m1": ["claire", "paul"]])
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
                ))
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
            #expect(try history(ledger, 1) == SuggestionHistory())
        }
    }

    @Test func theTradeAndTheSharingAreReadBackBesideThoseOfTheNightBefore() async throws {
        try await withLedger { ledger, _ in
            func exposure(_ suggested: Int) -> Exposure {
                Exposure(
                    members: 9, suggested: suggested, gini: 0.25, established: 8, unseen: 2,
                    newcomers: .init(members: 3, suggested: 1), arrival: .firstSeen,
                    departments: [
                        .init(code: "2A", group: .init(members: 5, suggested: 4)),
                        .init(code: nil, group: .init(members: 4, suggested: 0)),
                    ])
            }
            let trade = RankTrade(
                total: 3.5, unconstrained: 4.25, capped: 4, exposed: 3.75, objective: 3.4,
                bound: 3.45, standing: 6, kept: 4, departures: [.turn: 1, .unmatched: 1], due: 3,
                served: 2, waiting: 5, longestWait: 8, exhausted: 1)
            var results = RunResults.example([.example()])
            results.exposure = exposure(4)
            try ledger.run(results)
            results.exposure = exposure(5)
            results.trade = trade
            for _ in 0..<2 { try ledger.run(results, asOf: today.advanced(by: 1)) }
            let night = try #require(try ledger.night(asOf: nil, network: "R"))
            #expect(night.runs.map(\.trade) == [trade])
            #expect(night.runs.map(\.exposure) == [exposure(5)])
            #expect(night.runs.map(\.exposureBefore) == [exposure(4)])
            let first = try #require(try ledger.night(asOf: today, network: "R"))
            #expect(first.runs.map(\.exposureBefore) == [nil])
            #expect(first.runs.map(\.trade) == [nil])
        }
    }

    @Test func aPairThatLeavesLeavesItsReason() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(
                .example([
                    .example(), .example(candidate: "paul", rank: 2), .example(candidate: "zoe"),
                ]))
            var results = RunResults.example([.example(score: 0.8)])
            results.departures = [
                NeedCandidate(need: "m1", candidate: "paul"): .turn,
                NeedCandidate(need: "m1", candidate: "nobody"): .variety,
            ]
            try ledger.run(results, asOf: today.advanced(by: 1))
            let reasons = try ledger.connection.rows(
                of: """
                    SELECT candidate_id, coalesce(departure, 'none') AS departure
                    FROM entremise.suggestion WHERE until_run_id IS NOT NULL ORDER BY 1
                    """
            ).map { row throws(PostgresError) in
                [try row.value("candidate_id") as String, try row.value("departure")]
            }
            #expect(reasons == [["claire", "none"], ["paul", "turn"], ["zoe", "none"]])
            let night = try #require(try ledger.night(asOf: nil, network: "", jobs: nil))
            #expect(night.departures.map(\.candidate) == ["paul"])
            #expect(night.departures.map(\.reason) == [.turn])
            // The night before is as it was.
            #expect(try ledger.night(asOf: today, network: "", jobs: nil)?.departures == [])
            // Who was declined is gone for a reason that people know.
            try ledger.connection.execute(
                """
                INSERT INTO entremise.decision (suggestion_id, verdict, reason, decided_by)
                SELECT id, 'declined', '', 'Claire' FROM entremise.suggestion
                WHERE candidate_id = 'paul'
                """)
            #expect(try ledger.night(asOf: nil, network: "", jobs: nil) == night)
            try ledger.connection.execute(
                "UPDATE entremise.decision SET decided_at = decided_at - interval '1 day'")
            #expect(try ledger.night(asOf: nil, network: "", jobs: nil)?.departures == [])
        }
    }
}
