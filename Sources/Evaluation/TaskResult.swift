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

/// How often a floor is right on a task.
public struct FloorErrors: Sendable, Codable {
    public let floor: Double
    /// Share of needs with a right answer where none of them reaches the floor.
    public let missed: Double
    /// Share of needs where somebody reaches the floor although every right answer was taken away.
    public let falseAlarms: Double

    public init(task: RankingTask, rankings: [ScoredRanking], floor: Double) {
        var needs = 0
        var missed = 0
        var alarms = 0
        for (need, ranking) in zip(task.needs, rankings) {
            guard let gains = task.gains[need.id] else { continue }
            needs += 1
            let above = ranking.candidates.prefix { $0.score >= floor }
            if !above.contains(where: { gains[$0.id] != nil }) { missed += 1 }
            if above.contains(where: { gains[$0.id] == nil }) { alarms += 1 }
        }
        self.floor = floor
        self.missed = needs > 0 ? Double(missed) / Double(needs) : 0
        falseAlarms = needs > 0 ? Double(alarms) / Double(needs) : 0
    }
}

/// How often pairs of about one score are right.
public struct Reliability: Sendable, Codable {
    /// Lowest score of the pairs; they reach up to a tenth more.
    public let from: Double
    public let pairs: Int
    /// Share of them that is a right answer.
    public let right: Double

    /// By tenths of the score, over the ten best of each need.
    public static func byScore(task: RankingTask, rankings: [ScoredRanking]) -> [Reliability] {
        var counts = [(pairs: Int, right: Int)](repeating: (0, 0), count: 10)
        for (need, ranking) in zip(task.needs, rankings) {
            guard let gains = task.gains[need.id] else { continue }
            for candidate in ranking.candidates.prefix(10) {
                let bin = min(9, max(0, Int(candidate.score * 10)))
                counts[bin].pairs += 1
                if gains[candidate.id] != nil { counts[bin].right += 1 }
            }
        }
        return counts.enumerated().filter { $1.pairs > 0 }.map {
            Reliability(
                from: Double($0) / 10, pairs: $1.pairs, right: Double($1.right) / Double($1.pairs))
        }
    }
}
