public import Market

/// What is known of a run when it begins.
public struct RunStart: Sendable, Hashable {
    public let job: String
    /// Title of the job by language.
    public let title: [Language: String]
    /// The verb that solves it; nil: not said.
    public let verb: String?
    /// The day that the run takes for today.
    public let asOf: Day
    public let seed: Int
    public let programVersion: String
    /// SHA-256 of the job and the configuration, in hexadecimal.
    public let configurationHash: String

    public init(
        job: String, title: [Language: String], verb: String? = nil, asOf: Day, seed: Int,
        programVersion: String, configurationHash: String
    ) {
        self.job = job
        self.title = title
        self.verb = verb
        self.asOf = asOf
        self.seed = seed
        self.programVersion = programVersion
        self.configurationHash = configurationHash
    }
}

/// What decides a run's results beside the market, once it has read what decisions taught.
public struct RunSettings: Sendable, Hashable {
    /// SHA-256 of the job, the configuration and the fit, in hexadecimal.
    public let configurationHash: String
    /// SHA-256 of what decides the proposals beside what is read, in hexadecimal.
    public let settingsHash: String
    /// Weights that the run scores pairs with.
    public let weights: [SignalKind: Double]
    /// Number of the fit that they were taken from, if any.
    public let fit: RecordedFit.ID?

    public init(
        configurationHash: String, settingsHash: String, weights: [SignalKind: Double],
        fit: RecordedFit.ID? = nil
    ) {
        self.configurationHash = configurationHash
        self.settingsHash = settingsHash
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
    /// What decided the results beside it; nil: not said, but for what the run began with.
    public var settings: RunSettings?
    /// Proposals that are new or changed, or may be.
    public var proposals: [Proposal]
    /// Proposals in force that the run makes again just as they are: nothing is written for them.
    public var unchanged: [ProposalInForce] = []
    /// Why proposals in force are not made again, as the verb names it; those left out are closed
    /// without a reason.
    public var departures: [Proposal.Key: String] = [:]
    /// Members with a match and no proposal, with the first day of the wait.
    public var waits: [String: Day] = [:]
    /// Figures of the whole run, as its verb wrote them in JSON.
    public var figures: String?
    /// Seconds that the search for each proposal took; those not looked for are left out.
    public var seconds: [Proposal.Key: Double]
    public var outcomes: [NeedOutcome]
    public var setAside: [SetAside]
    /// Rows that each query returned and that made sense, by what they are; nil: not recorded.
    public var rowsRead: [String: Int]?
    /// Stages so far; writing adds its own.
    public var stages: [RecordedRun.Stage]
    /// What to write to the cache of the job's scoring, which takes as much memory as the market;
    /// nil to leave the cache as it is.
    public var scores: ScoringCacheUpdate?
    /// Skills that proposals may name; their labels are recorded.
    public var skills: [Skill.ID: Skill]

    /// Proposals that were made, those in force included.
    public var proposalCount: Int { proposals.count + unchanged.count }

    public init(
        inputHash: String, proposals: [Proposal] = [], seconds: [Proposal.Key: Double] = [:],
        outcomes: [NeedOutcome] = [], setAside: [SetAside] = [],
        stages: [RecordedRun.Stage] = [], skills: [Skill.ID: Skill] = [:]
    ) {
        self.inputHash = inputHash
        self.proposals = proposals
        self.seconds = seconds
        self.outcomes = outcomes
        self.setAside = setAside
        self.stages = stages
        self.skills = skills
    }
}

/// How the proposals of a run compare with those in force before it.
public struct RunCounts: Sendable, Hashable {
    /// Proposed for the first time, or again on a new basis after a decline.
    public var new: Int
    /// Proposed before, now in another form.
    public var changed: Int
    /// No longer proposed.
    public var closed: Int
    /// As they were; nothing was written for them.
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
