internal import Encoding
public import Evaluation
public import Ledger
internal import Market
internal import Scoring
public import Settings
internal import Verbs

extension Application {
    /// Ranks every candidate for every need of a task as a night would, with the shipped weights.
    ///
    /// Vectors are kept in the ledger as a night keeps them, and the thesaurus that was imported
    /// there is used as a night uses it.
    ///
    /// - Parameters:
    ///   - task: What to rank, and the right answers.
    ///   - holdsOut: Whether names and descriptions that are the very title or text of a need are
    ///     left out of the thesaurus.
    ///   - usesRelations: Whether skills also learn from the occupations of the thesaurus that need
    ///     them, but those that may be a need's own.
    ///   - ledger: Where vectors and thesaurus are.
    public func evaluate(
        _ task: RankingTask, holdsOut: Bool = false, usesRelations: Bool = false,
        on ledger: borrowing Ledger
    ) async throws -> EvaluationResult {
        let market = try ledger.atOneInstant { ledger in
            var relations: [Concept.Scheme: [ConceptRelation]] = [:]
            for scheme in Concept.Scheme.allCases where usesRelations {
                relations[scheme] = try ledger.conceptRelations(of: scheme)
            }
            return TaskMarket(
                task, thesaurus: try ledger.thesaurus(), relations: relations, holdsOut: holdsOut)
        }
        var vectors: MarketVectors?
        if let encoder = try await EncodingChoice(configuration.encoder).encoder {
            let texts = market.texts
            let cache = VectorCache(
                encoder: encoder, keeps: true, asOf: asOf, cancellation: cancellation,
                progress: progress)
            let found = try await cache.vectors(
                of: texts.all, in: ledger, stage: "\(task.name): encode")
            vectors = MarketVectors(
                texts: texts, vectors: found.vectors, positions: found.positions)
        }
        return market.evaluated(
            vectors: vectors, seed: UInt64(bitPattern: Int64(configuration.run.seed))
        ) { done in
            if done == 0 { progress.begin("\(task.name): score", total: market.needCount) }
            progress.advance(to: done)
            if done == market.needCount { progress.end() }
        }
    }

    /// The quartiles of each signal over a job's pairs that pass the hard rules, as a run of this day
    /// would score them.
    ///
    /// - Complexity: that of scoring and explaining every pair.
    public func signalQuantiles(
        of job: JobFile, on ledger: borrowing Ledger
    ) async throws -> [SignalQuantiles] {
        SignalQuantiles.all(in: try await dryRun(of: job, on: ledger).market)
    }

    /// How many texts a second the configured encoder reads; nil where words alone were chosen.
    ///
    /// - Parameter count: Number of labels; a tenth as many texts, at least one.
    public func encodingRates(count: Int) async throws -> [EncodingRate]? {
        guard let encoder = try await EncodingChoice(configuration.encoder).encoder else {
            return nil
        }
        return try await EncodingRate.all(of: encoder, count: count)
    }
}
