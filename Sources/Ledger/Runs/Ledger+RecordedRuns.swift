internal import Foundation
public import Market
internal import Postgres

extension Ledger {
    /// What the last completed run of each job up to a day recorded, and what was in force at its
    /// end.
    ///
    /// Read again at any later time it is the same: it holds the proposals as they were then, with
    /// what people had said of them by then.
    ///
    /// - Parameters:
    ///   - asOf: Latest day that a run took for today; nil: the latest there is.
    ///   - name: Name of the network, for titles.
    ///   - jobs: Jobs to be looked at, in the order that they are shown; nil: all that ever ran, in
    ///     the order of their runs.
    /// - Returns: The runs, their day being the latest of theirs; nil where no run completed.
    public func recordedRuns(
        asOf: Day?, network name: String, jobs: [String]? = nil
    ) throws(LedgerError) -> RecordedRuns? {
        try requireSchema()
        return try guarded { connection in
            try reading(connection) { connection in
                try recordedRuns(asOf: asOf, network: name, jobs: jobs, on: connection)
            }
        }
    }

    /// As ``recordedRuns(asOf:network:jobs:)``, in a transaction that is under way.
    func recordedRuns(
        asOf: Day?, network name: String, jobs: [String]?, on connection: borrowing Connection
    ) throws -> RecordedRuns? {
        let ended = try endedRuns(upTo: asOf, jobs: jobs, on: connection)
        guard let day = ended.map(\.run.asOf).max() else { return nil }
        var proposals: [Proposal] = []
        var closed: [ClosedProposal] = []
        var skills: [Skill.ID: Skill] = [:]
        for recorded in ended {
            let (run, endedAt) = (recorded.run, recorded.endedAt)
            // What somebody had declined by then is not told as closed: they know why.
            let versions = try versions(
                where: """
                    proposal.network = \(network.key) AND proposal.job = \(run.job) AND (
                        \(Self.inForce("proposal", after: run.id))
                        OR proposal.until_run_id = \(run.id) AND proposal.departure IS NOT NULL
                            AND NOT \(Self.wasDeclined("proposal", by: endedAt))
                    )
                    """, at: RunEnd(run: run.id, endedAt: endedAt), on: connection)
            for version in versions {
                if version.until != run.id {
                    proposals.append(version.proposal)
                } else if let reason = version.departure {
                    closed.append(ClosedProposal(proposal: version.proposal, reason: reason))
                }
            }
            skills.merge(Self.skills(recorded.labels)) { $1 }
        }
        return RecordedRuns(
            network: name, asOf: day, runs: ended.map(\.run), proposals: proposals,
            closed: closed, skills: skills)
    }

    /// Skills by the labels that a run recorded.
    static func skills(_ labels: [Skill.ID: [String: String]]) -> [Skill.ID: Skill] {
        Dictionary(
            uniqueKeysWithValues: labels.map { id, label in
                (id, Skill(id: id, french: label["fr"] ?? id, english: label["en"] ?? id))
            })
    }

    private static func wasDeclined(_ table: String, by moment: String) -> Query {
        """
        EXISTS (
            SELECT FROM entremise.decision
            WHERE decision.network = \(identifier: table).network
                AND decision.job = \(identifier: table).job
                AND decision.key = \(identifier: table).key
                AND decision.verdict = 'declined' AND decision.decided_at <= \(moment)::timestamptz
        )
        """
    }

    private struct EndedRun {
        var run: RecordedRun
        /// As the server writes it, to the microsecond; it is only handed back.
        let endedAt: String
        let labels: [Skill.ID: [String: String]]
    }

