public import Market
public import Solving

/// A suggestion of the run before that a run did not make again, and why.
public struct Departure: Sendable, Hashable, Encodable {
    public let job: String
    public let need: Need.ID
    public let candidate: Candidate.ID
    /// As people read the member's name.
    public let memberName: String
    public let reason: RankTradeOff.Departure

    public init(
        job: String, need: Need.ID, candidate: Candidate.ID, memberName: String,
        reason: RankTradeOff.Departure
    ) {
        self.job = job
        self.need = need
        self.candidate = candidate
        self.memberName = memberName
        self.reason = reason
    }
}

extension Departure {
    /// Reads a recorded departure.
    ///
    /// - Throws: ``ProposalError/unreadable(kind:key:reason:)``.
    package init(_ closed: ClosedProposal) throws {
        let suggestion = try Suggestion(closed.proposal)
        guard let reason = RankTradeOff.Departure(rawValue: closed.reason) else {
            throw ProposalError.unreadable(
                kind: closed.proposal.kind, key: closed.proposal.key.description,
                reason: "expected why it was not made again, found “\(closed.reason)”")
        }
        self.init(
            job: suggestion.job, need: suggestion.need, candidate: suggestion.candidate,
            memberName: suggestion.memberName, reason: reason)
    }
}

extension RecordedRuns {
    /// The suggestions among what was closed.
    package func departures() throws -> [Departure] {
        try closed.filter { $0.proposal.kind == Suggestion.kind }.map(Departure.init)
    }
}
