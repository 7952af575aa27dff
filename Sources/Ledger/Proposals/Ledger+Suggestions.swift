internal import Hashing
public import Market
internal import Postgres

extension Ledger {
    /// Writes suggestions as versions; see ``complete(_:with:peakBytes:)``.
    ///
    /// - Throws: ``LedgerError/unreadable(_:)`` where a suggestion that is said to stand does not.
    func write(
        suggestionsOf results: RunResults, of run: RunHandle, on connection: borrowing Connection
    ) throws -> RunCounts.Versions {
        let (suggestions, departures) = (results.suggestions, results.departures)
        var standing = try standingSuggestions(of: run.job, on: connection)
        let past = try pastPairs(
            of: Set(suggestions.map(\.need)).sorted(), in: run.job, on: connection)
        var counts = RunCounts.Versions()
        for stands in results.standing {
            guard standing.removeValue(forKey: stands.pair)?.id == stands.id else {
                throw LedgerError.unreadable(
                    "suggestion \(stands.id) of the job \(run.job) was closed while the run was "
                        + "under way: nothing was written; run the job again")
            }
        }
        counts.unchanged = results.standing.count
        var closed: [Int] = []
        var written: [Version] = []
        for suggestion in suggestions.sorted(by: Self.inOrder) {
            let pair = NeedCandidate(need: suggestion.need, candidate: suggestion.candidate)
            let content = suggestion.content
            if let row = standing.removeValue(forKey: pair) {
                if row.content == content.bytes {
                    counts.unchanged += 1
                    continue
                }
                closed.append(row.id)
            }
            let isNew = past[pair]?.isNew(on: suggestion.basis) ?? true
            if isNew { counts.new += 1 } else { counts.changed += 1 }
            written.append(
                Version(suggestion: suggestion, content: content, isNew: isNew))
        }
        counts.closed = standing.count
        closed += standing.values.map(\.id)
        try connection.execute(
            """
            UPDATE entremise.suggestion SET until_run_id = \(run.id)
            WHERE id = ANY (\(closed.sorted()))
            """)
        for reason in RankTrade.Departure.allCases {
            let left = standing.filter { departures[$0.key] == reason }.map(\.value.id)
            guard !left.isEmpty else { continue }
            try connection.execute(
                """
                UPDATE entremise.suggestion SET departure = \(reason.rawValue)
                WHERE id = ANY (\(left.sorted()))
                """)
        }
        try copy(written, of: run, on: connection)
        return counts
    }

    private struct Version {
        let suggestion: RecordedSuggestion
        let content: Hash
        let isNew: Bool
    }

    private static func inOrder(_ one: RecordedSuggestion, _ other: RecordedSuggestion) -> Bool {
        (one.need, one.rank, one.candidate) < (other.need, other.rank, other.candidate)
    }

    /// The suggestions of a job that stand.
    public func standingSuggestions(
        of job: String
    ) throws(LedgerError) -> [NeedCandidate: StandingSuggestion] {
        try guarded { connection in try standingSuggestions(of: job, on: connection) }
    }

    private func standingSuggestions(
        of job: String, on connection: borrowing Connection
    ) throws -> [NeedCandidate: StandingSuggestion] {
        let rows = try connection.rows(
            of: """
                SELECT id, need_id, candidate_id, rank, need_owner_name, content
                FROM entremise.suggestion
                WHERE job = \(job) AND until_run_id IS NULL
                """, format: .binary)
        var standing: [NeedCandidate: StandingSuggestion] = [:]
        try rows.forEach { row throws(PostgresError) in
            let pair = NeedCandidate(
                need: try row.value("need_id"), candidate: try row.value("candidate_id"))
            standing[pair] = StandingSuggestion(
                id: try row.value("id"), pair: pair, rank: try row.value("rank"),
                needOwnerName: try row.optional("need_owner_name"),
                content: try row.value("content"))
        }
        return standing
    }

