public import Market

/// What is in force under a key, and what was said of it last.
public struct ProposalState: Sendable, Hashable {
    public let key: Proposal.Key
    /// The version in force; nil where none is.
    public let inForce: Proposal?
    /// The last decision on the key, and the version that it was said of.
    public let last: RecordedDecision?
    public let decided: Proposal?

    public init(
        key: Proposal.Key, inForce: Proposal?, last: RecordedDecision?, decided: Proposal?
    ) {
        self.key = key
        self.inForce = inForce
        self.last = last
        self.decided = decided
    }
}
