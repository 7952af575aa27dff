/// How often pairs of about one score are right.
public struct Reliability: Sendable, Codable {
    /// Lowest score of the pairs; they reach up to a tenth more.
    public let from: Double
    public let pairs: Int
    /// Mean score of the pairs.
    public let score: Double
    /// Share of them that is a right answer.
    public let right: Double

    /// By tenths of the score, over the ten best of each need.
    public static func byScore(task: RankingTask, rankings: [ScoredRanking]) -> [Reliability] {
        var tenths = [Tenth](repeating: Tenth(), count: 10)
        for (need, ranking) in zip(task.needs, rankings) {
            guard let gains = task.gains[need.id] else { continue }
            for candidate in ranking.candidates.prefix(10) {
                let tenth = min(9, max(0, Int(candidate.score * 10)))
                tenths[tenth].pairs += 1
                tenths[tenth].score += candidate.score
                if gains[candidate.id] != nil { tenths[tenth].right += 1 }
            }
        }
        return Reliability.table(tenths)
    }

    /// The pairs of several tasks together, each pair alike.
    public static func pooled(_ tables: [[Reliability]]) -> [Reliability] {
        var tenths = [Tenth](repeating: Tenth(), count: 10)
        for row in tables.joined() {
            let tenth = min(9, max(0, Int((row.from * 10).rounded())))
            tenths[tenth].pairs += row.pairs
            tenths[tenth].score += row.score * Double(row.pairs)
            tenths[tenth].right += row.right * Double(row.pairs)
        }
        return Reliability.table(tenths)
    }

    /// How far scores are from the share that is right: the mean distance of both over the tenths
    /// of a table, each by its pairs (expected calibration error; Naeini, Cooper & Hauskrecht,
    /// 2015).
    public static func error(of table: [Reliability]) -> Double {
        let pairs = table.reduce(0) { $0 + $1.pairs }
        guard pairs > 0 else { return 0 }
        return table.reduce(0) { $0 + Double($1.pairs) * abs($1.score - $1.right) } / Double(pairs)
    }

    /// Pairs of a tenth, with the sums of their scores and of the right ones.
    private struct Tenth {
        var pairs = 0
        var score = 0.0
        var right = 0.0
    }

    private static func table(_ tenths: [Tenth]) -> [Reliability] {
        tenths.enumerated().filter { $1.pairs > 0 }.map { index, tenth in
            Reliability(
                from: Double(index) / 10, pairs: tenth.pairs,
                score: tenth.score / Double(tenth.pairs), right: tenth.right / Double(tenth.pairs))
        }
    }
}
