import Foundation
import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct NewsTests {
    static let everybody = [Publication(job: "missions", toCandidates: true, toOwners: true)]
    static let tuesday = today.advanced(by: 1)

    /// Owner, claire and paul, who may hear of news.
    private static func fill(_ connection: borrowing Connection) throws {
        for id in ["owner", "claire", "paul"] {
            try connection.addMember(id, email: "\(id)@example.org")
        }
    }

    private static func told(_ ledger: borrowing Ledger, on day: Day = today) throws -> [News] {
        try ledger.news(asOf: day, network: "R", jobs: everybody)
    }

    @Test func everyoneHearsOfWhatConcernsThemOnce() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.run(
                .example(
                    [
                        .example(), .example(candidate: "paul", rank: 2, score: 0.6),
                        .example(need: "m2", score: 0.9),
                    ], bids: [.example()]))
            let news = try Self.told(ledger)
            #expect(news.map(\.reader.member) == ["claire", "owner", "paul"])
            #expect(news[0].forYou.map(\.need) == ["m2", "m1"], "best first")
            #expect(news[0].bids.map(\.tender) == ["t1"])
            #expect(news[0].forYourNeeds.isEmpty)
            #expect(news[1].forYourNeeds.map(\.candidate) == ["claire", "paul", "claire"])
            #expect(news[1].forYou.isEmpty)
            #expect(news[2].forYou.map(\.need) == ["m1"])
            try ledger.record(
                RecordedMessage(subject: "S", file: "claire.eml"), telling: news[0])
            #expect(try Self.told(ledger).map(\.reader.member) == ["owner", "paul"])
            try ledger.record(RecordedMessage(subject: "S", file: "o.eml"), telling: news[1])
            try ledger.record(RecordedMessage(subject: "S", file: "p.eml"), telling: news[2])
            #expect(try Self.told(ledger) == [])
            // Another form of the same pairs and the same team is no news.
            try ledger.run(
                .example([.example(score: 0.7)], bids: [.example(cents: 99)]), asOf: Self.tuesday)
            #expect(try Self.told(ledger, on: Self.tuesday) == [])
        }
    }

    @Test func newsThatChangedBeforeItWasToldIsStillTold() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.run(.example([.example()]))
            try ledger.run(.example([.example(score: 0.8)]), asOf: Self.tuesday)
            let news = try Self.told(ledger, on: Self.tuesday)
            #expect(news.map(\.reader.member) == ["claire", "owner"])
            #expect(news[0].forYou.map(\.score) == [0.8])
        }
    }

    @Test func newsThatNoLongerStandsOrWasDecidedOnIsNotTold() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.run(.example([.example(), .example(candidate: "paul", rank: 2)]))
            try ledger.decide(Decision(.accepted, by: "c"), on: 1)
            #expect(try Self.told(ledger).map(\.reader.member) == ["owner", "paul"])
            try ledger.run(.example())
            #expect(try Self.told(ledger) == [])
        }
    }

    @Test func aPairProposedAgainOnANewBasisIsToldAgain() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.run(.example([.example()]))
            for news in try Self.told(ledger) {
                try ledger.record(RecordedMessage(subject: "S", file: "f.eml"), telling: news)
            }
            try ledger.decide(Decision(.declined, reason: "busy", by: "c"), on: 1)
            try ledger.run(.example())
            try ledger.run(.example([.example(basis: "basis-2")]))
            #expect(try Self.told(ledger).map(\.reader.member) == ["claire", "owner"])
        }
    }

    @Test func onlyThoseWhoWishHearOfNews() async throws {
        try await withLedger { ledger, _ in
            let connection = ["never", "weekly", "noconsent", "left", "noaddress", "daily"]
            for id in connection {
                try ledger.connection.addMember(
                    id, locale: id == "daily" ? "en" : "fr",
                    email: id == "noaddress" ? nil : "\(id)@example.org",
                    consents: id != "noconsent",
                    digest: ["never", "weekly"].contains(id) ? id : "daily",
                    left: id == "left" ? "2026-11-01" : nil)
            }
            try ledger.run(
                .example(
                    connection.enumerated().map { index, id in
                        .example(candidate: id, owner: nil, rank: index + 1)
                    }))
            #expect(today.weekday == 1)
            let monday = try Self.told(ledger)
            #expect(monday.map(\.reader.member) == ["daily", "weekly"])
            #expect(monday[0].reader.language == .english)
            #expect(monday[0].reader.address == "daily@example.org")
            let tuesday = try Self.told(ledger, on: Self.tuesday)
            #expect(tuesday.map(\.reader.member) == ["daily"])
        }
    }

    private static func readers(
        _ ledger: borrowing Ledger, _ jobs: [Publication]
    ) throws -> [String] {
        try ledger.news(asOf: today, network: "R", jobs: jobs).map(\.reader.member)
    }

    @Test func aJobIsToldToWhomItSays() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.run(.example([.example()], bids: [.example()]))
            #expect(
                try Self.readers(
                    ledger, [.init(job: "missions", toCandidates: false, toOwners: true)])
                    == ["owner"])
            #expect(
                try Self.readers(
                    ledger, [.init(job: "missions", toCandidates: true, toOwners: false)])
                    == ["claire", "paul"])
            #expect(try Self.readers(ledger, []) == [])
            #expect(
                try Self.readers(
                    ledger, [.init(job: "services", toCandidates: true, toOwners: true)]) == [])
        }
    }

    @Test func theTeamsOfBidsHearOnceAndThoseWithoutATeamNever() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.run(.example(bids: [.example(team: [], status: .none)]))
            #expect(try Self.told(ledger) == [])
            try ledger.run(.example(bids: [.example(team: ["claire"])]))
            let first = try Self.told(ledger)
            #expect(first.map(\.reader.member) == ["claire"])
            try ledger.record(RecordedMessage(subject: "S", file: "f.eml"), telling: first[0])
            try ledger.run(.example(bids: [.example(team: ["claire", "paul"])]))
            #expect(try Self.told(ledger).map(\.reader.member) == ["claire", "paul"])
        }
    }
}
