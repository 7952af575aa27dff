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
            try connection.transaction(.snapshot) { connection in
                let runs = try runs(upTo: asOf, jobs: jobs, on: connection)
                guard let day = runs.map(\.run.asOf).max() else { return nil }
                var suggestions: [RecordedSuggestion] = []
                var bids: [RecordedBid] = []
                var skills: [Skill.ID: Skill] = [:]
                for (run, labels) in runs {
                    suggestions += try self.suggestions(
                        standing:
                            "suggestion.job = \(run.job) AND \(Self.stood("suggestion", in: run.id))",
                        at: run.id, on: connection)
                    bids += try self.bids(
                        standing: "bid.job = \(run.job) AND \(Self.stood("bid", in: run.id))",
                        at: run.id, on: connection)
                    skills.merge(Self.skills(labels)) { $1 }
                }
                return RecordedNight(
                    network: network, asOf: day, runs: runs.map(\.run), suggestions: suggestions,
                    bids: bids.sorted { ($0.deadline, $0.tender) < ($1.deadline, $1.tender) },
                    skills: skills)
            }
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
    private static func stood(_ table: String, in run: Int) -> Query {
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
                SELECT DISTINCT ON (job) id, job, title_fr, title_en, as_of, seed,
                    program_version, input_hash, configuration_hash, stages, labels, weight_fit_id
                FROM entremise.run
                WHERE status = 'completed'
                    AND as_of <= coalesce(\(asOf?.date), 'infinity')
                    AND (\(jobs)::text[] IS NULL OR job = ANY (\(jobs)::text[]))
                ORDER BY job, as_of DESC, id DESC
                """)
        var runs: [(run: RecordedRun, labels: [Skill.ID: [String: String]])] = []
        for head in try rows.decode(as: RunHead.self) {
            let run = RecordedRun(
                id: head.id, job: head.job, title: head.title, asOf: head.asOf,
                status: .completed, seed: head.seed, programVersion: head.programVersion,
                inputHash: head.inputHash, configurationHash: head.configurationHash,
                stages: try head.stages.decoded(),
                outcomes: try outcomes(of: head.id, on: connection),
                setAside: try setAside(of: head.id, on: connection), fit: head.fit)
            runs.append((run, try head.labels.decoded()))
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

/// A run without what it found.
private struct RunHead: RowDecodable {
    let id: Int
    let job: String
    let title: [Language: String]
    let asOf: Day
    let seed: Int
    let programVersion: String
    let inputHash: String
    let configurationHash: String
    let stages: JSONText
    let labels: JSONText
    let fit: RecordedFit.ID?

    init(row: borrowing Row) throws(PostgresError) {
        id = try row.value("id")
        job = try row.value("job")
        title = [.french: try row.value("title_fr"), .english: try row.value("title_en")]
        asOf = Day(try row.value("as_of"))
        seed = try row.value("seed")
        programVersion = try row.value("program_version")
        inputHash = try row.value("input_hash")
        configurationHash = try row.value("configuration_hash")
        stages = try row.value("stages")
        labels = try row.value("labels")
        fit = try row.optional("weight_fit_id")
    }
}
