internal import Market
internal import Postgres

/// What a job proposed before, as far as it tells what is news.
struct PastProposals {
    private struct Named: Hashable {
        let key: Proposal.Key
        let novelty: String
    }

    private var proposed: Set<Named> = []
    /// Basis of the decline by key, where that was the last decision and the key was not proposed on
    /// another basis since.
    private var declined: [Proposal.Key: String] = [:]

    /// Reads what was proposed for keys that begin with one of some ids.
    init(
        _ ids: [String], in job: String, of network: String, on connection: borrowing Connection
    ) throws {
        guard !ids.isEmpty else { return }
        try connection.rows(
            of: """
                SELECT DISTINCT key, novelty FROM entremise.proposal
                WHERE network = \(network) AND job = \(job) AND key[1] = ANY (\(ids))
                """
        ).forEach { row throws(PostgresError) in
            proposed.insert(Named(key: try row.key(), novelty: try row.value("novelty")))
        }
        guard !proposed.isEmpty else { return }
        try connection.rows(
            of: """
                SELECT said.key, said.basis FROM entremise.last_decision() AS said
                WHERE said.network = \(network) AND said.job = \(job)
                    AND said.verdict = 'declined' AND said.key[1] = ANY (\(ids))
                    AND NOT EXISTS (
                        SELECT FROM entremise.proposal AS later
                        WHERE later.network = said.network AND later.job = said.job
                            AND later.key = said.key
                            AND later.id > said.proposal_id AND later.basis <> said.basis
                    )
                """
        ).forEach { row throws(PostgresError) in
            declined[try row.key()] = try row.value("basis", as: String.self)
        }
    }

    /// Whether it is proposed for the first time, or again on a new basis after a decline.
    func isNew(_ proposal: Proposal) -> Bool {
        guard proposed.contains(Named(key: proposal.key, novelty: proposal.novelty)) else {
            return true
        }
        return declined[proposal.key].map { $0 != proposal.basis } ?? false
    }
}
