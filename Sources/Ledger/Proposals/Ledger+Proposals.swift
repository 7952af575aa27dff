internal import Foundation
internal import Market
internal import Postgres

extension Ledger {
    /// A moment that proposals are read at: the end of a run.
    struct RunEnd {
        let run: Int
        /// Decisions count up to here: a moment as the server writes it.
        let endedAt: String
    }

    /// A proposal as a version recorded it, with the reason where it left.
    struct ProposalVersion {
        let proposal: Proposal
        let departure: String?
        /// Number of the run that closed it.
        let until: Int?
    }

    /// Versions that meet a condition on `proposal`, by job, then by the first part of the key, the
    /// position, the whole key, as they were at the end of a run.
    ///
    /// A proposal is new where it was proposed for the first time, or again after a decline, on the
    /// day of the run. What was decided after the run ended is not told.
    ///
    /// - Parameters:
    ///   - condition: On `proposal` and `said`, the last decision that holds for the version.
    ///   - end: nil: as they are now, with every decision.
    func versions(
        where condition: Query, at end: RunEnd? = nil, on connection: borrowing Connection
    ) throws -> [ProposalVersion] {
        let rows = try connection.rows(
            of: """
                SELECT proposal.id, proposal.job, proposal.kind, proposal.key, proposal.title,
                    proposal.position, proposal.reasons_fr, proposal.reasons_en, proposal.proof,
                    proposal.body, proposal.basis, proposal.content, proposal.novelty,
                    proposal.departure, proposal.until_run_id,
                    coalesce(first_run.as_of = this_run.as_of, true) AS is_new,
                    coalesce(said.verdict, 'proposed') AS status
                FROM entremise.proposal
                LEFT JOIN entremise.run AS this_run ON this_run.id = \(end?.run)
                \(Self.firstVersion)
                JOIN entremise.run AS first_run ON first_run.id = first.run_id
                \(Self.said(until: end?.endedAt))
                WHERE \(condition)
                ORDER BY proposal.job, proposal.key[1] COLLATE "C", proposal.position,
                    proposal.key COLLATE "C"
                """)
        let ids = try rows.map { row throws(PostgresError) in try row.value("id", as: Int.self) }
        let parties = try parties(of: ids, on: connection)
        return try rows.map { row throws(any Error) in
            ProposalVersion(
                proposal: try Proposal(row: row, parties: parties[row.value("id")] ?? []),
                departure: try row.optional("departure"), until: try row.optional("until_run_id"))
        }
    }

    /// As ``versions(where:at:on:)``, the proposals alone.
    func proposals(
        where condition: Query, at end: RunEnd? = nil, on connection: borrowing Connection
    ) throws -> [Proposal] {
        try versions(where: condition, at: end, on: connection).map(\.proposal)
    }

    private func parties(
        of proposals: [Int], on connection: borrowing Connection
    ) throws -> [Int: [Party]] {
        guard !proposals.isEmpty else { return [:] }
        var parties: [Int: [Party]] = [:]
        try connection.rows(
            of: """
                SELECT proposal_id, member_id, name, role, is_asked, days, amount_cents
                FROM entremise.party
                WHERE proposal_id = ANY (\(proposals))
                ORDER BY proposal_id, position
                """
        ).forEach { row throws(PostgresError) in
            let cents: Int? = try row.optional("amount_cents")
            parties[try row.value("proposal_id"), default: []].append(
                Party(
                    member: try row.value("member_id"), name: try row.optional("name"),
                    role: try row.value("role"), isAsked: try row.value("is_asked"),
                    days: try row.optional("days"), amount: cents.map(Money.init(cents:))))
        }
        return parties
    }
}

extension Ledger {
    /// Joins `proposal` with the version that made it news last, as `first`.
    static let firstVersion: Query = """
        CROSS JOIN LATERAL (
            SELECT earlier.id, earlier.run_id FROM entremise.proposal AS earlier
            WHERE earlier.network = proposal.network AND earlier.job = proposal.job
                AND earlier.key = proposal.key
                AND earlier.id <= proposal.id AND earlier.is_new
            ORDER BY earlier.id DESC
            LIMIT 1
        ) AS first
        """

    /// Joins `proposal` with the last decision on its key as `said`, where it holds for the version:
    /// a decline on another basis does not.
    static func said(until moment: String? = nil) -> Query {
        """
        LEFT JOIN entremise.last_decision(coalesce(\(moment)::timestamptz, 'infinity')) AS said
            ON said.network = proposal.network AND said.job = proposal.job
            AND said.key = proposal.key
            AND (said.verdict <> 'declined' OR said.basis = proposal.basis)
        """
    }

    /// Whether a version, such as one of `proposal`, was in force at the end of a run.
    static func inForce(_ table: String, after run: Int) -> Query {
        """
        \(identifier: table).run_id <= \(run) AND (
            \(identifier: table).until_run_id IS NULL
            OR \(identifier: table).until_run_id > \(run)
        )
        """
    }
}

extension Proposal {
    fileprivate init(row: borrowing Row, parties: [Party]) throws {
        let proof: JSONText = try row.value("proof")
        let status: String = try row.value("status")
        self.init(
            id: try row.value("id"), job: try row.value("job"), kind: try row.value("kind"),
            key: Key(try row.value("key")), title: try row.value("title"),
            position: try row.optional("position"), parties: parties,
            reasons: [
                .french: try row.value("reasons_fr"), .english: try row.value("reasons_en"),
            ],
            proof: try proof.text == "[]" ? [] : proof.decoded(),
            body: try row.value("body", as: JSONText.self).text, basis: try row.value("basis"),
            content: try row.value("content"), novelty: try row.value("novelty"),
            isNew: try row.value("is_new"), status: Status(rawValue: status) ?? .proposed)
    }
}
