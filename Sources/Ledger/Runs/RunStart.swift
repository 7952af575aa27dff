public import Market

/// What is known of a run when it begins.
public struct RunStart: Sendable, Hashable {
    public let job: String
    /// Title of the job by language.
    public let title: [Language: String]
    /// The day that the run takes for today.
    public let asOf: Day
    public let seed: Int
    public let programVersion: String
    /// SHA-256 of the job and the configuration, in hexadecimal.
    public let configurationHash: String
    /// Weights that the run judges pairs with; empty: not said.
    public let weights: [SignalKind: Double]
    /// Number of the fit that they were taken from, if any.
    public let fit: Int?

    public init(
        job: String, title: [Language: String], asOf: Day, seed: Int, programVersion: String,
        configurationHash: String, weights: [SignalKind: Double] = [:], fit: Int? = nil
    ) {
        self.job = job
        self.title = title
        self.asOf = asOf
        self.seed = seed
        self.programVersion = programVersion
        self.configurationHash = configurationHash
        self.weights = weights
        self.fit = fit
    }
}

/// A run that has begun: its job is locked until it is completed, failed or interrupted, or until
/// the connection ends.
public struct RunHandle: Sendable, Hashable {
    /// Number of the run.
    public let id: Int
    public let job: String
}

/// Everything that a run found, to be written at once.
public struct RunResults: Sendable {
    /// SHA-256 of everything read, in hexadecimal.
    public var inputHash: String
    /// Suggestions that are new or changed, or may be.
    public var suggestions: [RecordedSuggestion]
    /// Suggestions that stand as they did, which nothing need be written for.
    public var standing: [StandingSuggestion] = []
    public var bids: [RecordedBid]
    /// Pairs that stood the night before and do not stand again, with the reason.
    public var departures: [NeedCandidate: RankTrade.Departure] = [:]
    /// Members with a match and no suggestion, with the first day of the wait.
    public var waits: [String: Day] = [:]
    /// What a run that ranks gave up for what.
    public var trade: RankTrade?
    /// How a run that ranks shared its suggestions out.
    public var exposure: Exposure?
    /// Seconds that the search for each bid took, by tender; those not looked for are left out.
    public var bidSeconds: [Tender.ID: Double]
    public var outcomes: [NeedOutcome]
    public var setAside: [SetAside]
    /// Stages so far; writing adds its own.
    public var stages: [RecordedRun.Stage]
    /// What to write to the cache of the job's scoring, which takes as much memory as the market;
    /// nil to leave the cache as it is.
    public var scores: ScoringCacheUpdate?
    /// Skills that signals may name; their labels are recorded.
    public var skills: [Skill.ID: Skill]

    /// Suggestions that were found, those that stand included.
    public var suggestionCount: Int { suggestions.count + standing.count }

    public init(
        inputHash: String, suggestions: [RecordedSuggestion] = [], bids: [RecordedBid] = [],
        bidSeconds: [Tender.ID: Double] = [:], outcomes: [NeedOutcome] = [],
        setAside: [SetAside] = [],
        stages: [RecordedRun.Stage] = [], skills: [Skill.ID: Skill] = [:]
    ) {
        self.inputHash = inputHash
        self.suggestions = suggestions
        self.bids = bids
        self.bidSeconds = bidSeconds
        self.outcomes = outcomes
        self.setAside = setAside
        self.stages = stages
        self.skills = skills
    }
}

/// How a run's results compare with what stood before.
public struct RunCounts: Sendable, Hashable {
    public var suggestions: Versions
    public var bids: Versions

    public init(suggestions: Versions = Versions(), bids: Versions = Versions()) {
        self.suggestions = suggestions
        self.bids = bids
    }

    /// Versions of one kind of result.
    public struct Versions: Sendable, Hashable {
        /// Proposed for the first time, or again on a new basis after a decline.
        public var new: Int
        /// Proposed before, now in another form.
        public var changed: Int
        /// No longer proposed.
        public var closed: Int
        /// As they stood; nothing was written for them.
        public var unchanged: Int

        public init(new: Int = 0, changed: Int = 0, closed: Int = 0, unchanged: Int = 0) {
            self.new = new
            self.changed = changed
            self.closed = closed
            self.unchanged = unchanged
        }

        /// Rows written.
        public var written: Int { new + changed }
    }
}
