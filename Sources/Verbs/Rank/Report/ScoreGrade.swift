/// A score in a word: people compare words, not hundredths.
enum ScoreGrade: String {
    case high, good, possible

    /// From 0.70 high, from 0.40 good, possible below; the job's floor cuts the rest off.
    ///
    /// On the ranking tasks 86 in 100 of the first were right, 65 of the second and 35 of those from
    /// 0.20: see the article on scores in `Scoring`.
    init(_ score: Double) {
        self = score >= 0.7 ? .high : score >= 0.4 ? .good : .possible
    }

    var label: RankLabel {
        switch self {
        case .high: .scoreHigh
        case .good: .scoreGood
        case .possible: .scorePossible
        }
    }
}
