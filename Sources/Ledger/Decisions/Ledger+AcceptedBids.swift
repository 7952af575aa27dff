internal import Market
internal import Postgres

extension Ledger {
    /// Records what somebody said of a bid; the last word on a tender holds.
    ///
    /// An accepted bid stands as it is, and its days are promised before any other's. They are free
    /// again when it is declined or corrected, or its tender is lost or closed; and what the platform
    /// has written as a commitment for the tender is not counted again. A bid that was declined does
    /// not return until its basis changes: who does what, for how much.
    ///
    /// - Parameters:
    ///   - decision: What was said.
    ///   - bid: Number of any version of the bid.
    /// - Returns: Number of the decision.
    /// - Throws: ``LedgerError/unknownBid(_:)``, ``LedgerError/reasonMissing``.
    @discardableResult
    public func decide(_ decision: Decision, onBid bid: Int) throws(LedgerError) -> Int {
        try decision.check()
        return try guarded { connection in
            let id = try connection.first(
                """
                INSERT INTO entremise.bid_decision (bid_id, verdict, reason, note, decided_by)
                SELECT id, \(decision.verdict.rawValue), \(decision.reason), \(decision.note),
                    \(decision.decidedBy)
                FROM entremise.bid WHERE id = \(bid)
                RETURNING id
                """, as: Int.self)
            guard let id else { throw LedgerError.unknownBid(bid) }
            return id
        }
    }

    /// Tenders whose last decision declines a bid of the job, with the basis of that bid.
    func declinedBids(
        of job: String, on connection: borrowing Connection
    ) throws -> [Tender.ID: String] {
        let rows = try connection.rows(
            of: """
                SELECT tender_id, basis
                FROM (
                    SELECT DISTINCT ON (bid.tender_id) bid.tender_id, bid.basis, decision.verdict
                    FROM entremise.bid_decision AS decision
                    JOIN entremise.bid ON bid.id = decision.bid_id
                    WHERE bid.job = \(job)
                    ORDER BY bid.tender_id, decision.id DESC
                ) AS last
                WHERE verdict = 'declined'
                """)
        var declined: [Tender.ID: String] = [:]
        try rows.forEach { row throws(PostgresError) in
            declined[try row.value("tender_id")] = try row.value("basis")
        }
        return declined
    }

    /// Bids of a job whose tender's last decision accepts them and is neither lost nor closed, by
    /// deadline, then by tender.
    func acceptedBids(
        of job: String, on connection: borrowing Connection
    ) throws -> [AcceptedBid] {
        let ids = try connection.rows(
            of: """
                SELECT last.bid_id
                FROM (
                    SELECT DISTINCT ON (bid.tender_id) bid.tender_id, decision.bid_id,
                        decision.verdict
                    FROM entremise.bid_decision AS decision
                    JOIN entremise.bid ON bid.id = decision.bid_id
                    WHERE bid.job = \(job)
                    ORDER BY bid.tender_id, decision.id DESC
                ) AS last
                JOIN network.tender ON tender.id = last.tender_id
                WHERE last.verdict = 'accepted' AND tender.status NOT IN ('lost', 'closed')
                """
        ).map { row throws(PostgresError) in try row.value("bid_id", as: Int.self) }
        guard !ids.isEmpty else { return [] }
        var promises: [Int: [AcceptedBid.Promise]] = [:]
        try connection.rows(
            of: """
                SELECT work.bid_id, work.member_id, lot.starts_on, lot.ends_on,
                    sum(work.days) AS days
                FROM entremise.bid_work AS work
                JOIN network.lot ON lot.id = work.lot_id
                WHERE work.bid_id = ANY (\(ids)) AND lot.starts_on <= lot.ends_on
                GROUP BY work.bid_id, lot.number, lot.id, work.member_id
                ORDER BY work.bid_id, lot.number, lot.id COLLATE "C", work.member_id COLLATE "C"
                """
        ).forEach { row throws(PostgresError) in
            guard
                let window = Period(
                    from: Day(try row.value("starts_on")), to: Day(try row.value("ends_on")))
            else { return }
            promises[try row.value("bid_id"), default: []].append(
                AcceptedBid.Promise(
                    member: try row.value("member_id"), window: window,
                    days: try row.value("days")))
        }
        return try bids(standing: "bid.id = ANY (\(ids))", at: nil, on: connection).map {
            AcceptedBid(bid: $0, promises: promises[$0.id ?? 0, default: []])
        }
    }
}
