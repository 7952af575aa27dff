public import Market

/// What speaks for and against one pair, whatever its score.
public struct Explanation: Sendable, Hashable {
    /// Signals that apply, in the order of `SignalKind`. Their weights add up to 1, or are all 0
    /// where nothing is known of the content of the pair.
    public let signals: [Signal]
    /// Fused score, 0 … 1: the sum of the signals by their weights.
    public let fused: Double
    /// Score, 0 … 1: how likely the candidate answers the need. It rises with the signals' values
    /// times their weights, and with nothing else for one need: see <doc:WhatScoresMean>.
    public let score: Double
    /// Hard rules that the pair fails, in the order of `Exclusion.Rule`.
    public let exclusions: [Exclusion]
    /// SHA-256 of what the pair is scored on, in hexadecimal.
    public let basis: String

    public init(
        signals: [Signal], fused: Double, score: Double, exclusions: [Exclusion], basis: String
    ) {
        self.signals = signals
        self.fused = fused
        self.score = score
        self.exclusions = exclusions
        self.basis = basis
    }
}
