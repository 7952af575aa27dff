import Foundation
import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct NightTests {
    @Test func whatWasRecordedIsReadBackAsItWas() async throws {
        try await withLedger { ledger, _ in
            #expect(try ledger.night(asOf: nil, network: "Réseau") == nil)
            let suggestion = RecordedSuggestion.example()
            let bid = RecordedBid.example()
            let outcome = NeedOutcome(
                need: "m1", title: "Titre", considered: 12, eligible: 0, suggested: 0,
                excluded: [.place: 7, .language: 5],
                reason: [.french: "Personne.", .english: "Nobody."])
            var results = RunResults.example([suggestion], bids: [bid])
            results.outcomes = [outcome]
            results.setAside = [
                SetAside(
                    source: "member", id: "x", field: "rate", fault: .negative(found: "-450")),
                SetAside(source: "refusal", id: "y", field: "refused_id", fault: .refusesSelf),
            ]
            results.stages = [.init(name: "read", count: 3, seconds: 0.5, peakBytes: 1_000)]
            results.skills = [
                "a": Skill(id: "a", french: "A fr", english: "A en"),
                "b": Skill(id: "b", french: "B fr", english: "B en"),
                "c": Skill(id: "c", french: "C fr", english: "C en"),
            ]
            try ledger.run(results)
            let night = try #require(try ledger.night(asOf: nil, network: "Réseau"))
            #expect(night.asOf == today)
            #expect(night.network == "Réseau")
            #expect(Set(night.skills.keys) == ["a", "b", "c"])
            let run = try #require(night.runs.first)
            #expect(run.outcomes == [outcome])
            #expect(run.setAside == results.setAside)
            #expect(run.stages.map(\.name) == ["read", "write"])
            #expect(run.stages.last?.count == 2)
            #expect(run.status == .completed)
            let read = try #require(night.suggestions.first)
            #expect(read.signals == suggestion.signals)
            #expect(read.reasons == suggestion.reasons)
            #expect(read.isNew)
            #expect(read.status == .proposed)
            #expect(read.score == 0.75)
            #expect(read.needOwnerName == "Nom owner")
            let bidRead = try #require(night.bids.first)
            #expect(bidRead.id != nil)
            #expect(bidRead.members == bid.members)
            #expect(bidRead.lots == bid.lots)
            #expect(bidRead.bound == 1200.5)
            #expect(bidRead.isNew)
        }
    }

    @Test func aPastNightStaysAsItWas() async throws {
        try await withLedger { ledger, _ in
            let tuesday = today.advanced(by: 1)
            let wednesday = today.advanced(by: 2)
            let one = RecordedSuggestion.example()
            let two = RecordedSuggestion.example(need: "m2", candidate: "paul")
            try ledger.run(.example([one, two], bids: [.example()]))
            let monday = try ledger.night(asOf: today, network: "R")
            try ledger.decide(Decision(.accepted, by: "c"), on: 1)
            try ledger.run(.example([.example(score: 0.9)]), asOf: tuesday)
            let second = try ledger.night(asOf: tuesday, network: "R")
            #expect(second?.suggestions.map(\.status) == [.accepted])
            #expect(second?.suggestions.map(\.isNew) == [false])
            try ledger.run(.example([one], bids: [.example(team: ["zoe"])]), asOf: wednesday)
            let failed = try ledger.begin(.example(asOf: wednesday.advanced(by: 1)))
            try ledger.fail(failed, because: "test")
            #expect(try ledger.night(asOf: today, network: "R") == monday)
            #expect(try ledger.night(asOf: tuesday, network: "R") == second)
            #expect(try ledger.night(asOf: today.advanced(by: -1), network: "R") == nil)
            let latest = try #require(try ledger.night(asOf: nil, network: "R"))
            #expect(latest.asOf == wednesday)
            #expect(latest.bids.map { $0.members.map(\.member) } == [["zoe"]])
            #expect(monday?.suggestions.map(\.status) == [.proposed, .proposed])
        }
    }

    @Test func aRunAgainOnTheSameDayKeepsItsNewsNew() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()], bids: [.example()]))
            try ledger.run(.example([.example(score: 0.8)], bids: [.example()]))
            let night = try #require(try ledger.night(asOf: nil, network: "R"))
            #expect(night.suggestions.map(\.isNew) == [true])
            #expect(night.bids.map(\.isNew) == [true])
            try ledger.run(
                .example([.example(score: 0.8)], bids: [.example()]), asOf: today.advanced(by: 1))
            let next = try #require(try ledger.night(asOf: nil, network: "R"))
            #expect(next.suggestions.map(\.isNew) == [false])
            #expect(next.bids.map(\.isNew) == [false])
        }
    }

    @Test func jobsAreShownInTheOrderThatIsAskedFor() async throws {
        try await withLedger { ledger, _ in
            for job in ["services", "missions", "old"] {
                try ledger.run(.example([.example(job: job)]), job: job)
            }
            let all = try #require(try ledger.night(asOf: nil, network: "R"))
            #expect(all.runs.map(\.job) == ["services", "missions", "old"])
            let some = try #require(
                try ledger.night(asOf: nil, network: "R", jobs: ["missions", "services"]))
            #expect(some.runs.map(\.job) == ["missions", "services"])
            #expect(some.suggestions.map(\.job) == ["missions", "services"])
        }
    }
}
