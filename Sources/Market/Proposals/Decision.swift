/// What somebody said of a proposal; the last word on its key holds.
public struct Decision: Sendable, Hashable {
    public let verdict: Verdict
    /// Why, in a word that can be counted; needed for a decline.
    public let reason: String?
    /// Why, in the person's own words.
    public let note: String?
    /// A member's id, or a coordinator's name.
    public let decidedBy: String

    public init(_ verdict: Verdict, reason: String? = nil, note: String? = nil, by who: String) {
        self.verdict = verdict
        self.reason = reason
        self.note = note
        decidedBy = who
    }

    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        case accepted, declined, corrected
    }
}

/// A decision as the ledger recorded it.
public struct RecordedDecision: Sendable, Hashable {
    /// Number of the decision.
    public let number: Int
    /// The version that it is on.
    public let proposal: Proposal

    public init(number: Int, proposal: Proposal) {
        self.number = number
        self.proposal = proposal
    }
}

/// A proposal that somebody decided on, with what the run that made it weighed.
public struct DecidedProposal: Sendable, Hashable {
    public let proposal: Proposal
    public let verdict: Decision.Verdict
    /// Weights that the run judged pairs with; nil where it recorded none.
    public let weights: [SignalKind: Double]?

    public init(proposal: Proposal, verdict: Decision.Verdict, weights: [SignalKind: Double]?) {
        self.proposal = proposal
        self.verdict = verdict
        self.weights = weights
    }
}
