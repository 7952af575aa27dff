public import Market
public import Scoring

/// A ranking task as a market, scored as a run scores one.
///
/// Titles and texts are taken as they are, skills as labels; languages that
/// are not given are guessed from the texts.
public struct TaskMarket: Sendable {
    /// What to rank, and the right answers.
    public let task: RankingTask
    let snapshot: Snapshot
    /// The texts that vectors are made of.
    public let texts: MarketTexts

    /// The market of a task.
    ///
    /// - Parameters:
    ///   - task: What to rank, and the right answers.
    ///   - thesaurus: Concepts whose names titles and skills may bear.
    ///   - relations: Skills of occupations, by which skills are smoothed too. An occupation that needs
    ///     every skill of some need may be that need's own, and is left out.
    ///   - holdsOut: Whether names and descriptions that are the very title or text of a need are left
    ///     out of the thesaurus.
    public init(
        _ task: RankingTask, thesaurus: Thesaurus,
        relations: [Concept.Scheme: [ConceptRelation]] = [:], holdsOut: Bool = false
    ) {
        self.task = task
        var snapshot = Snapshot(task)
        snapshot.thesaurus = thesaurus
        if !relations.isEmpty {
            snapshot.company = Concept.Scheme.allCases.flatMap { scheme in
                snapshot.skills(ofOccupationsIn: relations[scheme] ?? [], scheme)
            }
        }
        if holdsOut { snapshot.thesaurus.leaveOut(snapshot.needs.flatMap { [$0.title, $0.text] }) }
        self.snapshot = snapshot.prepared()
        texts = MarketTexts(of: self.snapshot)
    }

    /// Number of needs.
    public var needCount: Int { snapshot.needs.count }

    /// Ranks every candidate for every need with the shipped weights, by BM25 alone and by vectors
    /// alone, and measures the rankings.
    ///
    /// - Parameters:
    ///   - vectors: Vectors of ``texts``; nil: words alone, and no ranking by vectors alone.
    ///   - seed: Seed of the bootstrap intervals.
    ///   - progress: Called with the number of needs that were scored, from 0 on: twice where there are
    ///     vectors.
    /// - Complexity: as for `Scorer.matches(progress:)`, every candidate retrieved.
    public func evaluated(
        vectors: MarketVectors?, seed: UInt64, progress: (Int) -> Void = { _ in }
    ) -> EvaluationResult {
        let fused = rankings(by: MatchPolicy.shippedWeights, vectors, progress)
        var results = [
            TaskResult(method: "fused", task: task, rankings: fused, seed: seed),
            TaskResult(
                method: "BM25 alone", task: task, rankings: snapshot.rankingsByBM25, seed: seed),
        ]
        if vectors != nil {
            results.append(
                TaskResult(
                    method: "vectors alone", task: task,
                    rankings: rankings(by: [.meaning: 1], vectors, progress), seed: seed))
        }
        let floor = MatchPolicy.shippedFloor.chosen(
            forBests: fused.map { $0.candidates.first?.score ?? 0 })
        return EvaluationResult(
            task: task.name, needs: task.needs.count, candidates: task.candidates.count,
            results: results,
            shown: ShownShares(task: task, rankings: fused, floor: floor),
            floor: FloorErrors(task: task, rankings: fused, floor: floor),
            otherFloors: [0.1, 0.2, 0.3, 0.5].map {
                FloorErrors(task: task, rankings: fused, floor: $0)
            },
            reliability: Reliability.byScore(task: task, rankings: fused))
    }

    private func rankings(
        by weights: [SignalKind: Double], _ vectors: MarketVectors?, _ progress: (Int) -> Void
    ) -> [ScoredRanking] {
        let scorer = Scorer(
            snapshot: snapshot, texts: texts, vectors: vectors,
            policy: MatchPolicy(
                weights: weights, require: [], floor: 0, retrieve: snapshot.candidates.count))
        progress(0)
        return scorer.matches(progress: progress).perNeed.map { matches in
            ScoredRanking(
                candidates: matches.map {
                    (id: snapshot.candidates[$0.candidate].id, score: Double($0.score))
                })
        }
    }
}
