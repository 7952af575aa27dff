/// One execution of a job, as the ledger recorded it.
public struct RecordedRun: Sendable, Hashable, Encodable, Identifiable {
    /// Number of the run, ascending in time.
    public let id: Int
    public let job: String
    /// Title of the job by language.
    public let title: [Language: String]
    /// The day that the run took for today.
    public let asOf: Day
    public let status: Status
    public let seed: Int
    public let programVersion: String
    /// SHA-256 of everything read, in hexadecimal.
    public let inputHash: String
    /// SHA-256 of the job and the configuration, in hexadecimal.
    public let configurationHash: String
    /// SHA-256 of what decides the proposals beside what is read, in hexadecimal; nil for runs recorded
    /// before it was.
    public let settingsHash: String?
    /// Stages in order, with what each took.
    public let stages: [Stage]
    /// What became of each need, ascending by need id.
    public var outcomes: [NeedOutcome]
    public var setAside: [SetAside]
    /// The verb that solved it; nil for runs recorded before verbs were, of jobs without proposals.
    public let verb: String?
    /// Figures that the verb recorded of the whole run, as JSON; nil where it records none.
    public let figures: String?
    /// The same of the last run of an earlier day; nil where there was none.
    public let figuresBefore: String?
    /// Number of the fit that the weights were taken from; nil where they are the job file's.
    public let fit: RecordedFit.ID?

    public init(
        id: Int, job: String, title: [Language: String], asOf: Day, status: Status, seed: Int,
        programVersion: String, inputHash: String, configurationHash: String,
        settingsHash: String? = nil,
        stages: [Stage],
        outcomes: [NeedOutcome], setAside: [SetAside], verb: String? = nil,
        figures: String? = nil, figuresBefore: String? = nil, fit: RecordedFit.ID? = nil
    ) {
        self.id = id
        self.job = job
        self.title = title
        self.asOf = asOf
        self.status = status
        self.seed = seed
        self.programVersion = programVersion
        self.inputHash = inputHash
        self.configurationHash = configurationHash
        self.settingsHash = settingsHash
        self.stages = stages
        self.outcomes = outcomes
        self.setAside = setAside
        self.verb = verb
        self.figures = figures
        self.figuresBefore = figuresBefore
        self.fit = fit
    }

    /// Keys of its JSON; what the verb recorded is its own to tell.
    private enum CodingKeys: String, CodingKey {
        case id, job, title, asOf, status, seed, programVersion, inputHash, configurationHash
        case stages, outcomes, setAside
        case fit = "weightFit"
    }

    /// How a run ended, or that it has not.
    public enum Status: String, Sendable, Hashable, Codable {
        case running, completed, failed, interrupted
    }

    /// One stage of a run.
    public struct Stage: Sendable, Hashable, Codable {
        /// read, encode, score, solve, write.
        public let name: String
        /// What passed through: rows read, texts encoded, pairs scored, proposals …
        public let count: Int
        /// Wall time in seconds; it is recorded, never compared.
        public let seconds: Double
        /// Peak memory of the process at the end of the stage, in bytes.
        public let peakBytes: Int

        public init(name: String, count: Int, seconds: Double, peakBytes: Int) {
            self.name = name
            self.count = count
            self.seconds = seconds
            self.peakBytes = peakBytes
        }
    }
}

/// What a run found for one need.
public struct NeedOutcome: Sendable, Hashable, Codable {
    public let need: Need.ID
    public let title: String
    /// Candidates considered.
    public let considered: Int
    /// Candidates that pass every hard rule.
    public let eligible: Int
    /// Candidates suggested.
    public let suggested: Int
    /// How many candidates each hard rule excluded; a candidate counts once, under the first rule
    /// that it fails, in the order of ``Exclusion/Rule``.
    public let excluded: [Exclusion.Rule: Int]
    /// Where nobody was suggested, why, by language: one sentence.
    public let reason: [Language: String]

    public init(
        need: Need.ID, title: String, considered: Int, eligible: Int, suggested: Int,
        excluded: [Exclusion.Rule: Int], reason: [Language: String]
    ) {
        self.need = need
        self.title = title
        self.considered = considered
        self.eligible = eligible
        self.suggested = suggested
        self.excluded = excluded
        self.reason = reason
    }
}
