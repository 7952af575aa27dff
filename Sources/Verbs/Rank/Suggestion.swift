public import Market

/// A match that a run proposed, as the ledger recorded it.
public struct Suggestion: Sendable, Hashable, Codable, Identifiable {
    /// Number of the suggestion; nil before it is written.
    public let id: Int?
    public let job: String
    public let need: Need.ID
    public let needTitle: String
    /// Member who asks, if any.
    public let needOwner: String?
    /// Name of the member who asks, if any.
    public let needOwnerName: String?
    /// Page of the need on the platform, if any.
    public let needURL: String?
    /// Last day to answer the need, if there is one.
    public let deadline: Deadline?
    public let candidate: Candidate.ID
    public let candidateTitle: String
    /// Page of the candidate on the platform, if any.
    public let candidateURL: String?
    /// Member behind the candidate, and their name.
    public let member: String
    public let memberName: String
    /// Place in the list of the need, from 1.
    public let rank: Int
    /// How likely the candidate answers the need, 0 … 1.
    public let score: Double
    /// Signals in the order of `SignalKind`.
    public let signals: [Signal]
    /// Reasons in plain words by language, the most telling first.
    public let reasons: [Language: [String]]
    /// SHA-256 of what the pair was judged on, in hexadecimal.
    public let basis: String
    /// Whether the pair is proposed for the first time, or again on a new basis.
    public let isNew: Bool
    public let status: Proposal.Status

    public init(
        id: Int? = nil, job: String, need: Need.ID, needTitle: String, needOwner: String?,
        needOwnerName: String?, needURL: String? = nil, deadline: Deadline? = nil,
        candidate: Candidate.ID, candidateTitle: String, candidateURL: String? = nil,
        member: String, memberName: String, rank: Int, score: Double, signals: [Signal],
        reasons: [Language: [String]], basis: String, isNew: Bool = true,
        status: Proposal.Status = .proposed
    ) {
        self.id = id
        self.job = job
        self.need = need
        self.needTitle = needTitle
        self.needOwner = needOwner
        self.needOwnerName = needOwnerName
        self.needURL = needURL
        self.deadline = deadline
        self.candidate = candidate
        self.candidateTitle = candidateTitle
        self.candidateURL = candidateURL
        self.member = member
        self.memberName = memberName
        self.rank = rank
        self.score = score
        self.signals = signals
        self.reasons = reasons
        self.basis = basis
        self.isNew = isNew
        self.status = status
    }
}
