/// A need and a candidate that pass every hard rule, with a score at or above the floor.
public struct Match: Sendable, Hashable {
    private let needIndex: Int32
    private let candidateIndex: Int32
    /// How likely the candidate answers the need, 0 … 1.
    public let score: Float

    /// A match of the need and the candidate at these places in the snapshot.
    public init(need: Int, candidate: Int, score: Float) {
        needIndex = Int32(need)
        candidateIndex = Int32(candidate)
        self.score = score
    }

    /// Place of the need among the snapshot's needs.
    public var need: Int { Int(needIndex) }
    /// Place of the candidate among the snapshot's candidates.
    public var candidate: Int { Int(candidateIndex) }
}
