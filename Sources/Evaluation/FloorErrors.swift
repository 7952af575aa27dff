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

    private init(floor: Double, missed: Double, falseAlarms: Double) {
        self.floor = floor
        self.missed = missed
        self.falseAlarms = falseAlarms
    }

    /// The means of both shares over tasks of one floor, each task alike; nil where there is none.
    public static func mean(of tasks: [FloorErrors]) -> FloorErrors? {
        tasks.first.map { first in
            FloorErrors(
                floor: first.floor,
                missed: tasks.reduce(0) { $0 + $1.missed } / Double(tasks.count),
                falseAlarms: tasks.reduce(0) { $0 + $1.falseAlarms } / Double(tasks.count))
        }
    }
}
