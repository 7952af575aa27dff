public import Market
public import Scoring

/// The quartiles of a signal over the pairs of a market that pass its hard rules.
public struct SignalQuantiles: Sendable, Codable {
    public let kind: SignalKind
    /// Pairs in which it applies.
    public let pairs: Int
    /// What a quarter, half and three quarters of them do not exceed.
    public let quarter: Double
    public let median: Double
    public let threeQuarters: Double

    /// Values of the pairs in which it applies; nil for none.
    package init?(_ kind: SignalKind, values: [Double]) {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        func quantile(_ share: Double) -> Double {
            sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
        }
        self.kind = kind
        pairs = values.count
        (quarter, median, threeQuarters) = (quantile(0.25), quantile(0.5), quantile(0.75))
    }
}

extension SignalQuantiles {
    /// The quartiles of each signal that applies to any pair, in the order of `SignalKind`.
    ///
    /// - Complexity: that of explaining every pair.
    public static func all(in market: ScoredMarket) -> [SignalQuantiles] {
        var values: [SignalKind: [Double]] = [:]
        let everybody = Array(market.snapshot.candidates.indices)
        for need in market.snapshot.needs.indices {
            for pair in market.scorer.explain(need: need, candidates: everybody)
            where pair.exclusions.isEmpty {
                for signal in pair.signals { values[signal.kind, default: []].append(signal.value) }
            }
        }
        return SignalKind.allCases.compactMap { SignalQuantiles($0, values: values[$0] ?? []) }
    }
}
