public import Market
internal import Postgres

extension Ledger {
    /// Records what somebody said of a proposal; the last word on its key holds.
    ///
    /// A declined proposal is not made again until its basis changes.
    ///
    /// - Parameters:
    ///   - decision: What was said.
    ///   - proposal: Number of any version of the proposal.
    /// - Returns: Number of the decision.
    /// - Throws: ``LedgerError/unknownProposal(_:)``, ``LedgerError/reasonMissing``.
    @discardableResult
    public func decide(_ decision: Decision, on proposal: Int) throws(LedgerError) -> Int {
        if decision.verdict == .declined, decision.reason?.trimmed.isEmpty ?? true {
            throw .reasonMissing
        }
        return try guarded { connection in
            let id = try connection.first(
                """
                INSERT INTO entremise.decision
                    (network, job, key, proposal_id, verdict, reason, note, decided_by)
                SELECT network, job, key, id, \(decision.verdict.rawValue), \(decision.reason),
                    \(decision.note), \(decision.decidedBy)
                FROM entremise.proposal WHERE id = \(proposal) AND network = \(network.key)
                RETURNING id
                """, as: Int.self)
            guard let id else { throw LedgerError.unknownProposal(proposal) }
            return id
        }
    }

    /// What is in force under a key of a job, and what was said of it last.
    ///
    /// - Parameters:
    ///   - job: Name of the job.
    ///   - key: What makes the proposal the same one tomorrow.
    public func proposalState(
        job: String, key: Proposal.Key
    ) throws(LedgerError) -> ProposalState {
        try requireSchema()
        return try guarded { connection in
            try reading(connection) { connection in
                let last = try connection.rows(
                    of: """
                        SELECT proposal_id, verdict, decided_by,
                            decided_at::date AS day
                        FROM entremise.last_decision()
                        WHERE network = \(network.key) AND job = \(job) AND key = \(key.parts)
                        """
                ).first { row throws(PostgresError) in try RecordedDecision(row: row) }
                let inForce = try proposals(
                    where: """
                        proposal.network = \(network.key) AND proposal.job = \(job)
                            AND proposal.key = \(key.parts)
                            AND proposal.until_run_id IS NULL
                        """, on: connection)
                let decided = try last.map { last in
                    try proposals(where: "proposal.id = \(last.proposal)", on: connection)
                }
                return ProposalState(
                    key: key, inForce: inForce.first, last: last, decided: decided?.first)
            }
        }
    }

    /// The last decision on each proposal of a job that was accepted or declined, with the version
    /// that it was said of and what the run that made it weighed.
    ///
    /// - Returns: Ascending by key.
    public func decidedProposals(of job: String) throws(LedgerError) -> [DecidedProposal] {
        try requireSchema()
        return try guarded { connection in
            try reading(connection) { connection in
                let decided = try connection.rows(
                    of: """
                        SELECT said.proposal_id, said.verdict, run.weights
                        FROM entremise.last_decision() AS said
                        JOIN entremise.proposal ON proposal.id = said.proposal_id
                        JOIN entremise.run ON run.id = proposal.run_id
                        WHERE said.network = \(network.key) AND said.job = \(job)
                            AND said.verdict IN ('accepted', 'declined')
                        ORDER BY said.key COLLATE "C"
                        """
                ).map { row throws(any Error) in
                    (
                        id: try row.value("proposal_id", as: Int.self),
                        verdict: Decision.Verdict(rawValue: try row.value("verdict")),
                        weights: try row.optional("weights", as: JSONText.self)
                            .map { try Self.weights($0) }
                    )
                }
                let proposals = Dictionary(
                    try proposals(
                        where: "proposal.id = ANY (\(decided.map(\.id)))", on: connection
                    ).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
                return decided.compactMap { id, verdict, weights in
                    guard let proposal = proposals[id], let verdict else { return nil }
                    return DecidedProposal(proposal: proposal, verdict: verdict, weights: weights)
                }
            }
        }
    }
}

extension Ledger {
    /// Declines that stand on a day, those that are the last decision on a key of a job.
    ///
    /// The day of a decision is that of the network's time zone, which the transaction has.
    func declinedProposals(
        of job: String, standing term: Decline.Term, on day: Day,
        on connection: borrowing Connection
    ) throws -> [Proposal.Key: Decline] {
        var declined: [Proposal.Key: Decline] = [:]
        try connection.rows(
            of: """
                SELECT key, basis, decided_at::date AS day FROM entremise.last_decision()
                WHERE network = \(network.key) AND job = \(job) AND verdict = 'declined'
                """
        ).forEach { row throws(PostgresError) in
            let basis = try row.value("basis", as: String.self)
            let decided = Day(try row.value("day"))
            switch term {
            case .untilChanged: declined[try row.key()] = Decline(basis: basis)
            case .days(let count):
                guard decided.distance(to: day) < count else { return }
                declined[try row.key()] = Decline(basis: basis, isLasting: true)
            }
        }
        return declined
    }

    /// Proposals of a job whose last decision accepts them, as they were accepted, in their order.
    func acceptedProposals(
        of job: String, on connection: borrowing Connection
    ) throws -> [Proposal] {
        try proposals(
            where: """
                proposal.id IN (
                    SELECT proposal_id FROM entremise.last_decision()
                    WHERE network = \(network.key) AND job = \(job) AND verdict = 'accepted'
                )
                """, on: connection)
    }
}

extension RecordedDecision {
    fileprivate init(row: borrowing Row) throws(PostgresError) {
        self.init(
            proposal: try row.value("proposal_id"),
            verdict: Decision.Verdict(rawValue: try row.value("verdict")) ?? .corrected,
            decidedBy: try row.value("decided_by"), day: Day(try row.value("day")))
    }
}
