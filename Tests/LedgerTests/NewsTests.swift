import Foundation
import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct NewsTests {
    static let everybody = [
        DigestAudience(
            job: "missions", roles: ["candidate", "owner", "lead", "member"])
    ]
    static let tuesday = today.advanced(by: 1)

    /// Owner, claire and paul, who may hear of news.
    private static func fill(_ connection: borrowing Connection) throws {
        for id in ["owner", "claire", "paul"] {
            try connection.addMember(id, email: "\(id)@example.org")
        }
    }

    private static func heard(_ news: News) -> [String] {
        news.items.map { "\($0.role) \($0.proposal.key.parts[0])" }
    }

    private static func told(_ ledger: borrowing Ledger, on day: Day = today) throws -> [News] {
        try ledger.news(asOf: day, network: "R", audiences: everybody)
    }

    @Test func everyoneHearsOfWhatConcernsThemOnce() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.run(
                .example(
                    [
                        .example(), .example(candidate: "paul", rank: 2, score: 0.6),
                        .example(need: "m2", score: 0.9), .team(),
                    ]))
            let news = try Self.told(ledger)
            #expect(news.map(\.recipient.member) == ["claire", "owner", "paul"])
            #expect(Self.heard(news[0]) == ["candidate m1", "candidate m2", "lead t1"])
            #expect(news[1].items.map(\.proposal.candidate) == ["claire", "paul", "claire"])
            #expect(news[1].items.allSatisfy { $0.role == "owner" })
            #expect(Self.heard(news[2]) == ["candidate m1", "member t1"])
            try ledger.record(
                RecordedMessage(subject: "S", file: "claire.eml"), telling: news[0])
            #expect(try Self.told(ledger).map(\.recipient.member) == ["owner", "paul"])
            try ledger.record(RecordedMessage(subject: "S", file: "o.eml"), telling: news[1])
            try ledger.record(RecordedMessage(subject: "S", file: "p.eml"), telling: news[2])
            #expect(try Self.told(ledger) == [])
            // Another form of the same pairs and the same team is no news.
            try ledger.run(
                .example([.example(score: 0.7), .team(cents: 99)]), asOf: Self.tuesday)
            #expect(try Self.told(ledger, on: Self.tuesday) == [])
        }
    }

    @Test func membersWhoseLocaleHasNoWordingReadTheNetworksLanguage() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.connection.execute(
                "ALTER TABLE network.member DROP CONSTRAINT member_locale_check")
            for (member, locale) in [("owner", "de_AT"), ("claire", "EN"), ("paul", "fr_CA.UTF-8")]
            {
                try ledger.connection.execute(
                    "UPDATE network.member SET locale = \(locale) WHERE id = \(member)")
            }
            try ledger.run(
                .example([.example(), .example(candidate: "paul", rank: 2, score: 0.6)]))
            for language in Language.allCases {
                let news = try ledger.news(
                    asOf: today, network: "R", language: language, audiences: Self.everybody)
                #expect(news.map(\.recipient.language) == [.english, language, .french])
            }
        }
    }

    @Test func newsThatChangedBeforeItWasToldIsStillTold() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.run(.example([.example()]))
            try ledger.run(.example([.example(score: 0.8)]), asOf: Self.tuesday)
            let news = try Self.told(ledger, on: Self.tuesday)
            #expect(news.map(\.recipient.member) == ["claire", "owner"])
            #expect(news[0].items.map(\.proposal.body) == [#"{"score": 0.8}"#])
        }
    }

    @Test func newsThatIsNoLongerInForceOrWasDecidedOnIsNotTold() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.run(.example([.example(), .example(candidate: "paul", rank: 2)]))
            try ledger.decide(Decision(.accepted, by: "c"), on: 1)
            #expect(try Self.told(ledger).map(\.recipient.member) == ["owner", "paul"])
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
            #expect(try Self.told(ledger).map(\.recipient.member) == ["claire", "owner"])
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
            #expect(monday.map(\.recipient.member) == ["daily", "weekly"])
            #expect(monday[0].recipient.language == .english)
            #expect(monday[0].recipient.address == "daily@example.org")
            let tuesday = try Self.told(ledger, on: Self.tuesday)
            #expect(tuesday.map(\.recipient.member) == ["daily"])
        }
    }

    private static func readers(
        _ ledger: borrowing Ledger, _ audiences: [DigestAudience]
    ) throws -> [String] {
        try ledger.news(asOf: today, network: "R", audiences: audiences).map(\.recipient.member)
    }

    @Test func aJobIsToldToWhomItSays() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.run(.example([.example(), .team()]))
            #expect(
                try Self.readers(
                    ledger, [.init(job: "missions", roles: ["owner"])])
                    == ["owner"])
            #expect(
                try Self.readers(
                    ledger, [.init(job: "missions", roles: ["candidate", "member"])])
                    == ["claire", "paul"])
            #expect(try Self.readers(ledger, []) == [])
            #expect(
                try Self.readers(
                    ledger, [.init(job: "services", roles: ["candidate", "owner"])]) == [])
        }
    }

    @Test func groupsHearOnceAndProposalsWithoutPartiesAreToldToNobody() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.run(.example([.team([])]))
            #expect(try Self.told(ledger) == [])
            try ledger.run(.example([.team(["claire"])]))
            let first = try Self.told(ledger)
            #expect(first.map(\.recipient.member) == ["claire"])
            try ledger.record(RecordedMessage(subject: "S", file: "f.eml"), telling: first[0])
            try ledger.run(.example([.team(["claire", "paul"])]))
            #expect(try Self.told(ledger).map(\.recipient.member) == ["claire", "paul"])
        }
    }

    @Test func anAudienceMayHearOfWhatOthersDecidedForIt() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.run(.example([.team()]), job: "tenders")
            try ledger.decide(Decision(.accepted, by: "c"), on: 1)
            let roles = ["lead", "member"]
            #expect(try Self.readers(ledger, [.init(job: "tenders", roles: roles)]) == [])
            let told = DigestAudience(job: "tenders", roles: roles, hearsOfDecided: true)
            #expect(try Self.readers(ledger, [told]) == ["claire", "paul"])
        }
    }

    @Test func itemsComeInTheOrderOfTheJobsThenOfTheirProposals() async throws {
        try await withLedger { ledger, _ in
            try Self.fill(ledger.connection)
            try ledger.run(
                .example([
                    .example(need: "b", owner: nil), .example(need: "a", owner: nil, rank: 2),
                    .example(need: "a", candidate: "paul", owner: "claire"),
                ]))
            try ledger.run(.example([.team()]), job: "tenders")
            let news = try ledger.news(
                asOf: today, network: "R",
                audiences: [
                    .init(job: "tenders", roles: ["lead"]),
                    .init(job: "missions", roles: ["owner", "candidate"]),
                ])
            #expect(
                news.first.map(Self.heard) == ["lead t1", "owner a", "candidate a", "candidate b"])
        }
    }
}
