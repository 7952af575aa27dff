import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct ShrinkageTests {
    /// A network of ten open missions and of six members, and a night of them.
    private static func afterNight(
        asOf: Day = today, _ body: (borrowing Ledger, RunHandle) throws -> Void
    ) async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.addMember("owner", kind: "organisation")
            for number in 1...6 { try ledger.connection.addMember("c\(number)") }
            for number in 0..<10 {
                try ledger.connection.addMission("m\(number)", owner: "owner", to: "2026-12-31")
            }
            var results = RunResults.example()
            let snapshot = try ledger.snapshot(of: .missions(), asOf: asOf)
            #expect(snapshot.rowsRead == ["needs": 10, "candidates": 6])
            results.rowsRead = snapshot.rowsRead
            try body(ledger, try ledger.run(results, asOf: asOf).handle)
        }
    }

    private static func shrinkages(
        on ledger: borrowing Ledger, asOf: Day = today, losing share: Double = 0.5
    ) throws -> [Shrinkage] {
        let queries = try JobQueries.missions()
        return try ledger.shrinkages(
            of: queries, in: try ledger.snapshot(of: queries, asOf: asOf), asOf: asOf,
            losing: share)
    }

    @Test(arguments: [
        (10, 10, 0.5, false), (10, 12, 0.5, false), (10, 5, 0.5, false), (10, 4, 0.5, true),
        (10, 0, 0.5, true), (0, 0, 0.5, false), (0, 3, 0.5, false), (4, 1, 0.5, false),
        (4, 0, 0.5, true), (1, 0, 0.5, true), (5, 2, 0.5, true), (5, 3, 0.5, false),
        (10, 9, 0, true), (10, 10, 0, false), (10, 0, 1, false), (1_000, 1, 1, false),
        (10, 1, 0.95, false), (10, 0, 0.95, true),
    ])
    func aSourceShrinksByMoreThanItsShareOrToNothing(
        before: Int, now: Int, share: Double, expected: Bool
    ) {
        #expect(Shrinkage.isShrunk(to: now, from: before, losing: share) == expected)
    }

    @Test func aSourceThatLostMostOfItsRowsIsNamedWithBothNumbers() async throws {
        try await Self.afterNight { ledger, run in
            #expect(try Self.shrinkages(on: ledger) == [])
            try ledger.connection.execute(
                "UPDATE network.mission SET status = 'closed' WHERE id >= 'm5'")
            #expect(try Self.shrinkages(on: ledger) == [])
            try ledger.connection.execute(
                "UPDATE network.mission SET status = 'closed' WHERE id >= 'm4'")
            let found = try Self.shrinkages(on: ledger)
            #expect(found.map(\.source) == ["needs"] && found.map(\.usable) == [4])
            #expect(
                found.first?.description
                    == "needs (missions.needs.sql): 4 rows now, 10 in run \(run.id) of 2026-11-23")
            #expect(try Self.shrinkages(on: ledger, losing: 0.6) == [])
            try ledger.connection.execute("UPDATE network.member SET consent_matching = false")
            #expect(try Self.shrinkages(on: ledger).map(\.source) == ["needs", "candidates"])
            #expect(try Self.shrinkages(on: ledger).last?.usable == 0)
            #expect(try Self.shrinkages(on: ledger, losing: 1) == [])
        }
    }

    @Test func rowsThatMakeNoSenseAnyMoreAreLost() async throws {
        try await Self.afterNight { ledger, run in
            try ledger.connection.execute("UPDATE network.mission SET days = -1 WHERE id >= 'm1'")
            let found = try Self.shrinkages(on: ledger)
            #expect(found.map(\.returned) == [10] && found.map(\.usable) == [1])
            #expect(found.first?.description.contains("10 rows, of which 1 make sense") == true)
        }
    }

    @Test func rowsWhoseDaysAreOverAreNotLost() async throws {
        try await Self.afterNight { ledger, run in
            let later = today.advanced(by: 60)
            #expect(try ledger.snapshot(of: .missions(), asOf: later).needs.isEmpty)
            #expect(try Self.shrinkages(on: ledger, asOf: later) == [])
            // Gone from the table, they are lost on any day.
            try ledger.connection.execute("UPDATE network.mission SET status = 'closed'")
            let found = try Self.shrinkages(on: ledger, asOf: later)
            #expect(found.map(\.returned) == [0])
            #expect(found.first?.description.contains("no row now, 10 in run") == true)
        }
    }

    @Test func theFirstRunAndOneAfterARunWithoutNumbersAreNotCompared() async throws {
        try await Self.afterNight { ledger, _ in
            try ledger.connection.execute("DELETE FROM network.mission")
            #expect(try Self.shrinkages(on: ledger).count == 1)
            // A run that failed read nothing that counts.
            try ledger.fail(try ledger.begin(.example()), because: "test")
            #expect(try Self.shrinkages(on: ledger).count == 1)
            try ledger.run(.example())
            #expect(try Self.shrinkages(on: ledger) == [])
            try ledger.connection.execute("UPDATE entremise.run SET rows_read = NULL")
            #expect(try Self.shrinkages(on: ledger) == [])
        }
        try await withLedger { ledger, _ in
            let first = try Self.shrinkages(on: ledger)
            #expect(first == [])
        }
    }

    @Test func tendersAreASourceOfTheirOwn() async throws {
        try await withLedger(.sample) { ledger, _ in
            let read = try ledger.snapshot(of: .tenders(), asOf: today).rowsRead
            #expect(read.keys.sorted() == ["candidates", "needs", "tenders"])
            var results = RunResults.example()
            results.rowsRead = read
            try ledger.run(results, job: "tenders")
            try ledger.connection.execute("UPDATE network.tender SET status = 'closed'")
            let queries = try JobQueries.tenders()
            let found = try ledger.shrinkages(
                of: queries, in: try ledger.snapshot(of: queries, asOf: today), asOf: today,
                losing: 0.5)
            #expect(found.map(\.source) == ["needs", "tenders"])
            #expect(found.last?.before == read["tenders"])
        }
    }
}
