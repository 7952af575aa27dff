/// To whom the suggestions of a job are told.
public struct Publication: Sendable, Hashable {
    public let job: String
    /// Whether candidates hear of suggestions of themselves, and members of bids they are part of.
    public let toCandidates: Bool
    /// Whether owners of needs hear of suggestions for them.
    public let toOwners: Bool

    public init(job: String, toCandidates: Bool, toOwners: Bool) {
        self.job = job
        self.toCandidates = toCandidates
        self.toOwners = toOwners
    }
}

/// A message that was written to a member.
public struct RecordedMessage: Sendable, Hashable {
    public let subject: String
    /// Name of the file in the outbox.
    public let file: String

    public init(subject: String, file: String) {
        self.subject = subject
        self.file = file
    }
}
