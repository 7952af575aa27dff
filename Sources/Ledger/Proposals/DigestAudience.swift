/// Whom the digest tells of a job's proposals.
public struct DigestAudience: Sendable, Hashable {
    public let job: String
    /// Roles of the parties who are told.
    public let roles: [String]
    /// Whether they are told also of what somebody decided on before they heard of it, as members of
    /// a group are whom others put forward.
    public let hearsOfDecided: Bool

    public init(job: String, roles: [String], hearsOfDecided: Bool = false) {
        self.job = job
        self.roles = roles
        self.hearsOfDecided = hearsOfDecided
    }
}

/// A message as it was sent.
public struct RecordedMessage: Sendable, Hashable {
    public let subject: String
    /// Where it lies.
    public let file: String

    public init(subject: String, file: String) {
        self.subject = subject
        self.file = file
    }
}
