public import Market

/// The queries that a job reads its market with.
public struct JobQueries: Sendable, Hashable {
    /// Name of the job, whose declined pairs are read.
    public let job: String
    public let needs: File
    public let candidates: File
    /// Tenders whose lots are the needs; nil where the job has none.
    public let tenders: File?
    /// Pairs that must not be proposed; nil where the job has none.
    public let exclusions: File?
    /// What is read of earlier runs besides.
    public let records: Records
    /// How long declines stand.
    public let declined: Decline.Term

    public init(
        job: String, needs: File, candidates: File, tenders: File? = nil,
        exclusions: File? = nil, records: Records = Records(),
        declined: Decline.Term = .untilChanged
    ) {
        self.job = job
        self.needs = needs
        self.candidates = candidates
        self.tenders = tenders
        self.exclusions = exclusions
        self.records = records
        self.declined = declined
    }

    /// Every query that a night cannot do without, by what its rows are.
    var sources: [(name: String, file: File)] {
        [("needs", needs), ("candidates", candidates)] + (tenders.map { [("tenders", $0)] } ?? [])
    }

    /// What a verb builds on of what earlier runs recorded. The last declines are always read.
    public struct Records: Sendable, Hashable {
        /// The role of the party whose share of attention is counted over the runs before
        /// (`ProposalHistory`); nil: it is not read.
        public let exposedRole: String?
        /// Whether accepted proposals are read.
        public let accepted: Bool
        /// Whether all that the last run recorded is read.
        public let lastRun: Bool

        public init(exposedRole: String? = nil, accepted: Bool = false, lastRun: Bool = false) {
            self.exposedRole = exposedRole
            self.accepted = accepted
            self.lastRun = lastRun
        }
    }

    /// The text of a query and the file it was read from.
    public struct File: Sendable, Hashable {
        /// Name for messages, such as `jobs/sql/missions.needs.sql`.
        public let name: String
        /// One `SELECT`; `$1::date` stands for the day that the run takes for today.
        public let sql: String

        public init(name: String, sql: String) {
            self.name = name
            self.sql = sql
        }

        /// The `SELECT` without the semicolons that end it.
        package var statement: String {
            var sql = Substring(self.sql.trimmed)
            while sql.hasSuffix(";") { sql = Substring(String(sql.dropLast()).trimmed) }
            return String(sql)
        }
    }
}
