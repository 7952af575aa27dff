internal import Hashing
public import Market
internal import Postgres

extension Ledger {
    /// What a job's scoring knew and found on the last night that completed; nil where nothing was
    /// kept.
    public func scoredMarket(of job: String) throws(LedgerError) -> ScoredMarket? {
        try requireSchema()
        return try guarded { connection in
            try connection.transaction(.snapshot) { connection in
                var excluded: [UInt8] = []
                let heads = try connection.rows(
                    of: """
                        SELECT statistics, statistics_key, learned_on, needs_changed,
                            candidates_changed, matches_key, next_number, excluded
                        FROM entremise.scored_market WHERE job = \(job)
                        """, format: .binary
                ).map { row throws(PostgresError) in
                    excluded = try row.value("excluded")
                    return ScoredMarket(
                        statistics: try row.value("statistics"),
                        statisticsKey: try row.value("statistics_key"),
                        learnedOn: Day(try row.value("learned_on")),
                        needsChanged: Int(try row.value("needs_changed", as: Int32.self)),
                        candidatesChanged: Int(try row.value("candidates_changed", as: Int32.self)),
                        matchesKey: try row.value("matches_key"),
                        nextNumber: Int(try row.value("next_number", as: Int32.self)))
                }
                guard var market = heads.first else { return nil }
                try connection.rows(
                    of: """
                        SELECT need_id, content, found, added FROM entremise.scored_need
                        WHERE job = \(job)
                        """, format: .binary
                ).forEach { row throws(PostgresError) in
                    guard let content = Hash(bytes: try row.value("content", as: [UInt8].self))
                    else { return }
                    market.needs[try row.value("need_id")] = ScoredNeed(
                        content: content, found: try row.value("found"),
                        added: try row.value("added"))
                }
                market.excluded = .read(excluded, of: market.needs.keys)
                try connection.rows(
                    of: """
                        SELECT candidate_id, number, content, hubness FROM entremise.scored_candidate
                        WHERE job = \(job)
                        ORDER BY candidate_id COLLATE "C"
                        """, format: .binary
                ).forEach { row throws(PostgresError) in
                    guard let content = Hash(bytes: try row.value("content", as: [UInt8].self))
                    else { return }
                    market.candidates.append(
                        try row.value("candidate_id"), content,
                        number: try row.value("number", as: Int32.self),
                        hubness: try row.value("hubness", as: Float.self))
                }
                return market
            }
        }
    }

