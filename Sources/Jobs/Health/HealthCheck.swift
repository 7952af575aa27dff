public import Market
internal import Verbs
internal import Wording

/// One thing that was looked at, how it stands, and how to mend it.
public struct HealthCheck: Sendable, Encodable {
    /// configuration, database, connection, schema, rights, queries of a job, encoder, blas, search,
    /// solvers, pages, folders, mail, webhook.
    public let subject: String
    public let isOK: Bool
    /// What was found.
    public let found: String
    /// What to do, where it is not well.
    public let remedy: String?
    /// What a job's queries returned, where it was read.
    public let job: JobSurvey?
    /// What that means for the night; nil for what is no job.
    public let meaning: [Meaning]?
    /// Why it is not well; the night would end with it too.
    public let failure: (any Error)?

    /// The names that `check --json` prints.
    enum CodingKeys: String, CodingKey {
        case subject
        case isOK = "isWell"
        case found, remedy, job, meaning
    }

    init(
        subject: String, found: String, remedy: String? = nil, failure: (any Error)? = nil,
        job: JobSurvey? = nil, meaning: [Meaning]? = nil
    ) {
        self.subject = subject
        isOK = failure == nil
        self.found = found
        self.remedy = remedy
        self.failure = failure
        self.job = job
        self.meaning = meaning
    }

    /// What is found by looking, or why it cannot be.
    init(of subject: String, remedy: String?, _ look: () throws -> String) {
        do {
            self.init(subject: subject, found: try look())
        } catch {
            self.init(subject: subject, found: "\(error)", remedy: remedy, failure: error)
        }
    }

    /// One thing that the rows of a job mean for the night, and how to mend it, by language.
    public struct Meaning: Sendable, Hashable, Encodable {
        /// What it is about: `SurveyRemark.name`.
        public let about: String
        public let means: [Language: String]
        public let mend: [Language: String]

        init(_ remark: SurveyRemark) {
            about = remark.name
            means = Wording.inEachLanguage { $0.meaning(of: remark) }
            mend = Wording.inEachLanguage { $0.mend(for: remark) }
        }
    }
}
