public import Market
internal import Postgres

extension Ledger {
    /// The cache that the last completed run of a job left; nil where there is none.
    public func scoringCache(of job: String) throws(LedgerError) -> ScoringCache? {
        try requireSchema()
        return try guarded { connection in
            try reading(connection) { connection in
                guard let head = try cacheHead(of: job, on: connection) else { return nil }
                return ScoringCache(
                    head: head, needs: try cachedNeeds(of: job, on: connection),
                    candidates: try cachedCandidates(of: job, on: connection))
            }
        }
    }

    /// The cached traits of some candidates, by number.
    public func cachedTraits(
        of job: String, numbers: [Int32]
    ) throws(LedgerError) -> [Int32: [UInt8]] {
        guard !numbers.isEmpty else { return [:] }
        return try guarded { connection in
            var traits: [Int32: [UInt8]] = [:]
            try connection.rows(
                of: """
                    SELECT number, traits FROM entremise.scored_candidate
                    WHERE network = \(network.key) AND job = \(job) AND number = ANY (\(numbers))
                    """
            ).forEach { row throws(PostgresError) in
                traits[try row.value("number")] = try row.value("traits")
            }
            return traits
        }
    }

    private func cacheHead(
        of job: String, on connection: borrowing Connection
    ) throws -> ScoringCache.Head? {
        try connection.rows(
            of: """
                SELECT statistics, statistics_key, learned_on, needs_changed,
                    candidates_changed, matches_key, next_number, excluded
                FROM entremise.scored_market
                WHERE network = \(network.key) AND job = \(job)
                """
        ).map { row throws(PostgresError) in
            ScoringCache.Head(
                statistics: try row.value("statistics"),
                statisticsKey: try row.value("statistics_key"),
                learnedOn: Day(try row.value("learned_on")),
                needsChanged: Int(try row.value("needs_changed", as: Int32.self)),
                candidatesChanged: Int(try row.value("candidates_changed", as: Int32.self)),
                matchesKey: try row.value("matches_key"),
                nextNumber: Int(try row.value("next_number", as: Int32.self)),
                excluded: try row.value("excluded"))
        }.first
    }

    private func cachedNeeds(
        of job: String, on connection: borrowing Connection
    ) throws -> [Need.ID: ScoringCache.NeedRow] {
        var needs: [Need.ID: ScoringCache.NeedRow] = [:]
        try connection.rows(
            of: """
                SELECT need_id, content, found, added FROM entremise.scored_need
                WHERE network = \(network.key) AND job = \(job)
                """
        ).forEach { row throws(PostgresError) in
            needs[try row.value("need_id")] = ScoringCache.NeedRow(
                content: try row.value("content"), found: try row.value("found"),
                added: try row.value("added"))
        }
        return needs
    }

    private func cachedCandidates(
        of job: String, on connection: borrowing Connection
    ) throws -> ScoringCache.CandidateRows {
        var candidates = ScoringCache.CandidateRows()
        try connection.rows(
            of: """
                SELECT candidate_id, number, content, hubness FROM entremise.scored_candidate
                WHERE network = \(network.key) AND job = \(job)
                ORDER BY candidate_id COLLATE "C"
                """
        ).forEach { row throws(PostgresError) in
            candidates.append(
                try row.value("candidate_id"), content: try row.value("content"),
                number: try row.value("number", as: Int32.self),
                hubness: try row.value("hubness", as: Float.self))
        }
        return candidates
    }
}
