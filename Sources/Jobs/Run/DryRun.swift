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
    /// Scores what was read, as ``run(on:)`` does.
    fileprivate func dryRun(of input: RunInput, on ledger: borrowing Ledger) async throws -> DryRun
    {
        var stages = StageClock()
        let texts = MarketTexts(of: input.snapshot)
        let vectors = try await encode(texts, with: ledger, &stages)
        let scoring = try score(input, texts, consume vectors, &stages)
        return DryRun(job: job, market: scoring.market, context: context(), fit: input.fit?.id)
    }
}

extension Application {
    /// A job's market, read and scored as a run of this day would.
    package func dryRun(of job: JobFile, on ledger: borrowing Ledger) async throws -> DryRun {
        let input = try read(job, on: ledger)
        return try await dryRun(
            of: input, job, with: EncodingChoice(configuration.encoder, cancellation), on: ledger)
    }

    /// A job's market, read as a run of this day would and scored with an encoder of the caller's.
    package func dryRun(
        of job: JobFile, encoder: any Encoder, on ledger: borrowing Ledger
    ) async throws -> DryRun {
        let input = try read(job, on: ledger)
        return try await dryRun(of: input, job, with: EncodingChoice(encoder), on: ledger)
    }

    /// The market in which something is found, scored as a run of this day would.
    ///
    /// The jobs are read one after another until it is found, everything in one transaction.
    ///
    /// - Parameters:
    ///   - jobs: Jobs to look in, in order.
    ///   - ledger: Where they are read.
    ///   - find: Looks in what a job's queries read, and reads what else is wanted at that instant; nil
    ///     to look in the next job.
    /// - Returns: The market and what was found; nil where no job has it.
    package func dryRun<Found: Sendable>(
        among jobs: [JobFile], on ledger: borrowing Ledger,
        finding find: (JobFile, Snapshot, borrowing Ledger) throws -> Found?
    ) async throws -> (run: DryRun, found: Found)? {
        let read = try ledger.atOneInstant {
            ledger -> (job: JobFile, input: RunInput, found: Found)? in
            for job in jobs {
                let snapshot = try ledger.snapshot(
                    of: try JobQueries(job), asOf: asOf)
                guard let found = try find(job, snapshot, ledger) else { continue }
                let input = try RunInput(
                    snapshot, of: job, isWordingNewsOnly: false, from: ledger)
                return (job, input, found)
            }
            return nil
        }
        guard let read else { return nil }
        let run = try await dryRun(
            of: read.input, read.job, with: EncodingChoice(configuration.encoder, cancellation),
            on: ledger)
        return (run, read.found)
    }

    private func read(_ job: JobFile, on ledger: borrowing Ledger) throws -> RunInput {
        try ledger.atOneInstant { ledger in
            try RunInput(
                try ledger.snapshot(
                    of: try JobQueries(job), asOf: asOf),
                of: job,
                isWordingNewsOnly: false, from: ledger)
        }
    }

    private func dryRun(
        of input: RunInput, _ job: JobFile, with encoding: EncodingChoice,
        on ledger: borrowing Ledger
    ) async throws -> DryRun {
        try await JobRun(
            job: job, configuration: configuration, asOf: asOf, isDryRun: true, isFull: false,
            tellsNewsOnly: false, acceptsShrink: true, encoding: encoding,
            cancellation: cancellation, progress: progress
        ).dryRun(of: input, on: ledger)
    }
}
