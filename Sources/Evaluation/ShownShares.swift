/// Whom a floor shows: how often the first candidate of a need reaches it, right or wrong.
public struct ShownShares: Sendable, Codable {
    public let floor: Double
    /// Of the needs whose first candidate is right, the share that is shown.
    public let right: Double
    /// Of the others, whose first candidate is wrong or that have no right answer, the share that is
    /// shown anybody.
    public let wrong: Double

    public init(task: RankingTask, rankings: [ScoredRanking], floor: Double) {
        var counts = (right: 0, rightShown: 0, wrong: 0, wrongShown: 0)
        for (need, ranking) in zip(task.needs, rankings) {
            let first = ranking.candidates.first
            let isShown = first.map { $0.score >= floor } ?? false
            if let first, task.gains[need.id]?[first.id] != nil {
                counts.right += 1
                counts.rightShown += isShown ? 1 : 0
            } else {
                counts.wrong += 1
                counts.wrongShown += isShown ? 1 : 0
            }
        }
        func share(_ part: Int, _ whole: Int) -> Double {
            whole > 0 ? Double(part) / Double(whole) : 0
        }
        self.floor = floor
        right = share(counts.rightShown, counts.right)
        wrong = share(counts.wrongShown, counts.wrong)
    }

    private init(floor: Double, right: Double, wrong: Double) {
        self.floor = floor
        self.right = right
        self.wrong = wrong
    }

    /// The means over tasks, each task alike; nil where there is none.
    public static func mean(of tasks: [ShownShares]) -> ShownShares? {
        guard !tasks.isEmpty else { return nil }
        func mean(_ share: (ShownShares) -> Double) -> Double {
            tasks.reduce(0) { $0 + share($1) } / Double(tasks.count)
        }
        return ShownShares(floor: mean(\.floor), right: mean(\.right), wrong: mean(\.wrong))
    }
}
