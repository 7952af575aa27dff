/// A need and a candidate that pass every hard rule, with a score at or above the floor.
public struct Match: Sendable, Hashable {
    private let needIndex: Int32
    private let candidateIndex: Int32
    /// Probability that the candidate answers the need, 0 … 1.
    public let score: Float
    /// The fused score in units of 0.00001, to which it is rounded.
    private let fusedUnits: Int32

    /// A match of the need and the candidate at these indices in the snapshot.
    ///
    /// - Parameters:
    ///   - need: Index of the need.
    ///   - candidate: Index of the candidate.
    ///   - score: Probability, 0 … 1.
    ///   - fused: Fused score, 0 … 1, rounded to 0.00001.
    public init(need: Int, candidate: Int, score: Float, fused: Double) {
        needIndex = Int32(need)
        candidateIndex = Int32(candidate)
        self.score = score
        fusedUnits = Int32((fused * 100_000).rounded())
    }

    /// Index of the need in the snapshot's needs.
    public var need: Int { Int(needIndex) }
    /// Index of the candidate in the snapshot's candidates.
    public var candidate: Int { Int(candidateIndex) }

    /// The fused score before calibration, 0 … 1: the sum of the signals by their weights.
    ///
    /// A team is put together by it. There somebody must do the work, and how likely it is that
    /// chance alone brought a candidate near does not matter.
    public var fused: Double { Double(fusedUnits) / 100_000 }
}
