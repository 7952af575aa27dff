internal import Market
internal import Postgres

extension Ledger {
    /// Brings the stored cache of a run's job up to date.
    func write(
        _ update: ScoringCacheUpdate, of run: RunHandle, on connection: borrowing Connection
    ) throws {
        if update.replacesAll {
            for table in ["scored_market", "scored_need", "scored_candidate"] {
                try connection.execute(
                    """
                    DELETE FROM entremise.\(identifier: table)
                    WHERE network = \(network.key) AND job = \(run.job)
                    """)
            }
            try insert(update.head, of: run, on: connection)
        } else {
            try self.update(update.head, of: run, on: connection)
        }
        try write(update.needs, of: run, on: connection)
        try write(update.candidates, of: run, on: connection)
    }

    private func insert(
        _ head: ScoringCache.Head, of run: RunHandle, on connection: borrowing Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO entremise.scored_market (
                network, job, statistics, statistics_key, learned_on, needs_changed,
                candidates_changed, next_number, matches_key, excluded, run_id
            ) VALUES (
                \(network.key), \(run.job), \(head.statistics), \(head.statisticsKey), \(head.learnedOn.date),
                \(head.needsChanged), \(head.candidatesChanged), \(head.nextNumber),
                \(head.matchesKey), \(head.excluded), \(run.id)
            )
            """)
    }

    /// Statistics are large: they lie where they are until others are learned.
    private func update(
        _ head: ScoringCache.Head, of run: RunHandle, on connection: borrowing Connection
    ) throws {
        try connection.execute(
            """
            UPDATE entremise.scored_market
            SET statistics_key = \(head.statisticsKey), learned_on = \(head.learnedOn.date),
                needs_changed = \(head.needsChanged),
                candidates_changed = \(head.candidatesChanged),
                next_number = \(head.nextNumber), matches_key = \(head.matchesKey),
                excluded = \(head.excluded), run_id = \(run.id)
            WHERE network = \(network.key) AND job = \(run.job)
            """)
    }

    private func write(
        _ needs: ScoringCacheUpdate.Needs, of run: RunHandle, on connection: borrowing Connection
    ) throws {
        try connection.execute(
            """
            UPDATE entremise.scored_need SET added = news.added
            FROM unnest(\(needs.extended)::text[], \(needs.added)::bytea[])
                AS news (need_id, added)
            WHERE network = \(network.key) AND job = \(run.job) AND scored_need.need_id = news.need_id
            """)
        try connection.execute(
            """
            DELETE FROM entremise.scored_need
            WHERE network = \(network.key) AND job = \(run.job) AND need_id = ANY (\(needs.deleted))
            """)
        try connection.copyIn(
            "entremise.scored_need", rows: needs.inserted,
            columns: [
                .column("network", always: network.key),
                .column("job", always: run.job),
                .column("need_id") { $0.id },
                .column("content") { $0.row.content },
                .column("found") { $0.row.found },
                .column("added") { $0.row.added },
            ])
    }

    private func write(
        _ candidates: ScoringCacheUpdate.Candidates, of run: RunHandle,
        on connection: borrowing Connection
    ) throws {
        try connection.execute(
            """
            DELETE FROM entremise.scored_candidate
            WHERE network = \(network.key) AND job = \(run.job)
                AND candidate_id = ANY (\(candidates.deleted))
            """)
        let rows = candidates.rows
        try connection.copyIn(
            "entremise.scored_candidate", rows: candidates.inserted,
            columns: [
                .column("network", always: network.key),
                .column("job", always: run.job),
                .column("candidate_id") { rows.ids[$0] },
                .column("number") { rows.numbers[$0] },
                .column("content") { Array(rows.content(of: $0)) },
                .column("hubness") { rows.hubness[$0] },
                .column("traits") { candidates.traits($0) },
            ])
    }
}
