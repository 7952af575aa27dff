internal import Foundation
internal import Hashing
internal import Market
internal import Postgres

extension Ledger {
    /// Writes bids as versions; see ``complete(_:with:peakBytes:)``.
    func write(
        _ bids: [RecordedBid], took seconds: [Tender.ID: Double], of run: RunHandle,
        on connection: borrowing Connection
    ) throws -> RunCounts.Versions {
        var standing = try standingBids(of: run.job, on: connection)
        let past = try pastTeams(of: run.job, on: connection)
        var counts = RunCounts.Versions()
        var closed: [Int] = []
        var written: [(bid: RecordedBid, content: Hash, isNew: Bool)] = []
        for bid in bids.sorted(by: { ($0.deadline, $0.tender) < ($1.deadline, $1.tender) }) {
            let content = Hash(of: try JSONText(encoding: Content(bid)).text)
            if let row = standing.removeValue(forKey: bid.tender) {
                if row.content == content.bytes {
                    counts.unchanged += 1
                    continue
                }
                closed.append(row.id)
            }
            let isNew = !(past[bid.tender]?.contains(bid.members.map(\.member).sorted()) ?? false)
            if isNew { counts.new += 1 } else { counts.changed += 1 }
            written.append((bid, content, isNew))
        }
        counts.closed = standing.count
        closed += standing.values.map(\.id)
        try connection.execute(
            """
            UPDATE entremise.bid SET until_run_id = \(run.id)
            WHERE id = ANY (\(closed.sorted()))
            """)
        var numbered: [(id: Int, bid: RecordedBid)] = []
        for (bid, content, isNew) in written {
            let id = try insert(
                bid, took: seconds[bid.tender], content: content, isNew: isNew, of: run,
                on: connection)
            numbered.append((id, bid))
        }
        try copyMembers(of: numbered, on: connection)
        try copyLots(of: numbered, on: connection)
        try copyWork(of: numbered, on: connection)
        return counts
    }

    private func standingBids(
        of job: String, on connection: borrowing Connection
    ) throws -> [Tender.ID: (id: Int, content: [UInt8])] {
        let rows = try connection.rows(
            of: """
                SELECT id, tender_id, content FROM entremise.bid
                WHERE job = \(job) AND until_run_id IS NULL
                """)
        var standing: [Tender.ID: (id: Int, content: [UInt8])] = [:]
        try rows.forEach { row throws(PostgresError) in
            let tender: String = try row.value("tender_id")
            standing[tender] = (try row.value("id"), try row.value("content"))
        }
        return standing
    }

    /// Teams that were ever proposed for each tender, as sorted ids of members.
    private func pastTeams(
        of job: String, on connection: borrowing Connection
    ) throws -> [Tender.ID: Set<[String]>] {
        let rows = try connection.rows(
            of: """
                SELECT DISTINCT tender_id, ARRAY(
                    SELECT member_id FROM entremise.bid_member WHERE bid_id = bid.id
                    ORDER BY member_id
                ) AS team
                FROM entremise.bid
                WHERE job = \(job)
                """)
        var past: [Tender.ID: Set<[String]>] = [:]
        try rows.forEach { row throws(PostgresError) in
            let team: [String] = try row.value("team")
            past[try row.value("tender_id"), default: []].insert(team.sorted())
        }
        return past
    }

    private func insert(
        _ bid: RecordedBid, took seconds: Double?, content: Hash, isNew: Bool, of run: RunHandle,
        on connection: borrowing Connection
    ) throws -> Int {
        let details = try bid.details.map { try JSONText(encoding: $0) }
        let id = try connection.first(
            """
            INSERT INTO entremise.bid (
                job, tender_id, tender_title, buyer, deadline_on, status, price_cents,
                budget_cents, bound, gap, reasons_fr, reasons_en, basis, content, run_id, is_new,
                details, seconds
            ) VALUES (
                \(run.job), \(bid.tender), \(bid.tenderTitle), \(bid.buyer), \(bid.deadline.date),
                \(bid.status.rawValue), \(bid.price.cents), \(bid.budget?.cents), \(bid.bound),
                \(bid.gap), \(bid.reasons[.french] ?? []), \(bid.reasons[.english] ?? []),
                \(bid.basis), \(content.bytes), \(run.id), \(isNew),
                \(details), \(seconds)
            )
            RETURNING id
            """, as: Int.self)
        guard let id else { throw LedgerError.unreadable("Expected the number of the new bid") }
        return id
    }

