package import Encoding
internal import Incremental
package import Ledger
package import Market
package import Scoring
package import Settings
package import Verbs

/// A job's market as a run scores it, with nothing written, and what to ask its verb with.
package struct DryRun: Sendable {
    package let job: JobFile
    package let market: ScoredMarket
    package let context: SolvingContext
    /// Number of the fit that the weights were taken from; nil where they are the job file's.
    package let fit: RecordedFit.ID?
}

extension JobRun {
    /// Scores a snapshot, as ``run(on:)`` does.
    func dryRun(of snapshot: Snapshot, on ledger: borrowing Ledger) async throws -> DryRun {
        var stages = StageClock()
        let vectors = try await encode(snapshot, with: ledger, &stages)
        let scoring = try score(
            snapshot, consume vectors, try baseline(of: snapshot, on: ledger), &stages)
        return DryRun(job: job, market: scoring.market, context: context(), fit: fit?.id)
    }
}

extension Application {
    /// What a job's queries read now.
    package func snapshot(of job: JobFile, on ledger: borrowing Ledger) throws -> Snapshot {
        try ledger.snapshot(of: try JobQueries(job), asOf: asOf)
    }

    /// A job's market, scored as a run of this day would.
    ///
    /// - Parameters:
    ///   - snapshot: What to score; nil: what the job's queries read now.
    package func dryRun(
        of job: JobFile, snapshot: Snapshot? = nil, on ledger: borrowing Ledger
    ) async throws -> DryRun {
        try await dryRun(
            of: job, snapshot: snapshot, with: EncodingChoice(configuration.encoder), on: ledger)
    }

    /// A job's market as its queries read it now, scored with an encoder of the caller's.
    package func dryRun(
        of job: JobFile, encoder: any Encoder, on ledger: borrowing Ledger
    ) async throws -> DryRun {
        try await dryRun(of: job, snapshot: nil, with: EncodingChoice(encoder), on: ledger)
    }

    private func dryRun(
        of job: JobFile, snapshot: Snapshot?, with encoding: EncodingChoice,
        on ledger: borrowing Ledger
    ) async throws -> DryRun {
        var run = JobRun(
            job: job, configuration: configuration, asOf: asOf, isDryRun: true, isFull: false,
            tellsNewsOnly: false, encoding: encoding, cancellation: cancellation,
            progress: progress)
        run.fit = try run.fitInForce(on: ledger)
        let market = try snapshot ?? self.snapshot(of: job, on: ledger)
        return try await run.dryRun(of: market, on: ledger)
    }
}