    /// What hard rules look at of some candidates as a job last scored them, as the scorer's side
    /// wrote it, by number; with the id, since another run may have given the number to somebody else.
    public func scoredTraits(
        of job: String, numbers: [Int32]
    ) throws(LedgerError) -> [Int32: (id: Candidate.ID, traits: [UInt8])] {
        guard !numbers.isEmpty else { return [:] }
        return try guarded { connection in
            var traits: [Int32: (id: Candidate.ID, traits: [UInt8])] = [:]
            try connection.rows(
                of: """
                    SELECT number, candidate_id, traits FROM entremise.scored_candidate
                    WHERE job = \(job) AND number = ANY (\(numbers))
                    """, format: .binary
            ).forEach { row throws(PostgresError) in
                traits[try row.value("number")] = (
                    try row.value("candidate_id"), try row.value("traits")
                )
            }
            return traits
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
    /// - Parameter scores: What to keep.
    func write(
        _ scores: ScoresToKeep, of run: RunHandle, on connection: borrowing Connection
    ) throws {
        let scored = scores.market
        // What was found holds for what was learned: with other statistics nothing of it stands.
        let before = scores.before?.statistics == scored.statistics ? scores.before : nil
        if before == nil {
            try forget(run.job, on: connection)
            try writeHead(of: scored, run, on: connection)
        } else {
            try writeChanges(of: scored, run, on: connection)
        }
        try write(
            Changes(from: before?.needs ?? [:], to: scored.needs), of: run, on: connection)
        try write(
            scored.candidates, replacing: before?.candidates ?? ScoredCandidates(),
            traits: scores.traits, of: run, on: connection)
    }

    /// Statistics are large: they lie where they are until others are learned.
    private func writeChanges(
        of scored: ScoredMarket, _ run: RunHandle, on connection: borrowing Connection
    ) throws {
        try connection.execute(
            """
            UPDATE entremise.scored_market
            SET statistics_key = \(scored.statisticsKey), learned_on = \(scored.learnedOn.date),
                needs_changed = \(scored.needsChanged),
                candidates_changed = \(scored.candidatesChanged),
                next_number = \(scored.nextNumber), matches_key = \(scored.matchesKey),
                excluded = \(scored.excluded.bytes(of: scored.needs.keys)),
                run_id = \(run.id)
            WHERE job = \(run.job)
            """)
    }

    private func writeHead(
        of scored: ScoredMarket, _ run: RunHandle, on connection: borrowing Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO entremise.scored_market (
                job, statistics, statistics_key, learned_on, needs_changed, candidates_changed,
                next_number, matches_key, excluded, run_id
            ) VALUES (
                \(run.job), \(scored.statistics), \(scored.statisticsKey),
                \(scored.learnedOn.date), \(scored.needsChanged), \(scored.candidatesChanged),
                \(scored.nextNumber), \(scored.matchesKey),
                \(scored.excluded.bytes(of: scored.needs.keys)), \(run.id)
            )
            """)
    }

    private func write(
        _ needs: Changes<ScoredNeed>, of run: RunHandle, on connection: borrowing Connection
    ) throws {
        // What was found stays where it lies: of a need that goes on, only what came is written.
        let added = needs.others.filter {
            $0.before.content == $0.after.content && $0.before.found == $0.after.found
        }
        let goingOn = Set(added.map(\.id))
        try connection.execute(
            """
            UPDATE entremise.scored_need SET added = news.added
            FROM unnest(\(added.map(\.id))::text[], \(added.map(\.after.added))::bytea[])
                AS news (need_id, added)
            WHERE job = \(run.job) AND scored_need.need_id = news.need_id
            """)
        let rewritten = needs.others.filter { !goingOn.contains($0.id) }
        try connection.execute(
            """
            DELETE FROM entremise.scored_need
            WHERE job = \(run.job) AND need_id = ANY (\(needs.gone + rewritten.map(\.id)))
            """)
        try connection.copyIn(
            "entremise.scored_need",
            rows: needs.new + rewritten.map { (id: $0.id, value: $0.after) },
            columns: [
                .column("job", always: run.job),
                .column("need_id") { $0.id },
                .column("content") { $0.value.content.bytes },
                .column("found") { $0.value.found },
                .column("added") { $0.value.added },
            ])
    }

    private func write(
        _ candidates: ScoredCandidates, replacing before: ScoredCandidates,
        traits: @escaping (Int) -> [UInt8], of run: RunHandle, on connection: borrowing Connection
    ) throws {
        let changes = before.changes(to: candidates)
        try connection.execute(
            """
            DELETE FROM entremise.scored_candidate
            WHERE job = \(run.job) AND candidate_id = ANY (\(changes.gone))
            """)
        try connection.copyIn(
            "entremise.scored_candidate", rows: changes.written,
            columns: [
                .column("job", always: run.job),
                .column("candidate_id") { candidates.ids[$0] },
                .column("number") { candidates.numbers[$0] },
                .column("content") { candidates.contents[$0].bytes },
                .column("hubness") { candidates.hubness[$0] },
                .column("traits") { traits($0) },
            ])
    }
}

extension [Need.ID: [Int32]] {
    /// The numbers of some needs, ascending by id, one list after another, little-endian.
    fileprivate func bytes(of needs: some Sequence<Need.ID>) -> [UInt8] {
        needs.sorted().flatMap { need in
            (self[need] ?? []).flatMap { number in
                withUnsafeBytes(of: number.littleEndian) { Array<UInt8>($0) }
            }
        }
    }

    /// Reads what ``bytes(of:)`` wrote of the same needs; empty where it is not such.
    fileprivate static func read(
        _ bytes: [UInt8], of needs: some Collection<Need.ID>
    ) -> [Need.ID: [Int32]] {
        let rules = Exclusion.Rule.allCases.count
        guard bytes.count == 4 * rules * needs.count else { return [:] }
        let numbers = bytes.withUnsafeBytes { bytes in
            (0..<rules * needs.count).map {
                Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Int32.self))
            }
        }
        return Dictionary(
            uniqueKeysWithValues: needs.sorted().enumerated().map { place, need in
                (need, Array<Int32>(numbers[place * rules..<(place + 1) * rules]))
            })
    }
}

/// What differs between two states of a table, ascending by id.
private struct Changes<Value: Hashable> {
    /// Ids whose row is no longer there.
    let gone: [String]
    /// Rows that were not there.
    let new: [(id: String, value: Value)]
    /// Rows that are others than they were.
    let others: [(id: String, before: Value, after: Value)]

    init(from before: [String: Value], to after: [String: Value]) {
        gone = before.keys.filter { after[$0] == nil }.sorted()
        var new: [(id: String, value: Value)] = []
        var others: [(id: String, before: Value, after: Value)] = []
        for (id, value) in after {
            guard let old = before[id] else {
                new.append((id, value))
                continue
            }
            if old != value { others.append((id, old, value)) }
        }
        self.new = new.sorted { $0.id < $1.id }
        self.others = others.sorted { $0.id < $1.id }
    }
}
