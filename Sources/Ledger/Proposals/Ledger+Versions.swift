internal import Market
internal import Postgres

extension Ledger {
    /// Writes proposals as versions; see ``complete(_:with:peakBytes:)``.
    ///
    /// - Throws: ``LedgerError/unreadable(_:)`` where a proposal that is said to be in force is not.
    func write(
        proposalsOf results: RunResults, of run: RunHandle, on connection: borrowing Connection
    ) throws -> RunCounts {
        var inForce = try versionsInForce(of: run.job, on: connection)
        for same in results.unchanged {
            guard inForce.removeValue(forKey: same.key)?.id == same.id else {
                throw LedgerError.unreadable(
                    "proposal \(same.id) of the job \(run.job) was closed while the run was "
                        + "under way: nothing was written; run the job again")
            }
        }
        var counts = RunCounts(unchanged: results.unchanged.count)
        var replaced: [Int] = []
        var written: [Proposal] = []
        for proposal in results.proposals {
            if let version = inForce.removeValue(forKey: proposal.key) {
                if version.kind == proposal.kind, version.content == proposal.content {
                    counts.unchanged += 1
                    continue
                }
                replaced.append(version.id)
            }
            written.append(proposal)
        }
        counts.closed = inForce.count
        written.sort(by: Self.inOrder)
        let past = try PastProposals(
            Set(written.compactMap(\.key.parts.first)).sorted(), in: run.job, of: network.key,
            on: connection)
        for index in written.indices {
            written[index].isNew = past.isNew(written[index])
            if written[index].isNew { counts.new += 1 } else { counts.changed += 1 }
        }
        try close(
            replaced.map { ($0, nil) }
                + inForce.map { ($0.value.id, results.departures[$0.key]) },
            by: run, on: connection)
        try copy(written, took: results.seconds, of: run, on: connection)
        try copyParties(of: written, of: run, on: connection)
        return counts
    }

    private static func inOrder(_ one: Proposal, _ other: Proposal) -> Bool {
        let (first, second) = (one.key.parts.first ?? "", other.key.parts.first ?? "")
        if first != second { return first < second }
        let (position, next) = (one.position ?? .max, other.position ?? .max)
        return position != next ? position < next : one.key < other.key
    }

    /// What is in force, as far as it must be known to write the next version.
    private struct VersionInForce {
        let id: Int
        let kind: String
        let content: [UInt8]
    }

    private func versionsInForce(
        of job: String, on connection: borrowing Connection
    ) throws -> [Proposal.Key: VersionInForce] {
        let rows = try connection.rows(
            of: """
                SELECT id, kind, key, content FROM entremise.proposal
                WHERE network = \(network.key) AND job = \(job) AND until_run_id IS NULL
                """)
        var inForce: [Proposal.Key: VersionInForce] = [:]
        inForce.reserveCapacity(rows.count)
        try rows.forEach { row throws(PostgresError) in
            inForce[try row.key()] = VersionInForce(
                id: try row.value("id"), kind: try row.value("kind"),
                content: try row.value("content"))
        }
        return inForce
    }

    private func close(
        _ versions: [(id: Int, departure: String?)], by run: RunHandle,
        on connection: borrowing Connection
    ) throws {
        let versions = versions.sorted { $0.id < $1.id }
        try connection.execute(
            """
            UPDATE entremise.proposal
            SET until_run_id = \(run.id), departure = gone.departure
            FROM unnest(\(versions.map(\.id)), \(versions.map(\.departure))) AS gone (id, departure)
            WHERE proposal.id = gone.id
            """)
    }

    private func copy(
        _ proposals: [Proposal], took seconds: [Proposal.Key: Double], of run: RunHandle,
        on connection: borrowing Connection
    ) throws {
        try connection.copyIn(
            "entremise.proposal", rows: proposals,
            columns: [
                .column("network", always: network.key),
                .column("job", always: run.job),
                .column("kind") { $0.kind },
                .column("key") { $0.key.parts },
                .column("title") { $0.title },
                .column("position") { $0.position },
                .column("reasons_fr") { $0.reasons[.french] ?? [] },
                .column("reasons_en") { $0.reasons[.english] ?? [] },
                .column("proof") { try $0.proofJSON },
                .column("body") { JSONText($0.body) },
                .column("basis") { $0.basis },
                .column("content") { $0.content },
                .column("novelty") { $0.novelty },
                .column("run_id", always: run.id),
                .column("is_new") { $0.isNew },
                .column("seconds") { seconds[$0.key] },
            ])
    }

    /// Writes the parties of what a run has just written.
    private func copyParties(
        of proposals: [Proposal], of run: RunHandle, on connection: borrowing Connection
    ) throws {
        guard proposals.contains(where: { !$0.parties.isEmpty }) else { return }
        var ids: [Proposal.Key: Int] = [:]
        ids.reserveCapacity(proposals.count)
        try connection.rows(
            of: "SELECT id, key FROM entremise.proposal WHERE run_id = \(run.id)"
        ).forEach { row throws(PostgresError) in ids[try row.key()] = try row.value("id") }
        let parties = proposals.lazy.flatMap { proposal in
            let id = ids[proposal.key]
            return proposal.parties.enumerated().map {
                NumberedParty(proposal: id, position: $0.offset + 1, party: $0.element)
            }
        }
        try connection.copyIn(
            "entremise.party", rows: parties,
            columns: [
                .column("proposal_id") { $0.proposal },
                .column("position") { $0.position },
                .column("member_id") { $0.party.member },
                .column("name") { $0.party.name },
                .column("role") { $0.party.role },
                .column("is_asked") { $0.party.isAsked },
                .column("days") { $0.party.days },
                .column("amount_cents") { $0.party.amount?.cents },
            ])
    }

    /// A party as a row; without a number of its proposal it is refused.
    private struct NumberedParty {
        let proposal: Int?
        let position: Int
        let party: Party
    }
}

extension Proposal {
    fileprivate var proofJSON: JSONText {
        get throws { try proof.isEmpty ? JSONText("[]") : JSONText(encoding: proof) }
    }
}