    private func endedRuns(
        upTo asOf: Day?, jobs: [String]?, on connection: borrowing Connection
    ) throws -> [EndedRun] {
        let rows = try connection.rows(
            of: """
                SELECT run.*, before.figures AS figures_before
                FROM (
                    SELECT DISTINCT ON (job) id, job, title_fr, title_en, as_of, status, seed,
                        program_version, input_hash, configuration_hash, stages, labels, verb,
                        settings_hash, figures, weight_fit_id,
                        ended_at::text
                    FROM entremise.run
                    WHERE network = \(network.key) AND status = 'completed'
                        AND as_of <= coalesce(\(asOf?.date), 'infinity')
                        AND (\(jobs)::text[] IS NULL OR job = ANY (\(jobs)::text[]))
                    ORDER BY job, as_of DESC, id DESC
                ) AS run
                LEFT JOIN LATERAL (
                    SELECT figures FROM entremise.run AS earlier
                    WHERE network = \(network.key) AND earlier.job = run.job AND status = 'completed'
                        AND earlier.as_of < run.as_of
                    ORDER BY as_of DESC, id DESC
                    LIMIT 1
                ) AS before ON true
                """)
        var runs = try rows.map { row throws(any Error) in
            EndedRun(
                run: try RecordedRun(row: row), endedAt: try row.value("ended_at"),
                labels: try row.value("labels", as: JSONText.self).decoded())
        }
        for index in runs.indices {
            runs[index].run.outcomes = try outcomes(of: runs[index].run.id, on: connection)
            runs[index].run.setAside = try setAside(of: runs[index].run.id, on: connection)
        }
        let order = jobs.map { jobs in
            Dictionary(
                jobs.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        return runs.sorted { one, other in
            let (first, second) = (order?[one.run.job] ?? 0, order?[other.run.job] ?? 0)
            return first != second ? first < second : one.run.id < other.run.id
        }
    }

    private func outcomes(
        of run: Int, on connection: borrowing Connection
    ) throws -> [NeedOutcome] {
        let rows = try connection.rows(
            of: """
                SELECT need_id, title, considered, eligible, suggested, excluded, reason_fr,
                    reason_en
                FROM entremise.need_outcome
                WHERE run_id = \(run)
                ORDER BY need_id COLLATE "C"
                """)
        return try rows.map { row throws(any Error) in
            let excluded: [String: Int] = try row.value("excluded", as: JSONText.self).decoded()
            let rules = excluded.compactMap { name, count in
                Exclusion.Rule(rawValue: name).map { ($0, count) }
            }
            var reason: [Language: String] = [:]
            reason[.french] = try row.optional("reason_fr")
            reason[.english] = try row.optional("reason_en")
            return NeedOutcome(
                need: try row.value("need_id"), title: try row.value("title"),
                considered: try row.value("considered"), eligible: try row.value("eligible"),
                suggested: try row.value("suggested"),
                excluded: Dictionary(uniqueKeysWithValues: rules), reason: reason)
        }
    }

    private func setAside(of run: Int, on connection: borrowing Connection) throws -> [SetAside] {
        let rows = try connection.rows(
            of: """
                SELECT source, id, field, fault FROM entremise.set_aside
                WHERE run_id = \(run)
                ORDER BY position
                """)
        return try rows.map { row throws(any Error) in
            SetAside(
                source: try row.value("source"), id: try row.value("id"),
                field: try row.value("field"),
                fault: try row.value("fault", as: JSONText.self).decoded())
        }
    }
}

extension RecordedRun {
    /// A run without what it found.
    fileprivate init(row: borrowing Row) throws {
        let status: String = try row.value("status")
        self.init(
            id: try row.value("id"), job: try row.value("job"),
            title: [.french: try row.value("title_fr"), .english: try row.value("title_en")],
            asOf: Day(try row.value("as_of")), status: Status(rawValue: status) ?? .completed,
            seed: try row.value("seed"), programVersion: try row.value("program_version"),
            inputHash: try row.value("input_hash"),
            configurationHash: try row.value("configuration_hash"),
            settingsHash: try row.optional("settings_hash"),
            stages: try row.value("stages", as: JSONText.self).decoded(), outcomes: [],
            setAside: [], verb: try row.optional("verb"),
            figures: try row.optional("figures", as: JSONText.self)?.text,
            figuresBefore: try row.optional("figures_before", as: JSONText.self)?.text,
            fit: try row.optional("weight_fit_id"))
    }
}
