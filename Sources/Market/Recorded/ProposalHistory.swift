/// What the nights of a job before this one left, as far as tonight's choice depends on it.
///
/// A night is a day on which a run of the job completed. Nothing of the day itself is in it, so a
/// run that is started again on the same day sees the same.
public struct ProposalHistory: Sendable, Hashable {
    /// Pairs that were in force after the last night.
    public var inForce: Set<NeedCandidate>
    /// Members who were ever suggested for a need and have not declined it, by need.
    public var notified: [Need.ID: Set<String>]
    /// Members whom the last night passed over, by id.
    public var waits: [String: Wait]
    /// The last day that a member stood in a suggestion, by member id.
    public var lastSuggested: [String: Day]
    /// The first day that a member was suggested or passed over, by member id.
    public var firstSeen: [String: Day]

    public init(
        inForce: Set<NeedCandidate> = [], notified: [Need.ID: Set<String>] = [:],
        waits: [String: Wait] = [:], lastSuggested: [String: Day] = [:],
        firstSeen: [String: Day] = [:]
    ) {
        self.inForce = inForce
        self.notified = notified
        self.waits = waits
        self.lastSuggested = lastSuggested
        self.firstSeen = firstSeen
    }

    /// How long a member with a match has had no suggestion.
    public struct Wait: Sendable, Hashable, Codable {
        /// The first night that passed the member over.
        public let since: Day
        /// Nights from then to the last one, 1 or more.
        public let nights: Int

        public init(since: Day, nights: Int) {
            self.since = since
            self.nights = nights
        }
    }
}
