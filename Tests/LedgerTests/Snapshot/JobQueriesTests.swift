import Foundation
import Hashing
import Ledger
import Market
import Postgres
import TestSupport
import Testing

/// What the shipped queries read.
@Suite struct JobQueriesTests {
    @Test func onlyConsentingMembersAndOpenNeedsAreRead() async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.addMember("owner", kind: "organisation")
            try ledger.connection.addMember("gone", kind: "organisation", left: "2026-11-01")
            try ledger.connection.addMember("yes")
            try ledger.connection.addMember("no", consents: false)
            try ledger.connection.addMember("left", left: "2026-11-23")
            try ledger.connection.addMember("leaving", left: "2026-11-24")
            try ledger.connection.addMember("later", joined: "2026-11-24")
            try ledger.connection.addMember("baker", kind: "entrepreneur")
            try ledger.connection.addMission("open", owner: "owner")
            try ledger.connection.addMission("draft", owner: "owner", status: "draft")
            try ledger.connection.addMission("filled", owner: "owner", status: "filled")
            try ledger.connection.addMission("future", owner: "owner", posted: "2026-11-24")
            try ledger.connection.addMission(
                "over", owner: "owner", from: "2026-11-01", to: "2026-11-22")
            try ledger.connection.addMission(
                "under-way", owner: "owner", from: "2026-11-01", to: "2026-11-23")
            try ledger.connection.addMission("orphan", owner: "gone")
            let snapshot = try ledger.snapshot(of: .missions(), asOf: today)
            #expect(snapshot.candidates.map(\.id) == ["leaving", "yes"])
            #expect(snapshot.needs.map(\.id) == ["open", "under-way"])
            #expect(snapshot.setAside.isEmpty)
        }
    }

    @Test func anOfferTakesPlaceAndRadiusFromItsMember() async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.addPlace("caen")
            try ledger.connection.addPlace("rouen", latitude: 49.44, longitude: 1.1)
            try ledger.connection.addSkills("photo")
            try ledger.connection.addMember(
                "giver", kind: "entrepreneur", place: "caen", radius: 30, languages: ["fr", "en"])
            try ledger.connection.addMember("asker", place: "rouen")
            try ledger.connection.addTimeAccount(of: "giver", balance: -4.5)
            try ledger.connection.addService(
                "offer", side: "offer", of: "giver", remote: "no", from: "2026-12-01",
                to: "2026-12-31", hours: 6, exchange: ["time", "money"], hourlyRate: 40,
                skills: ["photo": 4])
            try ledger.connection.addService(
                "elsewhere", side: "offer", of: "giver", place: "rouen", exchange: ["gift"],
                hourlyRate: 40)
            try ledger.connection.addService("request", side: "request", of: "asker")
            let snapshot = try ledger.snapshot(of: .services(), asOf: today)
            #expect(snapshot.setAside.isEmpty)
            #expect(snapshot.candidates.map(\.id) == ["elsewhere", "offer"])
            let offer = try #require(snapshot.candidates.last)
            #expect(offer.member == "giver")
            #expect(offer.place?.name == "caen")
            #expect(offer.radius == 30)
            #expect(!offer.remote)
            #expect(offer.rate == Money(cents: 4_000))
            #expect(offer.hours == 6)
            #expect(offer.exchange == [.time, .money])
            #expect(offer.account == TimeAccount(balance: -4.5, lowest: -20, highest: 20))
            #expect(offer.languages == ["en", "fr"])
            #expect(offer.calendar.availabilities.map(\.daysPerWeek) == [7])
            #expect(offer.skills == [HeldSkill(skill: "photo", level: 4)])
            let elsewhere = try #require(snapshot.candidates.first)
            #expect(elsewhere.place?.name == "rouen")
            #expect(elsewhere.rate == nil, "a gift has no price")
            #expect(elsewhere.calendar.availabilities.isEmpty)
            let request = try #require(snapshot.needs.first)
            #expect(request.owner == "asker")
            #expect(request.place?.name == "rouen")
            #expect(request.account == nil)
        }
    }

    @Test func tendersGetTheirLotsAndThoseThatGoTakeThemAlong() async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.addSkills("a", "b")
            try ledger.connection.addTender("t1", turnoverMin: 80_000, certifications: ["ISO9001"])
            try ledger.connection.addLot("z", of: "t1", number: 1, skills: ["a": 10, "b": 0])
            try ledger.connection.addLot("y", of: "t1", number: 2, budget: 9_000, skills: ["a": 5])
            try ledger.connection.addLot("x", of: "t1", number: 3, skills: ["a": -5, "b": 2])
            try ledger.connection.addLot("v", of: "t1", number: 4, level: 9, skills: ["a": 5])
            try ledger.connection.addTender("t2", membersMax: 0)
            try ledger.connection.addLot("w", of: "t2", number: 1, skills: ["a": 5])
            try ledger.connection.addTender("past", deadline: "2026-11-22")
            try ledger.connection.addLot("u", of: "past", number: 1, skills: ["a": 5])
            let snapshot = try ledger.snapshot(of: .tenders(), asOf: today)
            #expect(snapshot.tenders.map(\.id) == ["t1"])
            #expect(snapshot.tenders[0].lots == ["z", "y"], "by number")
            #expect(snapshot.tenders[0].turnoverMin == Money(cents: 8_000_000))
            #expect(snapshot.tenders[0].certifications == ["iso9001"])
            #expect(snapshot.needs.map(\.id) == ["y", "z"])
            #expect(snapshot.needs[1].skills.map(\.skill) == ["a"])
            #expect(snapshot.needs[1].skills.map(\.days) == [10])
            let aside = Set(snapshot.setAside.map { "\($0.source) \($0.id) \($0.field)" })
            #expect(
                aside == [
                    "lot_skill z/b days", "lot_skill x/a days", "lot_skill v/a level",
                    "tender t2 members_max",
                ])
        }
    }

    @Test func collaborationsOfThreeYearsCountWhicheverWayRound() async throws {
        try await withLedger { ledger, _ in
            for id in ["ada", "bob", "cyd"] { try ledger.connection.addMember(id) }
            try ledger.connection.addCollaboration("1", "ada", "bob", on: "2026-05-01")
            try ledger.connection.addCollaboration("2", "bob", "ada", on: "2025-05-01")
            try ledger.connection.addCollaboration("3", "ada", "bob", on: "2023-11-23")
            try ledger.connection.addCollaboration("4", "ada", "cyd", on: "2026-11-24")
            try ledger.connection.addCollaboration("5", "cyd", "cyd", on: "2026-01-01")
            let snapshot = try ledger.snapshot(of: .missions(), asOf: today)
            #expect(
                snapshot.collaborations == [
                    MemberPair("ada", "bob"): Collaboration(
                        count: 2, last: try #require(Day("2026-05-01")))
                ])
            #expect(snapshot.setAside.map(\.source) == ["collaboration"])
        }
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func theOrderOfRowsNeverMatters(seed: UInt64) async throws {
        func fill(_ connection: borrowing Connection, seed: UInt64) throws {
            var random = SeededGenerator(seed: seed)
            for skill in ["a", "b", "c", "é", "E"].shuffled(using: &random) {
                try connection.addSkills(skill)
            }
            for member in 0..<12 {
                let id = "m\((member * 7 + Int(seed)) % 12)"
                try connection.addMember(
                    id, rate: id == "m3" ? -1 : 500,
                    skills: id == "m5" ? ["b": 9, "a": 2] : ["a": 3])
            }
            for availability in (0..<9).shuffled(using: &random) {
                try connection.addAvailability(
                    "v\(availability)", of: "m\(availability % 3)",
                    from: "2027-0\(availability + 1)-01",
                    to: availability == 4 ? "2026-01-01" : "2027-12-01")
            }
            for mission in (0..<8).shuffled(using: &random) {
                try connection.addMission(
                    "n\(mission)", owner: "m0", days: mission == 2 ? -1 : nil,
                    skills: seed % 2 == 0 ? ["a": 1, "b": 2] : ["b": 2, "a": 1])
            }
        }
        let first = try await withLedger { ledger, _ in
            try fill(ledger.connection, seed: 0)
            return try ledger.snapshot(of: .missions(), asOf: today)
        }
        let other = try await withLedger { ledger, _ in
            try fill(ledger.connection, seed: seed)
            return try ledger.snapshot(of: .missions(), asOf: today)
        }
        #expect(first.setAside.count == 4)
        #expect(first.setAside == other.setAside)
        #expect(try first.inputHash() == other.inputHash())
    }

    @Test func everythingThatIsReadChangesTheInputHash() async throws {
        try await withLedger { ledger, _ in
            try SnapshotTests.fill(ledger.connection)
            try ledger.connection.addMember("paul")
            try ledger.run(.example([.example()]))
            var seen: Set<Hash> = [
                try ledger.snapshot(of: .missions(), asOf: today).inputHash()
            ]
            for change in [
                "UPDATE network.mission SET title = 'Autre'",
                "UPDATE network.member SET daily_rate = 521 WHERE id = 'claire'",
                "UPDATE network.skill SET label_en = 'other' WHERE id = 'c'",
                "UPDATE network.availability SET days_per_week = 4",
                "UPDATE network.mission_skill SET level = 1 WHERE skill_id = 'a'",
                "INSERT INTO network.refusal VALUES ('paul', 'claire', '2026-01-01')",
                "INSERT INTO network.refusal VALUES ('paul', 'paul', '2026-01-01')",
                "INSERT INTO network.collaboration VALUES ('1', 'paul', 'claire', '2026-01-01')",
                "UPDATE network.collaboration SET worked_on = '2026-01-02'",
                """
                INSERT INTO entremise.decision (job, key, proposal_id, verdict, reason, decided_by)
                SELECT job, key, id, 'declined', 'busy', 'c' FROM entremise.proposal
                """,
            ] {
                try ledger.connection.execute(Query(raw: change))
                let hash = try ledger.snapshot(of: .missions(), asOf: today).inputHash()
                #expect(seen.insert(hash).inserted, "\(change)")
            }
        }
    }

    @Test func textsOfEveryKindAreReadAsTheyAre() async throws {
        try await withLedger { ledger, _ in
            let controls = String(
                String.UnicodeScalarView((1..<160).compactMap { Unicode.Scalar($0) }))
            let text = controls + "é — « » 👩‍🚀 \u{FFFF} \u{2028} \\u0041 \"quoted\" &eacute;"
            try ledger.connection.addMember("owner")
            try ledger.connection.addMission("m1", owner: "owner", title: text, text: text)
            let snapshot = try ledger.snapshot(of: .missions(), asOf: today)
            #expect(snapshot.needs.map(\.title) == [text])
            #expect(snapshot.needs.map(\.text) == [text])
        }
    }
}
