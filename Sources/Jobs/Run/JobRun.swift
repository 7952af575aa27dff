internal import Encoding
internal import Hashing
internal import Incremental
public import Ledger
public import Market
internal import Scoring
public import Settings
internal import Verbs

/// One run of one job, from reading to writing: the order of the house's drawing.
///
/// ```
/// Ledger ─▶ Market ─▶ Encoding ─▶ Scoring ─▶ Solving ─▶ Ledger
/// ```
///
/// Everything is read in one transaction, and all results are written in one. Written before the
/// end are only the run's own line, which says that it is under way, and the vectors of texts that
/// were not encoded before: they depend on text and model alone. A run that fails or is stopped
/// leaves the previous results as they were.
public struct JobRun: Sendable {
    public let job: JobFile
    public let configuration: Configuration
    /// The day that the run takes for today.
    public let asOf: Day
    /// Whether to compute everything and write nothing.
    public let isDryRun: Bool
    /// Whether to score every pair, also those that did not change since the night before.
    public let isFull: Bool
    /// Whether suggestions that stand as they did are only counted, not explained again.
    public let tellsNewsOnly: Bool
    /// Whether the run goes on where sources lost most of their rows since the last.
    public let acceptsShrink: Bool
    let encoding: EncodingChoice
    let cancellation: CancellationToken
    let progress: any ProgressDisplay

    /// Runs the job on a ledger, and says what came of it.
    public func run(on ledger: borrowing Ledger) async throws -> RunSummary {
        var stages = StageClock()
        let run = isDryRun ? nil : try ledger.begin(start)
        do {
            try cancellation.check()
            let input = try read(from: ledger, &stages)
            try cancellation.check()
            let texts = MarketTexts(of: input.snapshot)
            let vectors = try await encode(texts, with: ledger, &stages)
            try cancellation.check()
            let scoring = try score(input, texts, consume vectors, &stages)
            try cancellation.check()
            let results = try solve(scoring, input, &stages)
            try cancellation.check()
            return try write(results, run, to: ledger, &stages)
        } catch {
            let cause: any Error = cancellation.cause ?? error
            if let run { close(run, after: cause, on: ledger) }
            throw cause
        }
    }
}

extension JobRun {
    private var start: RunStart {
        RunStart(
            job: job.name, title: job.title, verb: type(of: job.verb).name, asOf: asOf,
            seed: configuration.run.seed, programVersion: Program.version,
            configurationHash: configurationHash(with: nil))
    }

    /// What decides the results beside the market.
    private func settings(with fit: RecordedFit?) -> RunSettings {
        RunSettings(
            configurationHash: configurationHash(with: fit), settingsHash: settingsHash(with: fit),
            weights: job.policy(with: fit).weights, fit: fit?.id)
    }

    /// SHA-256 of the configuration, the job and the weights that decisions taught. In hexadecimal.
    private func configurationHash(with fit: RecordedFit?) -> String {
        var hasher = Hash.Hasher()
        hasher.combine(field: configuration.fingerprint)
        hasher.combine(field: job.canonical)
        if let fit { hasher.combine(field: "fit \(fit.id) \(fit.dataHash)") }
        return hasher.finish().description
    }

    /// SHA-256 of what decides the results beside what is read: the program that solves, and settings
    /// that are no decoration. In hexadecimal.
    private func settingsHash(with fit: RecordedFit?) -> String {
        var hasher = Hash.Hasher()
        hasher.combine(field: Program.version)
        if let verb = try? job.solver() {
            hasher.combine(field: "\(type(of: verb).name) \(type(of: verb).revision)")
        }
        hasher.combine(field: configuration.deciding)
        hasher.combine(field: job.deciding)
        if let fit { hasher.combine(field: "fit \(fit.id) \(fit.dataHash)") }
        return hasher.finish().description
    }

    func encode(
        _ texts: MarketTexts, with ledger: borrowing Ledger, _ stages: inout StageClock
    ) async throws -> MarketVectors? {
        guard let encoder = encoding.encoder else {
            stages.finish("encode", count: 0)
            return nil
        }
        let cache = VectorCache(
            encoder: encoder, keeps: !isDryRun, asOf: asOf, cancellation: cancellation,
            progress: progress)
        let found = try await cache.vectors(
            of: texts.all, in: ledger, stage: "\(job.name): encode")
        stages.finish("encode", count: found.encoded)
        return MarketVectors(texts: texts, vectors: found.vectors, positions: found.positions)
    }

