public import Market
internal import Postgres

/// The last word on the bid for a tender.
public struct TakenDecision: Sendable, Hashable {
    /// Version of the bid that it is on.
    public let bid: Int
    public let verdict: Decision.Verdict
    public let decidedBy: String
    /// The day that it was taken, in the network's time zone.
    public let day: Day
}

/// Where a tender stands.
public struct TenderState: Sendable, Hashable {
    /// Its status in `network.tender`; nil where it is not there.
    public let status: String?
    /// The bid as it stands now; nil where no run found any, or the tender is no longer open.
    public let bid: RecordedBid?
    /// The last word on any version of its bid, and that version.
    public let lastDecision: TakenDecision?
    public let decidedBid: RecordedBid?
}

extension Ledger {
    /// Where a tender stands with a job: its bid, and what was said of it.
    ///
    /// - Parameter timeZone: Where the days of decisions begin at midnight, as the IANA database
    ///   names it.
    public func state(
        of tender: Tender.ID, in job: String, timeZone: String
    ) throws(LedgerError) -> TenderState {
        try requireSchema()
        return try guarded { connection in
            try connection.transaction(.snapshot) { connection in
                let status = try connection.first(
                    "SELECT status FROM network.tender WHERE id = \(tender)", as: String.self)
                let bids = try bids(
                    standing: """
                        bid.job = \(job) AND bid.tender_id = \(tender) AND bid.until_run_id IS NULL
                        """, at: nil, on: connection)
                let last = try lastDecision(
                    on: tender, of: job, timeZone: timeZone, on: connection)
                let decided = try last.map { last in
                    try self.bids(standing: "bid.id = \(last.bid)", at: nil, on: connection)
                }
                return TenderState(
                    status: status, bid: bids.first, lastDecision: last,
                    decidedBid: decided?.first)
            }
        }
    }

    /// Tenders that the platform knows or a bid stands for, by id.
    public func tenders() throws(LedgerError) -> [(id: Tender.ID, title: String, deadline: Day)] {
        try guarded { connection in
            try connection.rows(
                of: """
                    SELECT DISTINCT ON (id COLLATE "C") id, title, deadline_on
                    FROM (
                        SELECT id, title, deadline_on FROM network.tender
                        UNION ALL
                        SELECT tender_id, tender_title, deadline_on FROM entremise.bid
                        WHERE until_run_id IS NULL
                    ) AS known
                    ORDER BY id COLLATE "C", title COLLATE "C", deadline_on
                    """
            ).map { row throws(PostgresError) in
                (
                    id: try row.value("id"), title: try row.value("title"),
                    deadline: Day(try row.value("deadline_on"))
                )
            }
        }
    }

    private func lastDecision(
        on tender: Tender.ID, of job: String, timeZone: String,
        on connection: borrowing Connection
    ) throws -> TakenDecision? {
        let rows = try connection.rows(
            of: """
                SELECT decision.bid_id, decision.verdict, decision.decided_by,
                    (decision.decided_at AT TIME ZONE \(timeZone)::text)::date AS day
                FROM entremise.bid_decision AS decision
                JOIN entremise.bid ON bid.id = decision.bid_id
                WHERE bid.job = \(job) AND bid.tender_id = \(tender)
                ORDER BY decision.id DESC
                LIMIT 1
                """
        ).map { row throws(PostgresError) in
            TakenDecision(
                bid: try row.value("bid_id"),
                verdict: Decision.Verdict(rawValue: try row.value("verdict")) ?? .corrected,
                decidedBy: try row.value("decided_by"), day: Day(try row.value("day")))
        }
        return rows.first
    }
}
