internal import Encoding
internal import Hashing
internal import Incremental
public import Ledger
public import Market
internal import Scoring
public import Settings
internal import Solving

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
    /// Whether to judge every pair, also those that did not change since the night before.
    public let isFull: Bool
    /// Whether suggestions that stand as they did are only counted, not explained again.
    public let tellsNewsOnly: Bool
    let encoding: EncodingChoice
    let interruption: Interruption
    let progress: any ProgressDisplay
    /// Weights that decisions taught, where the job uses them and there are any.
    var fit: RecordedFit?

    /// Runs the job on a ledger, and says what came of it.
    public func run(on ledger: borrowing Ledger) async throws -> RunSummary {
        var run = self
        run.fit = try run.fitInForce(on: ledger)
        return try await run.runWithFit(on: ledger)
    }

    private func runWithFit(on ledger: borrowing Ledger) async throws -> RunSummary {
        var stages = StageClock()
        let run = isDryRun ? nil : try ledger.begin(start)
        do {
            try interruption.check()
            let input = try read(from: ledger, &stages)
            try interruption.check()
            let vectors = try await encode(input.snapshot, with: ledger, &stages)
            try interruption.check()
            let scoring = try score(
                input.snapshot, consume vectors, input.baseline, &stages)
            try interruption.check()
            let results = try solve(scoring, input.suggestions, &stages)
            try interruption.check()
            return try write(results, run, to: ledger, &stages)
        } catch {
            let cause: any Error = interruption.signal.map { Interrupted(signal: $0) } ?? error
            if let run { close(run, after: cause, on: ledger) }
            throw cause
        }
    }
}

extension JobRun {
    private var start: RunStart {
        var hasher = Hash.Hasher()
        hasher.combine(field: configuration.fingerprint)
        hasher.combine(field: job.canonical)
        if let fit { hasher.combine(field: "fit \(fit.id) \(fit.dataHash)") }
        if case .form = job.verb { hasher.combine(field: "form \(SolverRevision.form)") }
        return RunStart(
            job: job.name, title: job.title, asOf: asOf, seed: configuration.run.seed,
            programVersion: Program.version, configurationHash: hasher.finish().description,
            weights: policy.weights, fit: fit?.id)
    }

    /// What the ledger reads the job's market with.
    var queries: JobQueries { JobQueries(job) }

    func encode(
        _ snapshot: Snapshot, with ledger: borrowing Ledger, _ stages: inout StageClock
    ) async throws -> MarketVectors? {
        guard let encoder = encoding.encoder else {
            stages.finish("encode", count: 0)
            return nil
        }
        let texts = MarketTexts(of: snapshot)
        let cache = VectorCache(
            encoder: encoder, keeps: !isDryRun, interruption: interruption, progress: progress)
        let found = try await cache.vectors(
            of: texts.all, in: ledger, stage: "\(job.name): encode")
        stages.finish("encode", count: found.encoded)
        return MarketVectors(texts: texts, vectors: found.vectors, places: found.places)
    }

    private func solve(
        _ scoring: ScoringResult, _ standing: [NeedCandidate: StandingSuggestion],
        _ stages: inout StageClock
    ) throws -> RunResults {
        let (scorer, matches) = (scoring.market.scorer, scoring.market.matches)
        let snapshot = scoring.market.snapshot
        var results = RunResults(
            inputHash: scoring.inputHash, setAside: snapshot.setAside)
        results.scores = scoring.cacheUpdate
        switch job.verb {
        case .rank(let rules):
            let ranking = rank(
                snapshot, scorer, matches, rules: rules,
                untouched: scoring.unchanged(among: standing), into: &results)
            results.outcomes = outcomes(
                snapshot, scorer, matches,
                suggested: ranking.suggestions.map { snapshot.needs[$0.need].id }
            ).map { sayingWhoHeard($0, of: snapshot, matches, attention: rules.attention) }
        case .form(let form):
            if let standing = standingBids(of: snapshot, inputHash: results.inputHash) {
                results.bids = standing
            } else {
                let formed = try bids(snapshot, scorer, matches, form)
                results.bids = formed.map(\.bid)
                results.bidSeconds = Dictionary(
                    formed.map { ($0.bid.tender, $0.seconds) }, uniquingKeysWith: { $1 })
            }
            results.outcomes = outcomes(
                snapshot, scorer, matches,
                suggested: results.bids.flatMap { $0.lots.filter(\.isBidFor).map(\.lot) })
        }
        stages.finish("solve", count: results.suggestionCount + results.bids.count)
        results.stages = stages.stages
        return results
    }

    /// The bids that the last run formed, where it read the very same input with the same
    /// configuration, program and solver, and no day of work is gone since: they need not be proven
    /// again, and a search that was stopped by the clock then is not news today. nil where anything
    /// differs.
    private func standingBids(
        of snapshot: Snapshot, inputHash: String
    ) -> [RecordedBid]? {
        guard let night = snapshot.lastNight,
            let last = night.runs.last, last.status == .completed, last.inputHash == inputHash,
            last.configurationHash == start.configurationHash, last.seed == start.seed,
            last.programVersion == Program.version,
            last.asOf == asOf || snapshot.isAlike(on: last.asOf, and: asOf)
        else { return nil }
        return night.bids
    }

    /// What became of each need, given the needs that somebody was suggested for, one entry a
    /// suggestion.
    private func outcomes(
        _ snapshot: Snapshot, _ scorer: Scorer, _ matches: Matches, suggested: [Need.ID]
    ) -> [NeedOutcome] {
        let counts = Dictionary(suggested.map { ($0, 1) }, uniquingKeysWith: +)
        return snapshot.needs.indices.map { index in
            scorer.outcome(
                need: index, in: matches, suggested: counts[snapshot.needs[index].id] ?? 0)
        }
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
            job: job.name, asOf: asOf, results: told, counts: counts, stages: stages.stages)
    }

    /// Says in the books how the run ended. The error that ended it is what the caller hears of;
    /// where the books cannot be reached any more, the next run closes this one.
    private func close(_ run: RunHandle, after cause: any Error, on ledger: borrowing Ledger) {
        if cause is Interrupted {
            try? ledger.interrupt(run, because: "\(cause)")
        } else {
            try? ledger.fail(run, because: "\(cause)")
        }
    }
}

extension JobQueries {
    /// The queries that a job file names.
    init(_ job: JobFile) {
        func file(_ query: JobFile.Query) -> File { File(name: query.name, sql: query.text) }
        self.init(
            job: job.name, needs: file(job.needs), candidates: file(job.candidates),
            tenders: job.tenders.map(file))
    }
}

extension RunCounts {
    /// Rows written: suggestions and bids that are new or changed.
    var written: Int { suggestions.written + bids.written }
}
