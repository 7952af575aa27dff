internal import Ledger
internal import Mail
internal import Market
internal import Settings

extension Application {
    /// Runs every query of every job as a night does, all at one instant. What is wrong with one job
    /// does not keep the others from being read.
    ///
    /// - Parameter report: Hears of each job.
    func checkQueries(
        of jobs: [JobFile], on ledger: borrowing Ledger, report: (HealthCheck) -> Void
    ) throws {
        let readings = try ledger.eachAtOneInstant(jobs) { job, ledger in
            try read(job, on: ledger)
        }
        for (job, reading) in zip(jobs, readings) {
            report(HealthCheck(reading, of: job))
        }
    }

    private func read(_ job: JobFile, on ledger: borrowing Ledger) throws -> JobReading {
        let queries = try JobQueries(job)
        let snapshot = try ledger.snapshot(of: queries, asOf: asOf)
        let contacts = try ledger.contacts(asOf: asOf, orBehind: [queries.candidates])
        let share = configuration.run.shrink
        let shrinkages = try ledger.shrinkages(
            of: queries, in: snapshot, asOf: asOf, losing: share)
        return JobReading(
            survey: JobSurvey(
                of: job.name, in: snapshot, members: Set(contacts.keys),
                addresses: addresses(of: job.readers(in: snapshot), among: contacts)),
            shrunk: shrinkages.isEmpty
                ? nil : SourcesShrunk(shrinkages: shrinkages, share: share))
    }

    /// Addresses that are missing, or that no mail can reach, among those whom a digest is for.
    private func addresses(
        of readers: Set<String>, among contacts: [String: MemberContact]
    ) -> JobSurvey.Addresses {
        let waiting = contacts.filter { $0.value.wantsNews && readers.contains($0.key) }
        return JobSurvey.Addresses(
            missing: JobSurvey.Found(waiting.filter { $0.value.address == nil }.keys),
            malformed: JobSurvey.Found(
                waiting.filter { member in
                    member.value.address.map { (try? MailAddress(address: $0)) == nil } ?? false
                }.keys))
    }
}

/// What was read for a job.
struct JobReading {
    let survey: JobSurvey
    /// Why the night would stop all the same.
    let shrunk: SourcesShrunk?
}

extension JobFile {
    /// Members whom the digest of the job may write to.
    fileprivate func readers(in snapshot: Snapshot) -> Set<String> {
        var members: Set<String> = []
        if publish.digest.contains(.owners) {
            members.formUnion(snapshot.needs.compactMap(\.owner))
        }
        if publish.digest.contains(.candidates) {
            members.formUnion(snapshot.candidates.map(\.member))
        }
        return members
    }

    /// What rows may say that the job looks at.
    fileprivate var aspects: Set<SurveyRemark.Aspect> {
        func looks(at signal: SignalKind, _ rule: Exclusion.Rule) -> Bool {
            (match.weights[signal] ?? 0) > 0 || match.require.contains(rule)
        }
        var aspects: Set<SurveyRemark.Aspect> = [.texts]
        if looks(at: .skills, .skills) { aspects.insert(.skills) }
        if looks(at: .place, .place) { aspects.insert(.coordinates) }
        if looks(at: .dates, .dates) { aspects.insert(.dates) }
        return aspects
    }
}

extension HealthCheck {
    /// What came of reading a job.
    init(_ reading: Result<JobReading, any Error>, of job: JobFile) {
        let subject = "queries of \(job.name)"
        switch reading {
        case .success(let reading):
            let survey = reading.survey
            self.init(
                subject: subject,
                found: reading.shrunk.map { "\($0)" }
                    ?? "every column can be read; \(survey.needs.used) needs and "
                    + "\(survey.candidates.used) candidates make sense",
                remedy: reading.shrunk.map { _ in
                    "mend the table or the query, or run once with --accept-shrink"
                },
                failure: reading.shrunk, job: survey,
                meaning: survey.remarks(lookingAt: job.aspects).map(Meaning.init))
        case .failure(let error):
            self.init(
                subject: subject, found: "\(error)", remedy: Self.remedy(for: error),
                failure: error)
        }
    }

    private static func remedy(for error: any Error) -> String? {
        switch error as? LedgerError {
        case .queryRefused, .columnsRefused:
            "mend the query; jobs/sql/README.md lists the columns"
        case .queryForbidden: "say the statements above, then check again"
        case .schemaMissing, .schemaOlder: "run: entremise migrate"
        default: nil
        }
    }
}
