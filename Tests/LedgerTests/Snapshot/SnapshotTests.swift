import Hashing
import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct SnapshotTests {
    /// A network with one of everything that makes sense.
    static func fill(_ connection: borrowing Connection) throws {
        try connection.addPlace("caen")
        try connection.addSkills("a", "b", "c")
        try connection.addMember(
            "owner", kind: "organisation", title: "Coopérative", skills: ["a": 2])
        try connection.addMember(
            "claire", title: "Facilitatrice", about: "Dix ans d'ateliers", place: "caen",
            radius: 50, rate: 520.5, turnover: 40_000, skills: ["b": 4, "a": nil])
        try connection.addAvailability("v1", of: "claire", from: "2026-12-01", to: "2027-03-31")
        try connection.addCommitment(
            "g1", of: "claire", from: "2026-12-01", to: "2026-12-11", days: 3)
        try connection.addMission(
            "m1", owner: "owner", title: "Atelier", place: "caen", from: "2026-12-01",
            to: "2026-12-31", days: 5, rateMax: 600, skills: ["a": 3, "b": 2], mandatory: ["b"])
    }

    private static func set(
        _ aside: [SetAside], has source: String, _ id: String, _ field: String
    ) -> SetAside.Fault? {
        aside.first { $0.source == source && $0.id == id && $0.field == field }?.fault
    }

    @Test func whatMakesSenseIsReadAsItIs() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            let snapshot = try ledger.snapshot(of: .missions(), asOf: today)
            #expect(snapshot.setAside.isEmpty)
            #expect(snapshot.needs.map(\.id) == ["m1"])
            #expect(snapshot.candidates.map(\.id) == ["claire"])
            let need = try #require(snapshot.needs.first)
            #expect(need.owner == "owner")
            #expect(need.skills.map(\.skill) == ["b", "a"], "mandatory first")
            #expect(need.skills.map(\.level) == [2, 3])
            #expect(need.window?.length == 31)
            #expect(need.rateMax == Money(cents: 60_000))
            #expect(need.place?.name == "caen")
            #expect(need.exchange.isEmpty)
            let claire = try #require(snapshot.candidates.first)
            #expect(claire.skills == [HeldSkill(skill: "a"), HeldSkill(skill: "b", level: 4)])
            #expect(claire.rate == Money(cents: 52_050))
            #expect(claire.radius == 50)
            #expect(claire.calendar.availabilities.count == 1)
            #expect(claire.calendar.commitments.map(\.days) == [3])
            #expect(claire.consentsToBids)
            #expect(snapshot.skills["a"]?.french == "a (fr)")
        }
    }

    @Test func rowsThatMakeNoSenseAreSetAsideAndTheRestGoesOn() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.connection.addMember("rate", rate: -450)
            try ledger.connection.addMember("radius", radius: -50)
            try ledger.connection.addMember("turnover", turnover: -1)
            try ledger.connection.addMember("level", skills: ["a": 9, "b": 3])
            try ledger.connection.addMember("long", about: String(repeating: "é", count: 500_000))
            try ledger.connection.addMember("busy")
            try ledger.connection.addAvailability(
                "v2", of: "busy", from: "2027-01-31", to: "2027-01-01")
            try ledger.connection.addAvailability(
                "v3", of: "busy", from: "2027-01-01", to: "2027-01-31", daysPerWeek: 9)
            try ledger.connection.addAvailability(
                "v4", of: "busy", from: "2027-02-01", to: "2027-02-28")
            try ledger.connection.addCommitment(
                "g2", of: "busy", from: "2027-01-01", to: "2027-01-31", days: -3)
            try ledger.connection.addMission(
                "dates", owner: "owner", from: "2027-02-01", to: "2027-01-01")
            try ledger.connection.addMission("days", owner: "owner", days: -5)
            try ledger.connection.addMission("zero", owner: "owner", days: 0)
            try ledger.connection.addMission("price", owner: "owner", rateMax: -1)
            try ledger.connection.addMission("empty", owner: "owner", title: "  ", text: nil)
            try ledger.connection.addMission("asked", owner: "owner", skills: ["a": 0, "b": 2])
            try ledger.connection.addMission(
                "needed", owner: "owner", skills: ["a": 9], mandatory: ["a"])
            try ledger.connection.addPlace("moon", latitude: 123)
            try ledger.connection.addMission("far", owner: "owner", place: "moon")
            try ledger.connection.addRefusal("busy", of: "busy")
            try ledger.connection.addRefusal("claire", of: "busy")
            let snapshot = try ledger.snapshot(of: .missions(), asOf: today)
            let aside = snapshot.setAside
            #expect(Self.set(aside, has: "member", "rate", "rate") == .negative(found: "-450"))
            #expect(
                Self.set(aside, has: "member", "radius", "radius_km") == .negative(found: "-50"))
            #expect(
                Self.set(aside, has: "member", "turnover", "turnover") == .negative(found: "-1"))
            #expect(
                Self.set(aside, has: "member_skill", "level/a", "level") == .level(found: "9"))
            #expect(
                Self.set(aside, has: "member", "long", "text")
                    == .tooLong(bytes: 1_000_000, limit: 100_000))
            #expect(
                Self.set(aside, has: "availability", "v2", "to")
                    == .reversedDates(first: "2027-01-31", last: "2027-01-01"))
            #expect(Self.set(aside, has: "availability", "v3", "days_per_week") != nil)
            #expect(Self.set(aside, has: "commitment", "g2", "days") == .negative(found: "-3"))
            #expect(
                Self.set(aside, has: "mission", "dates", "ends")
                    == .reversedDates(first: "2027-02-01", last: "2027-01-01"))
            #expect(Self.set(aside, has: "mission", "days", "days") == .negative(found: "-5"))
            #expect(Self.set(aside, has: "mission", "zero", "days") == .notPositive(found: "0"))
            #expect(Self.set(aside, has: "mission", "price", "rate_max") == .negative(found: "-1"))
            #expect(Self.set(aside, has: "mission", "empty", "title") == .nothingToMatch)
            #expect(Self.set(aside, has: "mission_skill", "asked/a", "level") == .level(found: "0"))
            #expect(
                Self.set(aside, has: "mission_skill", "needed/a", "level") == .level(found: "9"))
            #expect(
                Self.set(aside, has: "mission", "far", "place")
                    == .offTheGlobe(found: "123.0, -0.37"))
            #expect(Self.set(aside, has: "refusal", "busy", "refused") == .refusesSelf)
            #expect(snapshot.needs.map(\.id) == ["asked", "far", "m1"])
            #expect(snapshot.candidates.map(\.id) == ["busy", "claire", "level"])
            #expect(snapshot.needs[0].skills.map(\.skill) == ["b"])
            #expect(snapshot.candidates[0].calendar.availabilities.count == 1)
            #expect(snapshot.candidates[0].calendar.commitments.isEmpty)
            #expect(snapshot.candidates[2].skills.map(\.skill) == ["b"])
            #expect(snapshot.refusals == [MemberPair("busy", "claire")])
        }
    }
}
