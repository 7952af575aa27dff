internal import CSV
internal import Market
internal import Report

/// Bids as a table, in their order: one line for each member's days on a skill, and one for each lot
/// or tender without a bid.
struct BidTable {
    let csv: CSVWriter

    init(of bids: [Bid], in language: Language) {
        var csv = CSVWriter(
            columns: [
                "tender_id", "tender_title", "buyer", "deadline", "status", "is_new", "lot_id",
                "lot_number", "lot_title", "is_bid_for", "lot_price", "lot_budget", "member_id",
                "member_name", "leads", "skill_id", "skill", "days", "rate", "amount", "reason",
                "tender_url", "lot_url",
            ])
        for bid in bids {
            let names = Dictionary(
                bid.members.map { ($0.member, $0) }, uniquingKeysWith: { first, _ in first })
            let tender: [CSVWriter.Field] = [
                .plain(bid.tender), .plain(bid.tenderTitle), .plain(bid.buyer),
                .fixed(bid.deadline.description), .fixed(bid.status.rawValue),
                .fixed(bid.isNew ? "true" : "false"),
            ]
            let nobody = [CSVWriter.Field](repeating: .fixed(""), count: 8)
            if bid.lots.isEmpty {
                csv.append(
                    tender + [CSVWriter.Field](repeating: .fixed(""), count: 6) + nobody
                        + [
                            .plain((bid.reasons[language] ?? []).joined(separator: " ")),
                            .text(bid.url ?? ""), .fixed(""),
                        ])
            }
            for lot in bid.lots.sorted(by: { $0.number < $1.number }) {
                let place: [CSVWriter.Field] = [
                    .plain(lot.lot), .count(lot.number), .plain(lot.title),
                    .fixed(lot.isBidFor ? "true" : "false"),
                    .number(lot.isBidFor ? lot.price.euros : nil), .number(lot.budget?.euros),
                ]
                let pages: [CSVWriter.Field] = [.text(bid.url ?? ""), .text(lot.url ?? "")]
                guard lot.isBidFor, !lot.work.isEmpty else {
                    csv.append(
                        tender + place + nobody + [.plain(lot.reason[language] ?? "")] + pages)
                    continue
                }
                for work in lot.work {
                    csv.append(
                        tender + place + [
                            .plain(work.member), .plain(names[work.member]?.name ?? ""),
                            .fixed(names[work.member]?.leads == true ? "true" : "false"),
                            .plain(work.skill), .plain(work.label[language] ?? ""),
                            .number(work.days), .number(work.rate.euros),
                            .number(work.amount.euros), .fixed(""),
                        ] + pages)
                }
            }
        }
        self.csv = csv
    }
}
