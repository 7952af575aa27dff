import Foundation
import Jobs
import Ledger
import Market
import TestSupport
import Testing
import Verbs

/// Pairs that a job's `exclusions:` rules out, from the query to what `why-not` says.
@Suite struct ExclusionsTests {
    @Test(arguments: [VerbExample.rank, .assign])
    func `a pair that is excluded is not proposed again, and why says the reason`(
        example: VerbExample
    ) async throws {
        try await VerbFixture.with(example) { fixture, ledger in
            let before = try await fixture.run(on: ledger)
            let pair = try #require(before.results.proposals.first?.key.pair)
            let file = fixture.folder.appending(path: "jobs/missions.yaml")
            let job = try String(contentsOf: file, encoding: .utf8)
            try Data(
                job.replacing("\nneeds:", with: "\nexclusions: sql/asked.sql\nneeds:").utf8
            ).write(to: file)
            try Data(
                """
                SELECT '\(pair.need)' AS need, '\(pair.candidate)' AS candidate,
                    '{"fr": "déjà sollicitée", "en": "asked last week"}'::jsonb AS reason
                """.utf8
            ).write(to: fixture.folder.appending(path: "jobs/sql/asked.sql"))
            for isDryRun in [true, false] {
                let after = try await fixture.run(on: ledger, isDryRun: isDryRun)
                #expect(!after.results.proposals.isEmpty)
                #expect(!after.results.proposals.contains { $0.key.pair == pair })
            }
            let why = try await fixture.application().explain(
                need: pair.need, candidate: pair.candidate, jobs: try fixture.jobs(), on: ledger)
            #expect(why.exclusions.map(\.exclusion.rule) == [.exclusions])
            #expect(
                why.exclusions.first?.sentence[.english]
                    == "The platform does not want this pair to be suggested: asked last week.")
            // Without the query the pair returns.
            try Data(job.utf8).write(to: file)
            let back = try await fixture.run(on: ledger)
            #expect(back.results.proposals.map(\.key) == before.results.proposals.map(\.key))
        }
    }
}
