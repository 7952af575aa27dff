public import Market

/// A suggestion that somebody accepted or declined, with what was known of the pair at the time.
public struct DecidedPair: Sendable, Hashable {
    public let need: Need.ID
    public let candidate: Candidate.ID
    /// Accepted, or declined.
    public let isAccepted: Bool
    /// Signals as the run recorded them: values 0 … 1, weights as they counted for this pair.
    public let signals: [Signal]
    /// The weights that the run fused signals with, before they were fitted to the pair: 0 or more,
    /// only their proportions matter.
    public let weights: [SignalKind: Double]

    public init(
        need: Need.ID, candidate: Candidate.ID, isAccepted: Bool, signals: [Signal],
        weights: [SignalKind: Double]
    ) {
        self.need = need
        self.candidate = candidate
        self.isAccepted = isAccepted
        self.signals = signals
        self.weights = weights
    }

    /// Whether every number makes sense: finite, values from 0 to 1, weights not below 0.
    var isSound: Bool {
        signals.allSatisfy {
            (0...1).contains($0.value) && $0.weight.isFinite && $0.weight >= 0
        } && weights.values.allSatisfy { $0.isFinite && $0 >= 0 }
            && signals.contains { $0.weight > 0 }
    }
}

extension [SignalKind: Double] {
    /// The same proportions adding up to 1, kinds without weight left out; empty where none has any.
    public var asShares: [SignalKind: Double] {
        let positive = filter { $0.value.isFinite && $0.value > 0 }
        let total = SignalKind.allCases.reduce(0) { $0 + (positive[$1] ?? 0) }
        return total > 0 ? positive.mapValues { $0 / total } : [:]
    }
}
