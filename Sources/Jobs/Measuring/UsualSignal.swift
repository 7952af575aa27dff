public import Ledger
public import Market
internal import Scoring
public import Settings

/// What a signal is worth in the pairs of a job that pass its hard rules.
public struct UsualSignal: Sendable, Codable {
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

extension Application {
    /// What each signal is worth in a job's pairs that pass the hard rules, in the order of
    /// `SignalKind`, as a run of this day would score them.
    ///
    /// - Complexity: that of scoring and explaining every pair.
    public func usualSignals(
        of job: JobFile, on ledger: borrowing Ledger
    ) async throws -> [UsualSignal] {
        let market = try await dryRun(of: job, on: ledger).market
        var values: [SignalKind: [Double]] = [:]
        for need in market.snapshot.needs.indices {
            let everybody = Array(market.snapshot.candidates.indices)
            for pair in market.scorer.explain(need: need, candidates: everybody)
            where pair.exclusions.isEmpty {
                for signal in pair.signals { values[signal.kind, default: []].append(signal.value) }
            }
        }
        return SignalKind.allCases.compactMap { UsualSignal($0, values: values[$0] ?? []) }
    }
}
