internal import Market
internal import Postgres

extension Ledger {
    /// Suggestions that meet a condition on `suggestion`, by need, then by rank, as a run left
    /// them.
    ///
    /// A suggestion is new where the pair was proposed for the first time, or again after a
    /// decline, on the day of the run. What was decided after the run ended is not told.
    ///
    /// - Parameter run: nil: as they stand now, with every decision.
    func suggestions(
        standing condition: Query, at run: Int?, on connection: borrowing Connection
    ) throws -> [RecordedSuggestion] {
        let rows = try connection.rows(
            of: """
                SELECT suggestion.id, suggestion.job, need_id, need_title, need_owner,
                    need_owner_name, candidate_id, candidate_title, member_id, member_name, rank,
                    score, signals, reasons_fr, reasons_en, basis,
                    coalesce(first_run.as_of = this_run.as_of, true) AS is_new,
                    coalesce(said.verdict, 'proposed') AS status
                FROM entremise.suggestion
                LEFT JOIN entremise.run AS this_run ON this_run.id = \(run)
                CROSS JOIN LATERAL (
                    SELECT first.id, first.run_id FROM entremise.suggestion AS first
                    WHERE first.job = suggestion.job AND first.need_id = suggestion.need_id
                        AND first.candidate_id = suggestion.candidate_id
                        AND first.id <= suggestion.id AND first.is_new
                    ORDER BY first.id DESC
                    LIMIT 1
                ) AS first
                JOIN entremise.run AS first_run ON first_run.id = first.run_id
                LEFT JOIN LATERAL (
                    SELECT decision.verdict, judged.basis AS judged_basis
                    FROM entremise.decision
                    JOIN entremise.suggestion AS judged ON judged.id = decision.suggestion_id
                    WHERE judged.job = suggestion.job AND judged.need_id = suggestion.need_id
                        AND judged.candidate_id = suggestion.candidate_id
                        AND decision.decided_at <= coalesce(this_run.ended_at, 'infinity')
                    ORDER BY decision.id DESC
                    LIMIT 1
                ) AS said ON said.verdict <> 'declined' OR said.judged_basis = suggestion.basis
                WHERE \(condition)
                ORDER BY suggestion.job, need_id COLLATE "C", rank, candidate_id COLLATE "C"
                """)
        return try rows.map { row throws(any Error) in
            try RecordedSuggestion(
                row: row, signals: row.value("signals", as: JSONText.self).decoded())
        }
    }
}

extension RecordedSuggestion {
    fileprivate init(row: borrowing Row, signals: [Signal]) throws(PostgresError) {
        let status: String = try row.value("status")
        self.init(
            id: try row.value("id"), job: try row.value("job"), need: try row.value("need_id"),
            needTitle: try row.value("need_title"), needOwner: try row.optional("need_owner"),
            needOwnerName: try row.optional("need_owner_name"),
            candidate: try row.value("candidate_id"),
            candidateTitle: try row.value("candidate_title"), member: try row.value("member_id"),
            memberName: try row.value("member_name"), rank: try row.value("rank"),
            score: try row.value("score"), signals: signals,
            reasons: [
                .french: try row.value("reasons_fr"), .english: try row.value("reasons_en"),
            ],
            basis: try row.value("basis"), isNew: try row.value("is_new"),
            status: Status(rawValue: status) ?? .proposed)
    }
}
