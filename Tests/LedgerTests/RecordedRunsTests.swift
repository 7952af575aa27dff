import Foundation
import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct RecordedRunsTests {
    @Test func whatWasRecordedIsReadBackAsItWas() async throws {
        try await withLedger { ledger, _ in
            #expect(try ledger.recordedRuns(asOf: nil, network: "Réseau") == nil)
            let proposals = [Proposal.example(), .team()]
            let outcome = NeedOutcome(
                need: "m1", title: "Titre", considered: 12, eligible: 0, suggested: 0,
                excluded: [.place: 7, .language: 5],
                reason: [.french: "Personne.", .english: "Nobody."])
            var results = RunResults.example(proposals)
            results.outcomes = [outcome]
            results.setAside = [
                SetAside(
                    source: "member", id: "x", field: "rate", fault: .negative(found: "-450")),
                SetAside(source: "refusal", id: "y", field: "refused_id", fault: .refusesSelf),
            ]
            results.seconds = [proposals[1].key: 0.5]
            results.stages = [.init(name: "read", count: 3, seconds: 0.5, peakBytes: 1_000)]
            results.skills = [
                "a": Skill(id: "a", french: "A fr", english: "A en"),
                "b": Skill(id: "b", french: "B fr", english: "B en"),
                "c": Skill(id: "c", french: "C fr", english: "C en"),
            ]
            try ledger.run(results)
            let recorded = try #require(try ledger.recordedRuns(asOf: nil, network: "Réseau"))
            #expect(recorded.asOf == today)
            #expect(recorded.network == "Réseau")
            #expect(Set(recorded.skills.keys) == ["a", "b", "c"])
            let run = try #require(recorded.runs.first)
            #expect(run.outcomes == [outcome])
            #expect(run.setAside == results.setAside)
            #expect(run.stages.map(\.name) == ["read", "write"])
            #expect(run.stages.last?.count == 2)
            #expect(run.status == .completed)
            #expect(recorded.proposals.map(\.id) == [1, 2])
            for (read, written) in zip(recorded.proposals, proposals) {
                var read = read
                read.id = nil
                #expect(read == same(written, job: run.job))
            }
            let seconds: Double? = try ledger.connection.first(
                "SELECT seconds FROM entremise.proposal WHERE seconds IS NOT NULL")
            #expect(seconds == 0.5)
        }
    }

    /// A proposal as the run of another job records it.
    private func same(_ proposal: Proposal, job: String) -> Proposal {
        Proposal(
            job: job, kind: proposal.kind, key: proposal.key, title: proposal.title,
            position: proposal.position, parties: proposal.parties, reasons: proposal.reasons,
            proof: proposal.proof, body: proposal.body, basis: proposal.basis,
            content: proposal.content, novelty: proposal.novelty)
    }

    @Test func aPastDayStaysAsItWas() async throws {
        try await withLedger { ledger, _ in
            let tuesday = today.advanced(by: 1)
            let wednesday = today.advanced(by: 2)
            let one = Proposal.example()
            let two = Proposal.example(need: "m2", candidate: "paul")
            try ledger.run(.example([one, two, .team()]))
            let monday = try ledger.recordedRuns(asOf: today, network: "R")
            try ledger.decide(Decision(.accepted, by: "c"), on: 1)
            try ledger.run(.example([.example(score: 0.9)]), asOf: tuesday)
            let second = try ledger.recordedRuns(asOf: tuesday, network: "R")
            #expect(second?.proposals.map(\.status) == [.accepted])
            #expect(second?.proposals.map(\.isNew) == [false])
            try ledger.run(.example([one, .team(["zoe"])]), asOf: wednesday)
            let failed = try ledger.begin(.example(asOf: wednesday.advanced(by: 1)))
            try ledger.fail(failed, because: "test")
            #expect(try ledger.recordedRuns(asOf: today, network: "R") == monday)
            #expect(try ledger.recordedRuns(asOf: tuesday, network: "R") == second)
            #expect(try ledger.recordedRuns(asOf: today.advanced(by: -1), network: "R") == nil)
            let latest = try #require(try ledger.recordedRuns(asOf: nil, network: "R"))
            #expect(latest.asOf == wednesday)
            #expect(latest.proposals.last?.parties.map(\.member) == ["zoe"])
            #expect(monday?.proposals.map(\.status) == [.proposed, .proposed, .proposed])
        }
    }

    private static func status(
        on basis: String, after days: Int, _ ledger: borrowing Ledger
    ) throws -> Proposal.Status? {
        try ledger.run(.example([.example(basis: basis)]), asOf: today.advanced(by: days))
        return try ledger.recordedRuns(asOf: nil, network: "R")?.proposals.first?.status
    }

    @Test func aDeclineHoldsForItsBasisAlone() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example()]))
            try ledger.decide(Decision(.declined, reason: "busy", by: "c"), on: 1)
            #expect(try Self.status(on: "basis-1", after: 1, ledger) == .declined)
            #expect(try Self.status(on: "basis-2", after: 2, ledger) == .proposed)
            try ledger.decide(Decision(.corrected, by: "c"), on: 1)
            let corrected = try Self.status(on: "basis-3", after: 3, ledger)
            #expect(corrected == .corrected, "any other word holds for the key")
        }
    }

    @Test func proposalsComeByNeedThenByPositionThenByKey() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(
                .example([
                    .example(need: "b", candidate: "z"), .example(need: "é", candidate: "a"),
                    .example(need: "a", candidate: "x", rank: 2),
                    .example(need: "a", candidate: "y"), .example(need: "a", candidate: "w"),
                    .team(tender: "a"), .example(need: "B", candidate: "z"),
                ]))
            let recorded = try #require(try ledger.recordedRuns(asOf: nil, network: "R"))
            #expect(
                recorded.proposals.map(\.key.description) == [
                    "B z", "a w", "a y", "a x", "a", "b z", "é a",
                ])
        }
    }

    @Test func aRunAgainOnTheSameDayKeepsItsNewsNew() async throws {
        try await withLedger { ledger, _ in
            try ledger.run(.example([.example(), .team()]))
            let changed = RunResults.example([.example(score: 0.8), .team()])
            try ledger.run(changed)
            let first = try #require(try ledger.recordedRuns(asOf: nil, network: "R"))
            #expect(first.proposals.map(\.isNew) == [true, true])
            try ledger.run(changed, asOf: today.advanced(by: 1))
            let next = try #require(try ledger.recordedRuns(asOf: nil, network: "R"))
            #expect(next.proposals.map(\.isNew) == [false, false])
        }
    }

    @Test func jobsAreShownInTheOrderThatIsAskedFor() async throws {
        try await withLedger { ledger, _ in
            for job in ["services", "missions", "old"] {
                try ledger.run(.example([.example(job: job)]), job: job)
            }
            let all = try #require(try ledger.recordedRuns(asOf: nil, network: "R"))
            #expect(all.runs.map(\.job) == ["services", "missions", "old"])
            let some = try #require(
                try ledger.recordedRuns(asOf: nil, network: "R", jobs: ["missions", "services"]))
            #expect(some.runs.map(\.job) == ["missions", "services"])
            #expect(some.proposals.map(\.job) == ["missions", "services"])
        }
    }
}
