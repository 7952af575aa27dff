internal import Market
internal import Postgres

extension Ledger {
    /// Bids that meet a condition on `bid`, by deadline, then by tender, as a run left them.
    ///
    /// A bid is new where its team was proposed for its tender for the first time on the day of the
    /// run.
    ///
    /// - Parameter run: nil: as they stand now.
    func bids(
        standing condition: Query, at run: Int?, on connection: borrowing Connection
    ) throws -> [RecordedBid] {
        let rows = try connection.rows(
            of: """
                SELECT bid.id, tender_id, tender_title, buyer, deadline_on, bid.status,
                    price_cents, budget_cents, bound, gap, reasons_fr, reasons_en, basis, details,
                    coalesce(first_run.as_of = this_run.as_of, true) AS is_new
                FROM entremise.bid
                LEFT JOIN entremise.run AS this_run ON this_run.id = \(run)
                CROSS JOIN LATERAL (
                    SELECT first.run_id FROM entremise.bid AS first
                    WHERE first.job = bid.job AND first.tender_id = bid.tender_id
                        AND first.id <= bid.id AND first.is_new
                    ORDER BY first.id DESC
                    LIMIT 1
                ) AS first
                JOIN entremise.run AS first_run ON first_run.id = first.run_id
                WHERE \(condition)
                ORDER BY deadline_on, tender_id COLLATE "C"
                """)
        let heads = try rows.decode(as: BidHead.self)
        let ids = heads.map(\.id)
        let members = try members(of: ids, on: connection)
        let lots = try lots(of: ids, on: connection)
        return try heads.map {
            try $0.bid(members: members[$0.id] ?? [], lots: lots[$0.id] ?? [])
        }
    }

    private func members(
        of bids: [Int], on connection: borrowing Connection
    ) throws -> [Int: [RecordedBid.Member]] {
        var members: [Int: [RecordedBid.Member]] = [:]
        try connection.rows(
            of: """
                SELECT bid_id, member_id, name, leads, days, amount_cents
                FROM entremise.bid_member
                WHERE bid_id = ANY (\(bids))
                ORDER BY bid_id, position
                """
        ).forEach { row throws(PostgresError) in
            members[try row.value("bid_id"), default: []].append(
                RecordedBid.Member(
                    member: try row.value("member_id"), name: try row.value("name"),
                    leads: try row.value("leads"), days: try row.value("days"),
                    amount: Money(cents: try row.value("amount_cents"))))
        }
        return members
    }

    private func lots(
        of bids: [Int], on connection: borrowing Connection
    ) throws -> [Int: [RecordedBid.Lot]] {
        let work = try work(of: bids, on: connection)
        var lots: [Int: [RecordedBid.Lot]] = [:]
        try connection.rows(
            of: """
                SELECT bid_id, lot_id, number, title, is_bid_for, price_cents, budget_cents,
                    reason_fr, reason_en
                FROM entremise.bid_lot
                WHERE bid_id = ANY (\(bids))
                ORDER BY bid_id, position
                """
        ).forEach { row throws(PostgresError) in
            let bid: Int = try row.value("bid_id")
            let lot: String = try row.value("lot_id")
            let budget: Int? = try row.optional("budget_cents")
            var reason: [Language: String] = [:]
            reason[.french] = try row.optional("reason_fr")
            reason[.english] = try row.optional("reason_en")
            lots[bid, default: []].append(
                RecordedBid.Lot(
                    lot: lot, number: try row.value("number"), title: try row.value("title"),
                    isBidFor: try row.value("is_bid_for"),
                    price: Money(cents: try row.value("price_cents")),
                    budget: budget.map(Money.init(cents:)),
                    work: work[LotKey(bid: bid, lot: lot)] ?? [], reason: reason))
        }
        return lots
    }

    private func work(
        of bids: [Int], on connection: borrowing Connection
    ) throws -> [LotKey: [RecordedBid.Work]] {
        var work: [LotKey: [RecordedBid.Work]] = [:]
        try connection.rows(
            of: """
                SELECT bid_id, lot_id, member_id, skill_id, label_fr, label_en, days, rate_cents,
                    amount_cents
                FROM entremise.bid_work
                WHERE bid_id = ANY (\(bids))
                ORDER BY bid_id, lot_id, position
                """
        ).forEach { row throws(PostgresError) in
            let key = LotKey(bid: try row.value("bid_id"), lot: try row.value("lot_id"))
            work[key, default: []].append(
                RecordedBid.Work(
                    member: try row.value("member_id"), skill: try row.value("skill_id"),
                    label: [
                        .french: try row.value("label_fr"), .english: try row.value("label_en"),
                    ],
                    days: try row.value("days"), rate: Money(cents: try row.value("rate_cents")),
                    amount: Money(cents: try row.value("amount_cents"))))
        }
        return work
    }
}

private struct LotKey: Hashable {
    let bid: Int
    let lot: String
}

/// A bid without its members and lots.
private struct BidHead: RowDecodable {
    let id: Int
    let tender: Tender.ID
    let title: String
    let buyer: String
    let deadline: Day
    let status: RecordedBid.Status
    let price: Money
    let budget: Money?
    let bound: Double?
    let gap: Double?
    let reasons: [Language: [String]]
    let basis: String
    let isNew: Bool
    let details: JSONText?

    init(row: borrowing Row) throws(PostgresError) {
        id = try row.value("id")
        tender = try row.value("tender_id")
        title = try row.value("tender_title")
        buyer = try row.value("buyer")
        deadline = Day(try row.value("deadline_on"))
        status = RecordedBid.Status(rawValue: try row.value("status")) ?? .none
        price = Money(cents: try row.value("price_cents"))
        let cents: Int? = try row.optional("budget_cents")
        budget = cents.map(Money.init(cents:))
        bound = try row.optional("bound")
        gap = try row.optional("gap")
        reasons = [.french: try row.value("reasons_fr"), .english: try row.value("reasons_en")]
        basis = try row.value("basis")
        isNew = try row.value("is_new")
        details = try row.optional("details")
    }

    func bid(
        members: [RecordedBid.Member], lots: [RecordedBid.Lot]
    ) throws -> RecordedBid {
        RecordedBid(
            id: id, tender: tender, tenderTitle: title, buyer: buyer, deadline: deadline,
            status: status, price: price, budget: budget, bound: bound, gap: gap,
            members: members, lots: lots, reasons: reasons, basis: basis, isNew: isNew,
            details: try details?.decoded(as: RecordedBid.Details.self))
    }
}
