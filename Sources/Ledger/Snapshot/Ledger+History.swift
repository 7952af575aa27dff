internal import Market
internal import Postgres

extension Ledger {
    /// What the nights of a job before a day left, for the needs and members of a snapshot.
    ///
    /// Proposals are of pairs: their key is a need and a candidate. Only runs that took an earlier
    /// day for today count, so a run that is started again on the same day reads the same.
    ///
    /// - Parameter role: What the members are in proposals whose share of attention is counted.
    func history(
        of job: String, exposing role: String, in snapshot: Snapshot, asOf: Day,
        on connection: borrowing Connection
    ) throws -> ProposalHistory {
        let nights = try connection.rows(
            of: """
                SELECT id, as_of FROM entremise.run
                WHERE network = \(network.key) AND job = \(job) AND status = 'completed'
                    AND as_of < \(asOf.date)
                ORDER BY as_of DESC, id DESC
                LIMIT 1
                """
        ).map { row throws(PostgresError) in
            LastNight(
                job: job, role: role, run: try row.value("id"), day: Day(try row.value("as_of")))
        }
        guard let last = nights.first else { return ProposalHistory() }
        let members = Set(snapshot.candidates.map(\.member))
        var history = ProposalHistory()
        history.inForce = try inForce(after: last, on: connection)
        history.notified = try notified(in: snapshot, after: last, on: connection)
        history.waits = try waits(after: last, of: members, on: connection)
        history.lastSuggested = try lastSuggested(after: last, of: members, on: connection)
        // Where the platform says when members joined, that is not asked of the nights.
        if !snapshot.candidates.contains(where: { $0.joined != nil }) {
            history.firstSeen = try firstSeen(after: last, of: members, on: connection)
        }
        return history
    }

    /// The last night of a job before a day.
    private struct LastNight {
        let job: String
        let role: String
        let run: Int
        let day: Day
    }

    private func inForce(
        after last: LastNight, on connection: borrowing Connection
    ) throws -> Set<NeedCandidate> {
        let rows = try connection.rows(
            of: """
                SELECT key FROM entremise.proposal
                WHERE network = \(network.key) AND job = \(last.job)
                    AND \(Self.inForce("proposal", after: last.run))
                """)
        var pairs: Set<NeedCandidate> = []
        try rows.forEach { row throws(PostgresError) in
            if let pair = try row.key().pair { pairs.insert(pair) }
        }
        return pairs
    }

    /// Members who were ever proposed for the open needs, but for pairs that were declined.
    private func notified(
        in snapshot: Snapshot, after last: LastNight, on connection: borrowing Connection
    ) throws -> [Need.ID: Set<String>] {
        let rows = try connection.rows(
            of: """
                SELECT DISTINCT proposal.key, party.member_id
                FROM entremise.proposal
                JOIN entremise.run ON run.id = proposal.run_id
                JOIN entremise.party ON party.proposal_id = proposal.id
                    AND party.role = \(last.role)
                WHERE proposal.network = \(network.key) AND proposal.job = \(last.job)
                    AND run.as_of <= \(last.day.date)
                    AND proposal.key[1] = ANY (\(snapshot.needs.map(\.id)))
                """)
        var notified: [Need.ID: Set<String>] = [:]
        try rows.forEach { row throws(PostgresError) in
            guard let pair = try row.key().pair, snapshot.declined[pair] == nil else { return }
            notified[pair.need, default: []].insert(try row.value("member_id"))
        }
        return notified
    }

    private func waits(
        after last: LastNight, of members: Set<String>, on connection: borrowing Connection
    ) throws -> [String: ProposalHistory.Wait] {
        let rows = try connection.rows(
            of: """
                WITH wait AS (
                    SELECT member_id, since_on FROM entremise.wait
                    WHERE network = \(network.key) AND job = \(last.job)
                        AND \(Self.inForce("wait", after: last.run))
                ), since AS (
                    SELECT since_on, (
                        SELECT count(DISTINCT as_of) FROM entremise.run
                        WHERE network = \(network.key) AND job = \(last.job) AND status = 'completed'
                            AND as_of BETWEEN since_on AND \(last.day.date)
                    ) AS nights
                    FROM (SELECT DISTINCT since_on FROM wait) AS first
                )
                SELECT member_id, since_on, nights FROM wait JOIN since USING (since_on)
                """)
        var waits: [String: ProposalHistory.Wait] = [:]
        try rows.forEach { row throws(PostgresError) in
            let member: String = try row.value("member_id")
            guard members.contains(member) else { return }
            waits[member] = .init(
                since: Day(try row.value("since_on")), nights: try row.value("nights"))
        }
        return waits
    }

    /// The last day that members stood in a proposal, where that is less than 31 days before the
    /// last night.
    private func lastSuggested(
        after last: LastNight, of members: Set<String>, on connection: borrowing Connection
    ) throws -> [String: Day] {
        let rows = try connection.rows(
            of: """
                SELECT party.member_id,
                    max(least(\(last.day.date), coalesce(closing.as_of - 1, \(last.day.date))))
                        AS day
                FROM entremise.proposal
                JOIN entremise.run ON run.id = proposal.run_id
                JOIN entremise.party ON party.proposal_id = proposal.id
                    AND party.role = \(last.role)
                LEFT JOIN entremise.run AS closing ON closing.id = proposal.until_run_id
                WHERE proposal.network = \(network.key) AND proposal.job = \(last.job)
                    AND run.as_of <= \(last.day.date)
                    AND (
                        closing.as_of IS NULL
                        OR closing.as_of > greatest(run.as_of, \(last.day.date) - 30)
                    )
                GROUP BY party.member_id
                """)
        return try days(rows, of: members)
    }

    /// The first day that members were proposed or passed over.
    private func firstSeen(
        after last: LastNight, of members: Set<String>, on connection: borrowing Connection
    ) throws -> [String: Day] {
        let rows = try connection.rows(
            of: """
                SELECT member_id, min(day) AS day
                FROM (
                    SELECT party.member_id, run.as_of AS day
                    FROM entremise.proposal
                    JOIN entremise.run ON run.id = proposal.run_id
                    JOIN entremise.party ON party.proposal_id = proposal.id
                        AND party.role = \(last.role)
                    WHERE proposal.network = \(network.key) AND proposal.job = \(last.job)
                    UNION ALL
                    SELECT member_id, since_on FROM entremise.wait
                    WHERE network = \(network.key) AND job = \(last.job)
                ) AS seen
                WHERE day <= \(last.day.date)
                GROUP BY member_id
                """)
        return try days(rows, of: members)
    }

    private func days(_ rows: consuming Rows, of members: Set<String>) throws -> [String: Day] {
        var days: [String: Day] = [:]
        try rows.forEach { row throws(PostgresError) in
            let member: String = try row.value("member_id")
            if members.contains(member) { days[member] = Day(try row.value("day")) }
        }
        return days
    }
}