    private func copyMembers(
        of bids: [(id: Int, bid: RecordedBid)], on connection: borrowing Connection
    ) throws {
        let columns = ["bid_id", "position", "member_id", "name", "leads", "days", "amount_cents"]
        _ = try connection.copyIn("entremise.bid_member", columns: columns) { writer in
            for (id, bid) in bids {
                for (index, member) in bid.members.enumerated() {
                    try writer.row { row in
                        try row.append(id)
                        try row.append(index + 1)
                        try row.append(member.member)
                        try row.append(member.name)
                        try row.append(member.leads)
                        try row.append(member.days)
                        try row.append(member.amount.cents)
                    }
                }
            }
        }
    }

    private func copyLots(
        of bids: [(id: Int, bid: RecordedBid)], on connection: borrowing Connection
    ) throws {
        let columns = [
            "bid_id", "lot_id", "position", "number", "title", "is_bid_for", "price_cents",
            "budget_cents", "reason_fr", "reason_en",
        ]
        _ = try connection.copyIn("entremise.bid_lot", columns: columns) { writer in
            for (id, bid) in bids {
                for (index, lot) in bid.lots.enumerated() {
                    try writer.row { row in
                        try row.append(id)
                        try row.append(lot.lot)
                        try row.append(index + 1)
                        try row.append(lot.number)
                        try row.append(lot.title)
                        try row.append(lot.isBidFor)
                        try row.append(lot.price.cents)
                        try row.append(lot.budget?.cents)
                        try row.append(lot.reason[.french])
                        try row.append(lot.reason[.english])
                    }
                }
            }
        }
    }

    private func copyWork(
        of bids: [(id: Int, bid: RecordedBid)], on connection: borrowing Connection
    ) throws {
        let columns = [
            "bid_id", "lot_id", "position", "member_id", "skill_id", "label_fr", "label_en",
            "days", "rate_cents", "amount_cents",
        ]
        _ = try connection.copyIn("entremise.bid_work", columns: columns) { writer in
            for (id, bid) in bids {
                for lot in bid.lots {
                    for (index, work) in lot.work.enumerated() {
                        try writer.row { row in
                            try row.append(id)
                            try row.append(lot.lot)
                            try row.append(index + 1)
                            try row.append(work.member)
                            try row.append(work.skill)
                            try row.append(work.label[.french] ?? work.skill)
                            try row.append(work.label[.english] ?? work.skill)
                            try row.append(work.days)
                            try row.append(work.rate.cents)
                            try row.append(work.amount.cents)
                        }
                    }
                }
            }
        }
    }
}

/// All that people see of a bid, with labels in an order that never changes.
private struct Content: Encodable {
    let fields: [String]
    let reasons: [[String]]
    let members: [RecordedBid.Member]
    let lots: [[String]]
    let details: RecordedBid.Details?

    init(_ bid: RecordedBid) {
        fields = [
            bid.tenderTitle, bid.buyer, bid.deadline.description, bid.status.rawValue,
            String(bid.price.cents), "\(bid.budget?.cents, default: "")",
            "\(bid.bound, default: "")", "\(bid.gap, default: "")", bid.basis,
        ]
        reasons = Language.allCases.map { bid.reasons[$0] ?? [] }
        members = bid.members
        details = bid.details
        lots = bid.lots.flatMap { lot in
            let head = [
                lot.lot, String(lot.number), lot.title, String(lot.isBidFor),
                String(lot.price.cents), "\(lot.budget?.cents, default: "")",
                lot.reason[.french] ?? "", lot.reason[.english] ?? "",
            ]
            let work = lot.work.map { work in
                [
                    work.member, work.skill, work.label[.french] ?? "",
                    work.label[.english] ?? "", String(work.days), String(work.rate.cents),
                    String(work.amount.cents),
                ]
            }
            return [head] + work
        }
    }
}
