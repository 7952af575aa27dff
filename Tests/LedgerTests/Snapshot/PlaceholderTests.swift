import Ledger
import Market
import Postgres
import TestSupport
import Testing

/// Values that stand for none, as platforms write them.
@Suite struct PlaceholderTests {
    /// What the missions' queries read of one need and one candidate, with a piece of either replaced.
    private static func snapshot(
        replacing text: String, with other: String, on ledger: borrowing Ledger
    ) throws -> Snapshot {
        let shipped = try JobQueries.missions()
        #expect(shipped.needs.sql.contains(text) || shipped.candidates.sql.contains(text))
        func file(_ file: JobQueries.File) -> JobQueries.File {
            .init(name: file.name, sql: file.sql.replacing(text, with: other))
        }
        return try ledger.snapshot(
            of: JobQueries(
                job: "missions", needs: file(shipped.needs), candidates: file(shipped.candidates)),
            asOf: today)
    }

    @Test(arguments: [
        ("mission.ends_on AS ends", "'infinity'::date AS ends"),
        ("mission.starts_on AS starts", "'-infinity'::date AS starts"),
    ])
    func aNeedWithoutAnEndSaysNoDates(text: String, other: String) async throws {
        try await withLedger { ledger, _ in
            try SnapshotTests.fill(ledger.connection)
            let found = try Self.snapshot(replacing: text, with: other, on: ledger)
            #expect(found.needs.map(\.id) == ["m1"] && found.setAside.isEmpty)
            #expect(found.needs.first?.window == nil)
            #expect(found.needs.first?.days == 5)
        }
    }

    @Test func aNeedThatEndsBeforeTimeBeganIsSetAside() async throws {
        try await withLedger { ledger, _ in
            try SnapshotTests.fill(ledger.connection)
            let found = try Self.snapshot(
                replacing: "mission.ends_on AS ends", with: "'-infinity'::date AS ends", on: ledger)
            #expect(found.needs.isEmpty && found.setAside.map(\.field) == ["ends"])
        }
    }

    @Test func anAvailabilityWithoutAnEndGoesOn() async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.addMember("open")
            try ledger.connection.addAvailability(
                "v1", of: "open", from: "2026-12-01", to: "infinity", daysPerWeek: 2)
            try ledger.connection.addMember("always")
            try ledger.connection.addAvailability(
                "v2", of: "always", from: "-infinity", to: "infinity", daysPerWeek: 5)
            try ledger.connection.addMember("never")
            try ledger.connection.addAvailability(
                "v3", of: "never", from: "infinity", to: "infinity")
            let found = try ledger.snapshot(of: .missions(), asOf: today)
            #expect(found.setAside.map(\.id) == ["v3"])
            let calendars = Dictionary(
                uniqueKeysWithValues: found.candidates.map { ($0.id, $0.calendar) })
            // Ten weekdays, and 500 years later.
            let near = try #require(Period(from: Day("2026-11-23")!, to: Day("2026-12-04")!))
            let far = try #require(Period(from: Day("2526-12-03")!, to: Day("2526-12-16")!))
            #expect(calendars["open"]?.freeDays(within: near) == 4 * 2 / 5.0)
            #expect(calendars["open"]?.freeDays(within: far) == 4)
            #expect(calendars["always"]?.freeDays(within: near) == 10)
            #expect(calendars["always"]?.freeDays(within: far) == 10)
            #expect(calendars["never"]?.availabilities == [])
        }
    }

    @Test(arguments: ["NaN", "Infinity", "-Infinity"])
    func aCoordinateThatIsNoNumberLosesOnlyThePlace(word: String) async throws {
        try await withLedger { ledger, _ in
            try SnapshotTests.fill(ledger.connection)
            for column in ["latitude", "longitude"] {
                for type in ["double precision", "real"] {
                    let found = try Self.snapshot(
                        replacing: "place.\(column)", with: "'\(word)'::\(type) AS \(column)",
                        on: ledger)
                    #expect(found.needs.map(\.id) == ["m1"])
                    #expect(found.candidates.map(\.id) == ["claire"])
                    #expect(found.needs.first?.place == nil && found.candidates.first?.place == nil)
                    #expect(found.setAside.map(\.field) == ["place", "place"])
                    #expect(found.setAside.map(\.id) == ["m1", "claire"])
                }
            }
        }
    }

    @Test(
        arguments: [
            ("0", nil), ("1", nil), ("0.01", nil), ("1.01", 101), ("2", 200), ("45000", 4_500_000),
        ] as [(String, Int?)])
    func aBudgetOfNothingIsNotPublished(budget: String, cents: Int?) async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.addSkills("a")
            try ledger.connection.addTender("t1")
            try ledger.connection.addLot("l1", of: "t1", number: 1, skills: ["a": 5])
            try ledger.connection.execute(
                "UPDATE network.lot SET budget = \(budget)::text::numeric")
            let found = try ledger.snapshot(of: .tenders(), asOf: today)
            #expect(found.needs.map(\.id) == ["l1"] && found.setAside.isEmpty)
            #expect(found.needs.first?.budget == cents.map { Money(cents: $0) })
        }
    }
}
