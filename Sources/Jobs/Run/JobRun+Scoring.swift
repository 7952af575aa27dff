internal import Encoding
internal import Incremental
internal import Ledger
internal import Market
internal import Scoring
internal import Settings
internal import Verbs

/// What a run reads, seen at one instant.
struct RunInput: Sendable {
    let snapshot: Snapshot
    /// Weights that decisions taught, where the job uses them and there are any.
    let fit: RecordedFit?
    /// The cache of the run before, and what changed since.
    let baseline: ScoringBaseline
    /// Proposals of single pairs in force; none where everything is worded anyway.
    let inForce: [NeedCandidate: ProposalInForce]

    /// Prepares a snapshot, and reads what belongs to it, in the transaction that it was read in.
    ///
    /// - Parameters:
    ///   - snapshot: What the job's queries read.
    ///   - job: Whose market it is.
    ///   - isWordingNewsOnly: Whether proposals that stand as they did are not worded anew.
    ///   - ledger: The ledger, in that transaction.
    init(
        _ snapshot: Snapshot, of job: JobFile, isWordingNewsOnly: Bool,
        from ledger: borrowing Ledger
    ) throws {
        let snapshot = snapshot.prepared(mentions: job.match.mentioned != .ignored)
        self.snapshot = snapshot
        fit = try job.fitInForce(on: ledger)
        let inForce = isWordingNewsOnly ? try ledger.proposalsInForce(of: job.name) : [:]
        self.inForce = Dictionary(
            inForce.values.compactMap { proposal in proposal.key.pair.map { ($0, proposal) } },
            uniquingKeysWith: { first, _ in first })
        baseline = try ScoringBaseline(
            of: snapshot, cache: try ledger.scoringCache(of: job.name)
        ) {
            try ledger.cachedTraits(of: job.name, numbers: $0)
        }
    }
}

extension JobRun {
    /// Reads all that a run needs in one transaction.
    func read(
        from ledger: borrowing Ledger, _ stages: inout StageClock
    ) throws -> RunInput {
        progress.begin("\(job.name): read", total: nil)
        defer { progress.end() }
        let input = try ledger.atOneInstant { ledger in
            let queries = try JobQueries(job)
            let snapshot = try ledger.snapshot(of: queries, asOf: asOf)
            try requireRows(of: queries, in: snapshot, on: ledger)
            return try RunInput(
                snapshot, of: job, isWordingNewsOnly: tellsNewsOnly, from: ledger)
        }
        stages.finish(
            "read", count: input.snapshot.needs.count + input.snapshot.candidates.count)
        return input
    }

    /// - Throws: ``SourcesShrunk`` where less was read than the last run leaves reason to expect.
    private func requireRows(
        of queries: JobQueries, in snapshot: Snapshot, on ledger: borrowing Ledger
    ) throws {
        guard !acceptsShrink else { return }
        let share = configuration.run.shrink
        let shrinkages = try ledger.shrinkages(
            of: queries, in: snapshot, asOf: asOf, losing: share)
        guard shrinkages.isEmpty else {
            throw SourcesShrunk(shrinkages: shrinkages, share: share)
        }
    }

    /// Scores a snapshot, as far as the run before did not.
    func score(
        _ input: RunInput, _ texts: MarketTexts, _ vectors: consuming MarketVectors?,
        _ stages: inout StageClock
    ) throws -> ScoringResult {
        progress.begin("\(job.name): score", total: input.snapshot.needs.count)
        defer { progress.end() }
        let model = encoding.encoder?.model
        let result = try Incremental.score(
            input.snapshot, texts: texts, vectors: consume vectors,
            policy: job.policy(with: input.fit),
            context: ScoringContext(
                asOf: asOf, program: Program.version, model: model?.name ?? "words",
                dimension: model?.dimension ?? 0),
            baseline: input.baseline, isFull: isFull
        ) { progress.advance(to: $0) }
        stages.finish("score", count: result.pairs)
        return result.above(job.match.floor)
    }
}
