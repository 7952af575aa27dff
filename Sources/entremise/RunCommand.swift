import ArgumentParser
import Foundation
import Jobs
import Ledger
import Market
import Settings
import Verbs

/// `entremise run`.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run jobs: read, score, solve, and write suggestions.",
        discussion: """
            Without a name, every job of the folder runs, one after another; a job that fails does \
            not keep the next from running. Each reads everything in one transaction and writes \
            everything in one transaction: a run that is cut short leaves the last results as they \
            were.

            EXIT CODES
            \(Jobs.ExitCode.allCases.map { "  \($0.rawValue)\t\($0.meaning)" }.joined(separator: "\n"))
            """)

    @Argument(help: ArgumentHelp("Jobs to run, by name.", valueName: "job"))
    var jobs: [String] = []
    @Flag(name: .long, help: "Compute everything and write nothing.")
    var dryRun = false
    @Flag(
        name: .long,
        help: """
            Judge every pair, also those of which neither side changed since the night before; what \
            comes of it is the same.
            """)
    var full = false
    @Flag(
        name: .long,
        help: """
            Go on where the needs, the candidates or another source of a job are gone, or lost more of \
            their rows since its last run than run.shrink allows.
            """)
    var acceptShrink = false
    @OptionGroup var day: DayOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let cancellation = CancellationToken()
        let handler = SignalHandler(cancellation: cancellation)
        defer { handler.stop() }
        let application = try options.application(asOf: day.asOf, cancellation: cancellation)
        let deadline = Deadline(
            minutes: application.configuration.run.deadline, cancellation: cancellation)
        defer { deadline.stop() }
        let jobs = try application.jobs(named: jobs)
        let ledger = try application.openLedger()
        var summaries: [RunSummary] = []
        let results = try await application.run(
            jobs, on: ledger, isDryRun: dryRun, isFull: full, tellsNewsOnly: !output.json,
            acceptsShrink: acceptShrink
        ) {
            job, result in
            switch result {
            case .success(let summary):
                summaries.append(summary)
                if !output.json, let line = try? summary.line { print(line) }
            case .failure(let error):
                Failure.complain("\(job.name): \(error)")
            }
        }
        if output.json { try printJSON(summaries.map { try RunSummary.Printed($0) }) }
        for case .failure(let error) in results {
            throw SilentFailure(code: Failure.code(for: error).rawValue)
        }
    }
}

extension RunSummary {
    /// A run as `--json` prints it. Times and memory stand apart from the results, which are the
    /// same bytes for the same input.
    struct Printed: Encodable {
        let job: String
        let asOf: Day
        let inputHash: String
        let outcomes: [NeedOutcome]
        let setAside: [SetAside]
        let stages: [RecordedRun.Stage]
        /// What each verb makes, by the key that lists it: nothing for verbs of other jobs.
        let found: [String: any Encodable]

        init(_ summary: RunSummary) throws {
            job = summary.job
            asOf = summary.asOf
            inputHash = summary.results.inputHash
            outcomes = summary.results.outcomes
            setAside = summary.results.setAside
            stages = summary.stages
            found = try VerbRegistry.printed(summary.results, of: summary.verb)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: NamedKey.self)
            try container.encode(job, forKey: "job")
            try container.encode(asOf, forKey: "asOf")
            try container.encode(inputHash, forKey: "inputHash")
            try container.encode(outcomes, forKey: "outcomes")
            try container.encode(setAside, forKey: "setAside")
            try container.encode(stages, forKey: "stages")
            for (key, value) in found { try container.encode(value, forKey: NamedKey(key)) }
        }
    }
}
