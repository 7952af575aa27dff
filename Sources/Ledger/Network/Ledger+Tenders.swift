public import Market
internal import Postgres

/// A tender as the platform tells of it at any time, whether it is open, sent or decided.
public struct KnownTender: Sendable, Hashable, Identifiable {
    public let id: Tender.ID
    public var title: String
    /// nil: the platform does not say, or has forgotten the tender.
    public var deadline: Day?
    /// Whether it was lost or closed, so that no bid for it can be accepted any more.
    public var isOver = false
    /// When the work of each of its lots takes place, of those that say it.
    public var windows: [Need.ID: Period] = [:]
}

extension Ledger {
    /// Tenders that the platform knows or a proposal is in force for, ascending by id.
    public func tenders(asOf: Day) throws(LedgerError) -> [KnownTender] {
        try guarded { connection in
            try reading(connection) { connection in
                let query = try checkColumns(
                    of: network.queries.tenders, against: .allTenders, on: connection)
                var known = try tenders(of: query, asOf: asOf, on: connection)
                try connection.rows(
                    of: """
                        SELECT key[1] AS id, title FROM entremise.proposal
                        WHERE network = \(network.key) AND until_run_id IS NULL
                            AND cardinality(key) = 1
                        ORDER BY key, title COLLATE "C"
                        """
                ).forEach { row throws(PostgresError) in
                    let id: Tender.ID = try row.value("id")
                    let title: String = try row.value("title")
                    known[id] = known[id] ?? KnownTender(id: id, title: title)
                }
                return known.values.sorted { $0.id.precedesInBytes($1.id) }
            }
        }
    }

    /// Every tender that the platform knows, by id.
    func tenders(
        of query: CheckedQuery, asOf: Day, on connection: borrowing Connection
    ) throws -> [Tender.ID: KnownTender] {
        var known: [Tender.ID: KnownTender] = [:]
        // What makes no sense of a tender is said where it is read to be formed for.
        _ = try eachRow(of: query, calling: "tender", asOf: asOf, on: connection) { row in
            let id = row.reference(.id)
            guard !id.isEmpty else { return }
            var tender = known[id] ?? KnownTender(id: id, title: "")
            tender.title = max(tender.title, row.text(.title))
            tender.deadline = [tender.deadline, row.readableDeadline()?.day].compactMap(\.self)
                .max()
            tender.isOver = tender.isOver || row.boolean(.over, otherwise: false)
            if let lot = row.optionalText(.lot), let window = row.period(from: .starts, to: .ends) {
                tender.windows[lot] = window
            }
            known[id] = tender
        }
        return known
    }
}
