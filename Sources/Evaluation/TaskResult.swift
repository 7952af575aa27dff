/// Rankings of all needs of a task under one way of scoring.
public struct ScoredRanking: Sendable {
    /// Candidates with their scores, best first; those that are missing come last.
    public let candidates: [(id: String, score: Double)]

    public init(candidates: [(id: String, score: Double)]) {
        self.candidates = candidates
    }
}

/// What one way of scoring reaches on a task.
public struct TaskResult: Sendable, Codable {
    public let method: String
    public let ndcg10: Estimate
    public let mrr10: Estimate
    public let hit1: Estimate
    public let recall100: Estimate

    /// Measures rankings, one a need in the order of the task; needs without a right answer are
    /// left out.
    public init(method: String, task: RankingTask, rankings: [ScoredRanking], seed: UInt64) {
        let measures = zip(task.needs, rankings).compactMap { need, ranking in
            task.gains[need.id].map {
                RankingMeasures(ranking: ranking.candidates.map(\.id), gains: $0)
            }
        }
        self.method = method
        ndcg10 = Estimate(of: measures.map(\.ndcg10), seed: seed)
        mrr10 = Estimate(of: measures.map(\.mrr10), seed: seed)
        hit1 = Estimate(of: measures.map(\.hit1), seed: seed)
        recall100 = Estimate(of: measures.map(\.recall100), seed: seed)
    }
}
