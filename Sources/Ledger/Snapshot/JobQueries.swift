/// The queries that a job reads its market with.
public struct JobQueries: Sendable, Hashable {
    /// Name of the job, whose declined pairs are read.
    public let job: String
    public let needs: File
    public let candidates: File
    /// Tenders whose lots are the needs; nil for jobs that form no bids.
    public let tenders: File?

    public init(job: String, needs: File, candidates: File, tenders: File? = nil) {
        self.job = job
        self.needs = needs
        self.candidates = candidates
        self.tenders = tenders
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
    }
}
