internal import Hashing
internal import Market
internal import Postgres

extension Ledger {
    /// What a job's scoring knew and found on the last night that completed; nil where nothing was
    /// kept.
    public func scoredMarket(of job: String) throws(LedgerError) -> ScoredMarket? {
        try requireSchema()
        return try guarded { connection in
            try connection.transaction(.snapshot) { connection in
                let heads = try connection.rows(
                    of: """
                        SELECT statistics, statistics_key, learned_on, needs_changed,
                            candidates_changed, matches_key
                        FROM entremise.scored_market WHERE job = \(job)
                        """, format: .binary
                ).map { row throws(PostgresError) in
                    ScoredMarket(
                        statistics: try row.value("statistics"),
                        statisticsKey: try row.value("statistics_key"),
                        learnedOn: Day(try row.value("learned_on")),
                        needsChanged: Int(try row.value("needs_changed", as: Int32.self)),
                        candidatesChanged: Int(try row.value("candidates_changed", as: Int32.self)),
                        matchesKey: try row.value("matches_key"))
                }
                guard var market = heads.first else { return nil }
                try connection.rows(
                    of: """
                        SELECT need_id, content, found FROM entremise.scored_need
                        WHERE job = \(job)
                        """, format: .binary
                ).forEach { row throws(PostgresError) in
                    guard let content = Hash(bytes: try row.value("content", as: [UInt8].self))
                    else { return }
                    market.needs[try row.value("need_id")] = ScoredNeed(
                        content: content, found: try row.value("found"))
                }
                try connection.rows(
                    of: """
                        SELECT candidate_id, number, content FROM entremise.scored_candidate
                        WHERE job = \(job)
                        """, format: .binary
                ).forEach { row throws(PostgresError) in
                    guard let content = Hash(bytes: try row.value("content", as: [UInt8].self))
                    else { return }
                    market.candidates[try row.value("candidate_id")] = ScoredCandidate(
                        content: content, number: Int(try row.value("number", as: Int32.self)))
                }
                return market
            }
        }
    }

    /// Forgets what was kept of a job's scoring: the next night judges every pair.
    public func forgetScores(of job: String) throws(LedgerError) {
        try guarded { connection in
            try connection.transaction { connection in try forget(job, on: connection) }
        }
    }

    private func forget(_ job: String, on connection: borrowing Connection) throws {
        try connection.execute("DELETE FROM entremise.scored_market WHERE job = \(job)")
        try connection.execute("DELETE FROM entremise.scored_need WHERE job = \(job)")
        try connection.execute("DELETE FROM entremise.scored_candidate WHERE job = \(job)")
    }

    /// Keeps what a run's scoring knew and found; what is as it was kept before is not written.
    ///
    /// - Parameters:
    ///   - scored: What to keep.
    ///   - before: What was kept before and read by this run; nil to write everything.
    func write(
        _ scored: ScoredMarket, replacing before: ScoredMarket?, of run: RunHandle,
        on connection: borrowing Connection
    ) throws {
        if before == nil { try forget(run.job, on: connection) }
        try connection.execute(
            """
            INSERT INTO entremise.scored_market (
                job, statistics, statistics_key, learned_on, needs_changed, candidates_changed,
                matches_key, run_id
            ) VALUES (
                \(run.job), \(scored.statistics), \(scored.statisticsKey),
                \(scored.learnedOn.date), \(scored.needsChanged), \(scored.candidatesChanged),
                \(scored.matchesKey), \(run.id)
            )
            ON CONFLICT (job) DO UPDATE SET
                statistics = EXCLUDED.statistics, statistics_key = EXCLUDED.statistics_key,
                learned_on = EXCLUDED.learned_on, needs_changed = EXCLUDED.needs_changed,
                candidates_changed = EXCLUDED.candidates_changed,
                matches_key = EXCLUDED.matches_key, run_id = EXCLUDED.run_id
            """)
        let needs = Changes(from: before?.needs ?? [:], to: scored.needs)
        try connection.execute(
            """
            DELETE FROM entremise.scored_need
            WHERE job = \(run.job) AND need_id = ANY (\(needs.gone))
            """)
        _ = try connection.copyIn(
            "entremise.scored_need", columns: ["job", "need_id", "content", "found"]
        ) { writer in
            for (id, need) in needs.new {
                try writer.row { row in
                    try row.append(run.job)
                    try row.append(id)
                    try row.append(need.content.bytes)
                    try row.append(need.found)
                }
            }
        }
        let candidates = Changes(from: before?.candidates ?? [:], to: scored.candidates)
        try connection.execute(
            """
            DELETE FROM entremise.scored_candidate
            WHERE job = \(run.job) AND candidate_id = ANY (\(candidates.gone))
            """)
        _ = try connection.copyIn(
            "entremise.scored_candidate", columns: ["job", "candidate_id", "number", "content"]
        ) { writer in
            for (id, candidate) in candidates.new {
                try writer.row { row in
                    try row.append(run.job)
                    try row.append(id)
                    try row.append(Int32(candidate.number))
                    try row.append(candidate.content.bytes)
                }
            }
        }
    }
}

/// What differs between two states of a table, ascending by id.
private struct Changes<Value: Hashable> {
    /// Ids whose row is no longer there, or is another.
    let gone: [String]
    /// Rows to write.
    let new: [(id: String, value: Value)]

    init(from before: [String: Value], to after: [String: Value]) {
        gone = before.filter { after[$0.key] != $0.value }.map(\.key).sorted()
        new = after.filter { before[$0.key] != $0.value }.sorted { $0.key < $1.key }
            .map { (id: $0.key, value: $0.value) }
    }
}
