public import Market
internal import Postgres

extension Ledger {
    /// The versions of a job's proposals that are in force, by key; bodies are not read.
    public func proposalsInForce(
        of job: String
    ) throws(LedgerError) -> [Proposal.Key: ProposalInForce] {
        try guarded { connection in
            try reading(connection) { connection in
                let names = try partyNames(of: job, on: connection)
                let rows = try connection.rows(
                    of: """
                        SELECT id, key, position, content FROM entremise.proposal
                        WHERE network = \(network.key) AND job = \(job) AND until_run_id IS NULL
                        """)
                var inForce: [Proposal.Key: ProposalInForce] = [:]
                inForce.reserveCapacity(rows.count)
                try rows.forEach { row throws(PostgresError) in
                    let (id, key) = (try row.value("id", as: Int.self), try row.key())
                    inForce[key] = ProposalInForce(
                        id: id, key: key, position: try row.optional("position"),
                        names: names[id] ?? [], content: try row.value("content"))
                }
                return inForce
            }
        }
    }

    /// Names of the parties of what is in force, in their order, by number of the version.
    private func partyNames(
        of job: String, on connection: borrowing Connection
    ) throws -> [Int: [String?]] {
        var names: [Int: [String?]] = [:]
        try connection.rows(
            of: """
                SELECT party.proposal_id, party.name FROM entremise.proposal
                JOIN entremise.party ON party.proposal_id = proposal.id
                WHERE proposal.network = \(network.key) AND proposal.job = \(job)
                    AND proposal.until_run_id IS NULL
                ORDER BY party.proposal_id, party.position
                """
        ).forEach { row throws(PostgresError) in
            names[try row.value("proposal_id"), default: []].append(try row.optional("name"))
        }
        return names
    }
}

extension Row {
    /// The key of a proposal, from the column `key`.
    borrowing func key() throws(PostgresError) -> Proposal.Key {
        Proposal.Key(try value("key", as: [String].self))
    }
}
