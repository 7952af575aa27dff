internal import Foundation

/// How good the ranking of one need is, each measure 0 … 1.
public struct RankingMeasures: Sendable, Hashable, Codable {
    /// Normalised discounted cumulative gain of the first ten, with gains 2ᵍ − 1 (Järvelin &
    /// Kekäläinen, 2002; Burges et al., 2005).
    public let ndcg10: Double
    /// One over the place of the first right answer among the first ten, else 0.
    public let mrr10: Double
    /// Whether the first is a right answer.
    public let hit1: Double
    /// Share of the right answers among the first hundred.
    public let recall100: Double

    /// Measures one ranking.
    ///
    /// - Parameters:
    ///   - ranking: Candidates, best first.
    ///   - gains: Gain of each right candidate, above 0.
    public init(ranking: [String], gains: [String: Int]) {
        func gain(_ level: Int) -> Double { pow(2, Double(level)) - 1 }
        func discount(_ position: Int) -> Double { 1 / log2(Double(position + 2)) }
        let ten = ranking.prefix(10).map { gains[$0] ?? 0 }
        let best = gains.values.sorted(by: >).prefix(10)
        let ideal = best.enumerated().reduce(0) { $0 + gain($1.element) * discount($1.offset) }
        let found = ten.enumerated().reduce(0) { $0 + gain($1.element) * discount($1.offset) }
        ndcg10 = ideal > 0 ? found / ideal : 0
        mrr10 = ten.firstIndex { $0 > 0 }.map { 1 / Double($0 + 1) } ?? 0
        hit1 = (ten.first ?? 0) > 0 ? 1 : 0
        let hundred = ranking.prefix(100).count { gains[$0] != nil }
        recall100 = gains.isEmpty ? 0 : Double(hundred) / Double(gains.count)
    }
}

/// The mean of a measure over needs, with its 95 % interval.
public struct Estimate: Sendable, Hashable, Codable {
    public let mean: Double
    public let low: Double
    public let high: Double

    /// The percentile bootstrap (Efron, 1979) over 1,000 draws of the needs, seeded.
    ///
    /// - Complexity: O(1,000 × *values*).
    public init(of values: [Double], seed: UInt64) {
        guard !values.isEmpty else {
            (mean, low, high) = (0, 0, 0)
            return
        }
        mean = values.reduce(0, +) / Double(values.count)
        var random = SplitMix64(state: seed)
        let means = (0..<1_000).map { _ in
            var sum = 0.0
            for _ in values.indices {
                sum += values[Int.random(in: values.indices, using: &random)]
            }
            return sum / Double(values.count)
        }
        .sorted()
        (low, high) = (means[25], means[974])
    }
}

/// SplitMix64 (Steele, Lea & Flood, 2014).
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
