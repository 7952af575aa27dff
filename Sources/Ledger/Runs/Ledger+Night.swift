internal import Foundation
public import Market
internal import Postgres

extension Ledger {
    /// What one night recorded: of each job the last completed run up to a day, and what stood at
    /// its end.
    ///
    /// The same night read again at any later time is the same: it holds the suggestions as they
    /// stood then, with what people had said of them by then.
    ///
    /// - Parameters:
    ///   - asOf: Latest day that a run took for today; nil: the latest there is.
    ///   - network: Name of the network, for titles.
    ///   - jobs: Jobs to be looked at, in the order that they are shown; nil: all that ever ran, in
    ///     the order of their runs.
    /// - Returns: The night, its day being the latest of its runs'; nil where no run completed.
    public func night(
        asOf: Day?, network: String, jobs: [String]? = nil
    ) throws(LedgerError) -> RecordedNight? {
        try requireSchema()
        return try guarded { connection in
            try reading(connection) { connection in
                try recordedNight(asOf: asOf, network: network, jobs: jobs, on: connection)
            }
        }
    }

    /// As ``night(asOf:network:jobs:)``, in a transaction that is under way.
    func recordedNight(
        asOf: Day?, network: String, jobs: [String]?, on connection: borrowing Connection
    ) throws -> RecordedNight? {
        let runs = try runs(upTo: asOf, jobs: jobs, on: connection)
        guard let day = runs.map(\.run.asOf).max() else { return nil }
        var suggestions: [RecordedSuggestion] = []
        var departures: [RecordedDeparture] = []
        var bids: [RecordedBid] = []
        var skills: [Skill.ID: Skill] = [:]
        for (run, labels) in runs {
            suggestions += try self.suggestions(
                standing:
                    "suggestion.job = \(run.job) AND \(Self.stood("suggestion", in: run.id))",
                at: run.id, on: connection)
            departures += try self.departures(in: run, on: connection)
            bids += try self.bids(
                standing: "bid.job = \(run.job) AND \(Self.stood("bid", in: run.id))",
                at: run.id, on: connection)
            skills.merge(Self.skills(labels)) { $1 }
        }
        return RecordedNight(
            network: network, asOf: day, runs: runs.map(\.run), suggestions: suggestions,
            departures: departures,
            bids: bids.sorted { ($0.deadline, $0.tender) < ($1.deadline, $1.tender) },
            skills: skills)
    }

    /// What stood before a run and was not suggested by it again. A pair that somebody had declined
    /// by then is left out: they know why.
    private func departures(
        in run: RecordedRun, on connection: borrowing Connection
    ) throws -> [RecordedDeparture] {
        let rows = try connection.rows(
            of: """
                SELECT need_id, candidate_id, member_name, departure
                FROM entremise.suggestion AS gone
                WHERE job = \(run.job) AND until_run_id = \(run.id) AND departure IS NOT NULL
                    AND NOT EXISTS (
                        SELECT FROM entremise.decision
                        JOIN entremise.suggestion AS judged ON judged.id = decision.suggestion_id
                        WHERE judged.job = gone.job AND judged.need_id = gone.need_id
                            AND judged.candidate_id = gone.candidate_id
                            AND decision.verdict = 'declined'
                            AND decision.decided_at <= coalesce(
                                (SELECT ended_at FROM entremise.run WHERE id = \(run.id)),
                                'infinity')
                    )
                ORDER BY need_id COLLATE "C", rank, candidate_id COLLATE "C"
                """)
        return try rows.map { row throws(any Error) in
            let reason: String = try row.value("departure")
            guard let departure = RankTrade.Departure(rawValue: reason) else {
                throw LedgerError.unreadable("departure “\(reason)” of a suggestion")
            }
            return RecordedDeparture(
                job: run.job, need: try row.value("need_id"),
                candidate: try row.value("candidate_id"),
                memberName: try row.value("member_name"), reason: departure)
        }
    }

    /// Skills by the labels that a run recorded.
    static func skills(_ labels: [Skill.ID: [String: String]]) -> [Skill.ID: Skill] {
        Dictionary(
            uniqueKeysWithValues: labels.map { id, label in
                (id, Skill(id: id, french: label["fr"] ?? id, english: label["en"] ?? id))
            })
    }

    /// What stood at the end of a run.
    static func stood(_ table: String, in run: Int) -> Query {
        """
        \(identifier: table).run_id <= \(run) AND (
            \(identifier: table).until_run_id IS NULL
            OR \(identifier: table).until_run_id > \(run)
        )
        """
    }

    private func runs(
        upTo asOf: Day?, jobs: [String]?, on connection: borrowing Connection
    ) throws -> [(run: RecordedRun, labels: [Skill.ID: [String: String]])] {
        let rows = try connection.rows(
            of: """
                SELECT run.*, before.exposure AS exposure_before
                FROM (
                    SELECT DISTINCT ON (job) id, job, title_fr, title_en, as_of, status, seed,
                        program_version, input_hash, configuration_hash, stages, labels, trade,
                        exposure, weight_fit_id
                    FROM entremise.run
                    WHERE status = 'completed'
                        AND as_of <= coalesce(\(asOf?.date), 'infinity')
                        AND (\(jobs)::text[] IS NULL OR job = ANY (\(jobs)::text[]))
                    ORDER BY job, as_of DESC, id DESC
                ) AS run
                LEFT JOIN LATERAL (
                    SELECT exposure FROM entremise.run AS earlier
                    WHERE earlier.job = run.job AND status = 'completed'
                        AND earlier.as_of < run.as_of
                    ORDER BY as_of DESC, id DESC
                    LIMIT 1
                ) AS before ON true
                """)
        var runs = try rows.map { row throws(any Error) in
            (
                run: try RecordedRun(row: row),
                labels: try row.value("labels", as: JSONText.self)
                    .decoded(as: [Skill.ID: [String: String]].self)
            )
        }
        for index in runs.indices {
            runs[index].run.outcomes = try outcomes(of: runs[index].run.id, on: connection)
            runs[index].run.setAside = try setAside(of: runs[index].run.id, on: connection)
        }
        let places = jobs.map { jobs in
            Dictionary(
                jobs.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        return runs.sorted { one, other in
            (places?[one.run.job] ?? 0, one.run.id) < (places?[other.run.job] ?? 0, other.run.id)
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
            stages: try row.value("stages", as: JSONText.self).decoded(), outcomes: [],
            setAside: [], trade: try row.optional("trade", as: JSONText.self)?.decoded(),
            exposure: try row.optional("exposure", as: JSONText.self)?.decoded(),
            exposureBefore: try row.optional("exposure_before", as: JSONText.self)?.decoded(),
            fit: try row.optional("weight_fit_id"))
    }
}