    private func solve(
        _ scoring: ScoringResult, _ input: RunInput, _ stages: inout StageClock
    ) throws -> RunResults {
        let market = scoring.market
        let verb = try job.solver()
        let settings = settings(with: input.fit)
        let untouched = scoring.unchanged(among: input.inForce).map { ($0.value.key, $0.value) }
        let solution = try verb.solve(
            market,
            in: context(
                untouched: Dictionary(uniqueKeysWithValues: untouched),
                last: try lastProposals(
                    of: verb, market.snapshot, scoring.inputHash, settings.settingsHash)))
        var results = RunResults(
            solution, inputHash: scoring.inputHash, setAside: market.snapshot.setAside)
        results.settings = settings
        results.scores = scoring.cacheUpdate
        results.rowsRead = market.snapshot.rowsRead
        stages.finish("solve", count: results.proposalCount)
        results.stages = stages.stages
        return results
    }

    /// What the verb is given beside the market.
    func context(
        untouched: [Proposal.Key: ProposalInForce] = [:], last: [Proposal]? = nil
    ) -> SolvingContext {
        SolvingContext(
            job: job, asOf: asOf, seconds: configuration.solve.seconds,
            seed: configuration.run.seed, highs: configuration.solve.highs, untouched: untouched,
            last: last, progress: progress,
            checkCancellation: { [cancellation] in try cancellation.check() },
            onStop: { [cancellation] action in
                let token = cancellation.onStop(action)
                return { cancellation.remove(token) }
            })
    }

    /// What the last run proposed, where it read the very same with the same settings and program, and
    /// the verb finds the same on both days: it need not be proven again, and a search that was stopped
    /// by the clock then is not news today. nil where anything differs.
    private func lastProposals(
        of verb: any Verb, _ snapshot: Snapshot, _ inputHash: String, _ settingsHash: String
    ) throws -> [Proposal]? {
        guard let record = snapshot.lastRun, let last = record.runs.last,
            last.status == .completed, last.inputHash == inputHash,
            last.settingsHash == settingsHash,
            try last.asOf == asOf || verb.isAlike(snapshot, on: last.asOf, and: asOf)
        else { return nil }
        return record.proposals
    }

    private func write(
        _ results: RunResults, _ run: RunHandle?, to ledger: borrowing Ledger,
        _ stages: inout StageClock
    ) throws -> RunSummary {
        let counts = try run.map { run throws(LedgerError) in
            try ledger.complete(run, with: results, peakBytes: StageClock.peakBytes)
        }
        stages.finish("write", count: counts?.written ?? 0)
        var told = results
        told.scores = nil
        return RunSummary(
            job: job.name, run: run?.id, verb: try job.solver(), asOf: asOf, results: told,
            counts: counts, stages: stages.stages)
    }

    /// Says in the books how the run ended. The error that ended it is what the caller hears of;
    /// where the books cannot be reached any more, the next run closes this one.
    private func close(_ run: RunHandle, after cause: any Error, on ledger: borrowing Ledger) {
        if cause is Cancelled {
            try? ledger.interrupt(run, because: "\(cause)")
        } else {
            try? ledger.fail(run, because: "\(cause)")
        }
    }
}

extension JobQueries {
    /// The queries that a job file names, and what its verb builds on.
    init(_ job: JobFile) throws {
        self.init(
            job: job.name, needs: File(job.needs), candidates: File(job.candidates),
            tenders: job.further["tenders"].map(File.init),
            exclusions: job.exclusions.map(File.init),
            records: try job.solver().records, declined: job.match.declinedFor)
    }
}

extension RunResults {
    /// What a verb found, to be written.
    init(_ solution: Solution, inputHash: String, setAside: [SetAside]) {
        self.init(
            inputHash: inputHash, proposals: solution.proposals, seconds: solution.seconds,
            outcomes: solution.outcomes, setAside: setAside, skills: solution.skills)
        unchanged = solution.unchanged
        departures = solution.departures
        waits = solution.waits
        figures = solution.figures
    }
}
