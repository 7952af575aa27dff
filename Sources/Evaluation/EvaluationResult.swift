/// What the shipped scoring reaches on a ranking task, and what plain methods do.
public struct EvaluationResult: Sendable, Codable {
    public let task: String
    public let needs: Int
    public let candidates: Int
    /// The fused score first, then BM25 alone and vectors alone.
    public let results: [TaskResult]
    /// Whom the shipped floor shows.
    public let shown: ShownShares
    public let floor: FloorErrors
    /// The same for other floors.
    public let otherFloors: [FloorErrors]
    public let reliability: [Reliability]
}
