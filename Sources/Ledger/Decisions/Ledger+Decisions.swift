public import Market
internal import Postgres

extension Ledger {
    /// Records what somebody said of the proposal in force of a kind under a key; the last word holds.
    ///
    /// The SQL function `entremise.decide` holds the rules, so that a platform that calls it and this
    /// program refuse the same.
    ///
    /// - Parameters:
    ///   - decision: What was said.
    ///   - kind: The kind of proposal.
    ///   - key: What makes it the same proposal tomorrow.
    ///   - job: The job that proposes it; nil where one alone does.
    /// - Throws: ``LedgerError/decisionRefused(_:)``; ``LedgerError/noRight(role:missing:)``.
    @discardableResult
    public func decide(
        _ decision: Decision, on kind: String, _ key: Proposal.Key, job: String? = nil
    ) throws(LedgerError) -> RecordedDecision {
        try requireSchema()
        do {
            return try guarded { connection in
                try connection.transaction { connection in
                    let number = try record(decision, kind, key, job, on: connection)
                    let version = try connection.first(
                        "SELECT proposal_id FROM entremise.decision WHERE id = \(number)",
                        as: Int.self)
                    let found = try proposals(where: "proposal.id = \(version)", on: connection)
                    guard let proposal = found.first else {
                        throw LedgerError.unreadable("Decision \(number) is on no proposal.")
                    }
                    return RecordedDecision(number: number, proposal: proposal)
                }
            }
        } catch .decisionRefused(var refused) where refused.cause == .saidAlready {
            // An error of the server keeps no value that it was given, such as a name.
            refused.last = try lastWord(decision.verdict, on: kind, key, job: job)
            throw .decisionRefused(refused)
        }
    }

    /// The last word on the key of a proposal, where it is the same again.
    private func lastWord(
        _ verdict: Decision.Verdict, on kind: String, _ key: Proposal.Key, job: String?
    ) throws(LedgerError) -> RefusedDecision.Last? {
        try guarded { connection in
            // In the network's time zone.
            try reading(connection) { connection in
                try connection.rows(
                    of: """
                        SELECT word.decided_by, word.decided_at::date AS day
                        FROM entremise.last_decision() AS word
                        JOIN entremise.proposal ON proposal.id = word.proposal_id
                        WHERE word.network = \(network.key) AND word.key = \(key.parts)
                            AND word.job = coalesce(\(job), word.job)
                            AND proposal.kind = \(kind) AND word.verdict = \(verdict.rawValue)
                        ORDER BY proposal.until_run_id NULLS FIRST, word.decided_at DESC
                        LIMIT 1
                        """
                ).first { row throws(PostgresError) in
                    RefusedDecision.Last(
                        verdict: verdict, decidedBy: try row.value("decided_by"),
                        day: Day(try row.value("day")))
                }
            }
        }
    }

    private func record(
        _ decision: Decision, _ kind: String, _ key: Proposal.Key, _ job: String?,
        on connection: borrowing Connection
    ) throws -> Int {
        do {
            let number = try connection.first(
                """
                SELECT entremise.decide(
                    \(kind), \(key.parts), \(decision.verdict.rawValue), \(decision.reason),
                    \(decision.decidedBy), \(decision.note), \(job),
                    \(network.key)
                )
                """, as: Int.self)
            guard let number else { throw LedgerError.unreadable("entremise.decide gave nothing.") }
            return number
        } catch let error as PostgresError {
            if error.sqlstate == "42501" {
                throw LedgerError.noRight(
                    role: connection.user, missing: ["EXECUTE on FUNCTION entremise.decide"])
            }
            if let refused = RefusedDecision(error) { throw LedgerError.decisionRefused(refused) }
            throw error
        }
    }

    /// Keys of the proposals in force of a kind, with what they are about, ascending.
    public func keysInForce(of kind: String) throws(LedgerError) -> [(
        key: Proposal.Key, title: String
    )] {
        try guarded { connection in
            try connection.rows(
                of: """
                    SELECT key, title FROM entremise.proposal
                    WHERE network = \(network.key) AND kind = \(kind)
                        AND until_run_id IS NULL
                    ORDER BY key COLLATE "C", id
                    """
            ).map { row throws(PostgresError) in
                (key: Proposal.Key(try row.value("key")), title: try row.value("title"))
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