    private func copy(
        _ versions: [Version], of run: RunHandle, on connection: borrowing Connection
    ) throws {
        let columns = [
            "job", "need_id", "need_title", "need_owner", "need_owner_name", "candidate_id",
            "candidate_title", "member_id", "member_name", "rank", "score", "signals",
            "reasons_fr", "reasons_en", "basis", "content", "run_id", "is_new",
        ]
        _ = try connection.copyIn("entremise.suggestion", columns: columns) { writer in
            for version in versions {
                let suggestion = version.suggestion
                let signals = try JSONText(encoding: suggestion.signals)
                try writer.row { row in
                    try row.append(run.job)
                    try row.append(suggestion.need)
                    try row.append(suggestion.needTitle)
                    try row.append(suggestion.needOwner)
                    try row.append(suggestion.needOwnerName)
                    try row.append(suggestion.candidate)
                    try row.append(suggestion.candidateTitle)
                    try row.append(suggestion.member)
                    try row.append(suggestion.memberName)
                    try row.append(suggestion.rank)
                    try row.append(suggestion.roundedScore)
                    try row.append(signals)
                    try row.append(suggestion.reasons[.french] ?? [])
                    try row.append(suggestion.reasons[.english] ?? [])
                    try row.append(suggestion.basis)
                    try row.append(version.content.bytes)
                    try row.append(run.id)
                    try row.append(version.isNew)
                }
            }
        }
    }
}

/// What the ledger knows of a pair that was proposed before.
private struct PastPair {
    /// Basis of the decline, where that was the last decision and the pair was not proposed on
    /// another basis since.
    let declinedBasis: String?

    func isNew(on basis: String) -> Bool {
        declinedBasis.map { $0 != basis } ?? false
    }
}

extension Ledger {
    /// Pairs of some needs that were proposed before.
    private func pastPairs(
        of needs: [Need.ID], in job: String, on connection: borrowing Connection
    ) throws -> [NeedCandidate: PastPair] {
        let rows = try connection.rows(
            of: """
                SELECT pair.need_id, pair.candidate_id, declined.basis AS declined_basis
                FROM (
                    SELECT DISTINCT need_id, candidate_id FROM entremise.suggestion
                    WHERE job = \(job) AND need_id = ANY (\(needs))
                ) AS pair
                LEFT JOIN (
                    SELECT DISTINCT ON (judged.need_id, judged.candidate_id)
                        judged.id, judged.need_id, judged.candidate_id, judged.basis,
                        decision.verdict
                    FROM entremise.decision
                    JOIN entremise.suggestion AS judged ON judged.id = decision.suggestion_id
                    WHERE judged.job = \(job) AND judged.need_id = ANY (\(needs))
                    ORDER BY judged.need_id, judged.candidate_id, decision.id DESC
                ) AS declined ON declined.need_id = pair.need_id
                    AND declined.candidate_id = pair.candidate_id
                    AND declined.verdict = 'declined' AND NOT EXISTS (
                        SELECT FROM entremise.suggestion AS later
                        WHERE later.job = \(job) AND later.need_id = declined.need_id
                            AND later.candidate_id = declined.candidate_id
                            AND later.id > declined.id AND later.basis <> declined.basis
                    )
                """)
        var past: [NeedCandidate: PastPair] = [:]
        try rows.forEach { row throws(PostgresError) in
            let pair = NeedCandidate(
                need: try row.value("need_id"), candidate: try row.value("candidate_id"))
            past[pair] = PastPair(declinedBasis: try row.optional("declined_basis"))
        }
        return past
    }
}

extension RecordedSuggestion {
    /// The score to four digits: what lies below is no news.
    fileprivate var roundedScore: Double { (score * 10_000).rounded() / 10_000 }

    /// SHA-256 of all that people see.
    fileprivate var content: Hash {
        var hasher = Hash.Hasher()
        hasher.combine(fields: needTitle, needOwner, needOwnerName, candidateTitle, member)
        hasher.combine(fields: memberName, rank, roundedScore, signals, basis)
        for language in Language.allCases { hasher.combine(fields: reasons[language]) }
        return hasher.finish()
    }
}
