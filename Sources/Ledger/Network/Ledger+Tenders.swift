public import Market
internal import Postgres

extension Ledger {
    /// Tenders that the platform knows or a proposal is in force for, by id.
    ///
    /// - Returns: Ascending by id; the deadline is nil for a tender that the platform has forgotten.
    public func tenders() throws(LedgerError) -> [(id: Tender.ID, title: String, deadline: Day?)] {
        try guarded { connection in
            try connection.rows(
                of: """
                    SELECT DISTINCT ON (id COLLATE "C") id, title, deadline_on
                    FROM (
                        SELECT id, title, deadline_on FROM network.tender
                        UNION ALL
                        SELECT key[1], title, NULL FROM entremise.proposal
                        WHERE network = \(network.key) AND until_run_id IS NULL
                            AND cardinality(key) = 1
                    ) AS known
                    ORDER BY id COLLATE "C", deadline_on, title COLLATE "C"
                    """
            ).map { row throws(PostgresError) in
                let deadline: PostgresDate? = try row.optional("deadline_on")
                return (
                    id: try row.value("id"), title: try row.value("title"),
                    deadline: deadline.map { Day($0) }
                )
            }
        }
    }

    /// The status of a tender in `network.tender`; nil where it is not there.
    public func tenderStatus(_ tender: Tender.ID) throws(LedgerError) -> String? {
        try guarded { connection in
            try connection.first(
                "SELECT status FROM network.tender WHERE id = \(tender)", as: String.self)
        }
    }

    /// Windows of work of the lots of some tenders, those left out that are lost or closed.
    func lotWindows(
        of tenders: [Tender.ID], on connection: borrowing Connection
    ) throws -> [Tender.ID: [Need.ID: Period]] {
        guard !tenders.isEmpty else { return [:] }
        var windows: [Tender.ID: [Need.ID: Period]] = [:]
        try connection.rows(
            of: """
                SELECT tender.id AS tender, lot.id AS lot, lot.starts_on, lot.ends_on
                FROM network.tender
                LEFT JOIN network.lot ON lot.tender_id = tender.id AND lot.starts_on <= lot.ends_on
                WHERE tender.id = ANY (\(tenders)) AND tender.status NOT IN ('lost', 'closed')
                """
        ).forEach { row throws(PostgresError) in
            let tender: Tender.ID = try row.value("tender")
            windows[tender, default: [:]] = windows[tender] ?? [:]
            guard let lot: String = try row.optional("lot") else { return }
            windows[tender]?[lot] = Period(
                from: Day(try row.value("starts_on")), to: Day(try row.value("ends_on")))
        }
        return windows
    }
}
