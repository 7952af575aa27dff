import Foundation
import Jobs
import Ledger
import Market
import Settings
import TestSupport
import Testing
import Verbs

/// What holds of every verb of the registry.
@Suite struct ConformanceTests {
    @Test func `every registered verb has an example`() {
        #expect(Set(VerbExample.all.map { $0.verb.name }) == Set(VerbRegistry.all.map { $0.name }))
        #expect(Set(VerbRegistry.all.map { $0.kind }).count == VerbRegistry.all.count)
    }

    @Test(arguments: VerbExample.all)
    func `bad settings are refused with their line and reason`(example: VerbExample) async throws {
        try await VerbFixture.with(example, isEmpty: true) { fixture, _ in
            for (solve, said) in example.refused {
                let line = try fixture.write(solve: solve)
                let error = #expect(throws: SettingsError.self) { try fixture.jobs() }
                let text = "\(try #require(error))"
                #expect(text.contains("\(example.job).yaml:\(line): \(said)"), "\(text)")
            }
        }
    }

    @Test(arguments: VerbExample.all)
    func `an empty market has no proposal and is shown all the same`(
        example: VerbExample
    ) async throws {
        try await VerbFixture.with(example, isEmpty: true) { fixture, ledger in
            let summary = try await fixture.run(on: ledger)
            #expect(summary.results.proposals.isEmpty && summary.counts == RunCounts())
            _ = try fixture.application().publishReport(from: ledger, jobs: try fixture.jobs())
            #expect(try fixture.reportFile("index.html").contains("</html>"))
            let told = try await fixture.application().publishDigests(
                from: ledger, jobs: try fixture.jobs())
            #expect(told.isEmpty)
        }
    }

    @Test(arguments: VerbExample.all)
    func `the same market gives the same proposals, and nothing is written twice`(
        example: VerbExample
    ) async throws {
        try await VerbFixture.with(example) { fixture, ledger in
            let dry = try await fixture.run(on: ledger, isDryRun: true)
            #expect(!dry.results.proposals.isEmpty)
            #expect(dry.results.proposals.allSatisfy { $0.kind == example.verb.kind })
            let again = try await fixture.run(on: ledger, isDryRun: true)
            #expect(dry.results.proposals == again.results.proposals)
            #expect(dry.results.figures == again.results.figures)
            let first = try await fixture.run(on: ledger)
            #expect(first.counts == RunCounts(new: dry.results.proposals.count))
            let second = try await fixture.run(on: ledger)
            #expect(second.counts == RunCounts(unchanged: dry.results.proposals.count))
        }
    }

    @Test(arguments: VerbExample.all, ["read", "score", "solve"])
    func `a run that is stopped writes nothing, and the next finds the same`(
        example: VerbExample, stage: String
    ) async throws {
        try await VerbFixture.with(example) { fixture, ledger in
            let cancellation = CancellationToken()
            let stopped = try fixture.application(
                cancellation: cancellation,
                progress: StopsAt(stage: stage, cancellation: cancellation))
            await #expect(throws: Cancelled.self) {
                _ = try await stopped.run(try fixture.jobs(), on: ledger)
            }
            #expect(try ledger.proposalsInForce(of: example.job).isEmpty)
            let dry = try await fixture.run(on: ledger, isDryRun: true)
            let next = try await fixture.run(on: ledger)
            #expect(next.counts == RunCounts(new: dry.results.proposals.count))
        }
    }

    @Test(arguments: VerbExample.all)
    func `a proposal is shown, told once, explained and decided on`(
        example: VerbExample
    ) async throws {
        try await VerbFixture.with(example) { fixture, ledger in
            let summary = try await fixture.run(on: ledger)
            let jobs = try fixture.jobs()
            _ = try fixture.application().publishReport(from: ledger, jobs: jobs)
            let page = try fixture.reportFile("index.html")
            let plural = example.verb.plural
            let table = try fixture.reportFile("\(plural).csv")
            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(fixture.reportFile("night.json").utf8))
                    as? [String: Any])
            #expect((json[plural] as? [Any])?.count == summary.results.proposals.count)
            let proposal = try #require(
                summary.results.proposals.first { !$0.parties.isEmpty })
            for part in proposal.key.parts { #expect(table.contains(part), "\(part)") }
            let name = try #require(proposal.parties[0].name)
            #expect(page.contains(name), "\(name) is not on the page")

            let told = try await fixture.application().publishDigests(from: ledger, jobs: jobs)
            #expect(!told.isEmpty)
            let again = try await fixture.application().publishDigests(from: ledger, jobs: jobs)
            #expect(again.isEmpty, "nobody is told the same twice")

            let outcome = try #require(summary.results.outcomes.first { $0.suggested > 0 })
            let candidate = proposal.key.pair?.candidate ?? proposal.parties[0].member
            let pair = try await fixture.application().explain(
                need: proposal.key.pair?.need ?? outcome.need, candidate: candidate, jobs: jobs,
                on: ledger)
            for language in Language.allCases {
                #expect(pair.outcome.sentence[language]?.isEmpty == false)
            }

            let decision = Decision(.declined, reason: "dates", by: "Nina")
            let taken = try fixture.application().decide(
                decision, on: example.verb.kind, proposal.key, jobs: jobs, on: ledger)
            for language in Language.allCases {
                #expect(taken.consequence[language]?.isEmpty == false)
            }
            #expect(throws: Refusal.self) {
                try fixture.application().decide(
                    decision, on: example.verb.kind, proposal.key, jobs: jobs, on: ledger)
            }
            let next = try await fixture.run(on: ledger, isDryRun: true)
            let returned = next.results.proposals.contains {
                $0.key == proposal.key && $0.basis == proposal.basis && !$0.parties.isEmpty
            }
            #expect(!returned, "what was declined returns only once its basis changes")
        }
    }
}
