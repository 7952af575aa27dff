/// Whom the digest tells of a job's proposals.
public struct DigestAudience: Sendable, Hashable {
    public let job: String
    /// Roles of the parties who are told.
    public let roles: [String]
    /// Whether they are told also of what somebody decided on before they heard of it, as members of
    /// a group are whom others put forward.
    public let hearsOfDecided: Bool
    /// Roles of the parties who ask, and so agreed to be named.
    public let asking: Set<String>
    /// The job's query of candidates, which may say addresses of members whom the query of members does
    /// not return; nil: it is not asked.
    public let candidates: JobQueries.File?

    public init(
        job: String, roles: [String], hearsOfDecided: Bool = false, asking: Set<String> = [],
        candidates: JobQueries.File? = nil
    ) {
        self.job = job
        self.roles = roles
        self.hearsOfDecided = hearsOfDecided
        self.asking = asking
        self.candidates = candidates
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
