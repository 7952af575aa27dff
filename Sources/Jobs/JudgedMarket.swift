package import Encoding
internal import Incremental
package import Ledger
package import Market
package import Scoring
package import Settings
package import Solving

/// A job's market as a night judges and solves it, with nothing written.
package struct JudgedMarket: Sendable {
    package let job: JobFile
    package let snapshot: Snapshot
    package let scorer: Scorer
    package let matches: Matches
    /// What the night would suggest; empty where the job does not rank.
    package let suggestions: [RecordedSuggestion]
    /// What keeps a match out of a list that has a place for it; nil where the job does not rank.
    package let restraints: Restraints?
}

extension JobRun {
    /// Judges and solves a snapshot, as ``run(on:)`` does.
    func judged(_ snapshot: Snapshot, on ledger: borrowing Ledger) async throws -> JudgedMarket {
        var stages = StageClock()
        let vectors = try await encode(snapshot, with: ledger, &stages)
        let judgement = try score(
            snapshot, consume vectors, try baseline(of: snapshot, on: ledger), &stages)
        let (scorer, matches) = (judgement.market.scorer, judgement.market.matches)
        var results = RunResults(
            inputHash: judgement.inputHash, setAside: snapshot.setAside)
        var restraints: Restraints?
        if case .rank(let rules) = job.verb {
            _ = rank(snapshot, scorer, matches, rules: rules, into: &results)
            restraints = Restraints(
                matches, rules: rules, history: snapshot.history,
                likeness: .skills(in: matches))
        }
        return JudgedMarket(
            job: job, snapshot: snapshot, scorer: scorer, matches: matches,
            suggestions: results.suggestions, restraints: restraints)
    }
}

extension Night {
    /// A job's market, judged and solved as a run of this day would.
    package func judged(
        _ job: JobFile, on ledger: borrowing Ledger
    ) async throws -> JudgedMarket {
        let run = try dryRun(
            of: job, encoding: try await EncodingChoice(configuration.encoder), on: ledger)
        return try await run.judged(try ledger.snapshot(of: run.queries, asOf: asOf), on: ledger)
    }

    /// A job's market with an encoder of the caller's.
    package func judged(
        _ job: JobFile, encoder: any Encoder, on ledger: borrowing Ledger
    ) async throws -> JudgedMarket {
        let run = try dryRun(of: job, encoding: EncodingChoice(encoder), on: ledger)
        return try await run.judged(try ledger.snapshot(of: run.queries, asOf: asOf), on: ledger)
    }

    /// A run that writes nothing.
    func dryRun(
        of job: JobFile, encoding: EncodingChoice, on ledger: borrowing Ledger
    ) throws -> JobRun {
        var run = JobRun(
            job: job, configuration: configuration, asOf: asOf, isDryRun: true, isFull: false,
            tellsNewsOnly: false,
            encoding: encoding, interruption: interruption, progress: progress)
        run.fit = try run.fitInForce(on: ledger)
        return run
    }
}
