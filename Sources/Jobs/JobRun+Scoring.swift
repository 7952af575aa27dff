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
    /// The cache of the run before, and what changed since.
    let baseline: ScoringBaseline
    /// Proposals of single pairs in force; none where everything is worded anyway.
    let inForce: [NeedCandidate: ProposalInForce]
}

extension JobRun {
    /// Reads all that a run needs in one transaction.
    func read(
        from ledger: borrowing Ledger, _ stages: inout StageClock
    ) throws -> RunInput {
        progress.begin("\(job.name): read", total: nil)
        defer { progress.end() }
        let input = try ledger.atOneInstant { ledger in
            let snapshot = try ledger.snapshot(of: try queries, asOf: asOf)
            let inForce = tellsNewsOnly ? try ledger.proposalsInForce(of: job.name) : [:]
            return RunInput(
                snapshot: snapshot, baseline: try baseline(of: snapshot, on: ledger),
                inForce: Dictionary(
                    inForce.values.compactMap { proposal in
                        proposal.key.pair.map { ($0, proposal) }
                    }, uniquingKeysWith: { first, _ in first }))
        }
        stages.finish(
            "read", count: input.snapshot.needs.count + input.snapshot.candidates.count)
        return input
    }

    /// The cache of the run before, and what changed in a snapshot since.
    func baseline(
        of snapshot: Snapshot, on ledger: borrowing Ledger
    ) throws -> ScoringBaseline {
        try ledger.atOneInstant { ledger in
            try ScoringBaseline(of: snapshot, cache: try ledger.scoringCache(of: job.name)) {
                try ledger.cachedTraits(of: job.name, numbers: $0)
            }
        }
    }

    /// Scores a snapshot, as far as the run before did not.
    func score(
        _ snapshot: Snapshot, _ vectors: consuming MarketVectors?, _ baseline: ScoringBaseline,
        _ stages: inout StageClock
    ) throws -> ScoringResult {
        progress.begin("\(job.name): score", total: snapshot.needs.count)
        defer { progress.end() }
        let model = encoding.encoder?.model
        let result = try Incremental.score(
            snapshot, vectors: consume vectors, policy: policy,
            context: ScoringContext(
                asOf: asOf, program: Program.version, model: model?.name ?? "words",
                dimension: model?.dimension ?? 0),
            baseline: baseline, isFull: isFull
        ) { progress.advance(to: $0) }
        stages.finish("score", count: result.pairs)
        return result.above(job.match.floor)
    }
}
