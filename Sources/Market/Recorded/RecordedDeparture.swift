/// A suggestion of the night before that a run did not make again, and why.
public struct RecordedDeparture: Sendable, Hashable, Codable {
    public let job: String
    public let need: Need.ID
    public let candidate: Candidate.ID
    /// As people read the member's name.
    public let memberName: String
    public let reason: RankTrade.Departure

    public init(
        job: String, need: Need.ID, candidate: Candidate.ID, memberName: String,
        reason: RankTrade.Departure
    ) {
        self.job = job
        self.need = need
        self.candidate = candidate
        self.memberName = memberName
        self.reason = reason
    }
}
