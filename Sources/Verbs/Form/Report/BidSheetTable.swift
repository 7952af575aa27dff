internal import CSV
internal import Market
internal import Report
internal import Wording

/// The sheet of a bid as a table.
struct BidSheetTable {
    let bid: Bid
    let context: SheetContext

    private static let columns = [
        "part", "lot_number", "lot_title", "member_id", "member_name", "leads", "subject", "days",
        "rate", "amount", "day", "status",
    ]

    /// One line; what is not given is empty.
    private struct Line {
        var lot: Bid.Lot?
        var member: Bid.Member?
        var subject = ""
        var days: Double?
        var rate: Money?
        var amount: Money?
        var day: Deadline?
        var status = ""
    }

    var csv: CSVWriter {
        var csv = CSVWriter(columns: Self.columns)
        func add(_ part: String, _ line: Line) {
            csv.append([
                .fixed(part), .count(line.lot?.number), .plain(line.lot?.title ?? ""),
                .plain(line.member?.member ?? ""), .plain(line.member?.name ?? ""),
                .fixed(line.member.map { $0.leads ? "true" : "false" } ?? ""),
                .plain(line.subject), .number(line.days), .number(line.rate?.euros),
                .number(line.amount?.euros), .fixed(line.day?.description ?? ""),
                .plain(line.status),
            ])
        }
        let members = bid.members.inRank
        func member(_ id: String) -> Bid.Member? { members.first { $0.member == id } }
        let lots = bid.lots.filter(\.isBidFor).sorted { $0.number < $1.number }
        for lot in lots {
            for work in lot.work {
                add(
                    "work",
                    Line(
                        lot: lot, member: member(work.member),
                        subject: work.label[context.language] ?? work.skill, days: work.days,
                        rate: work.rate, amount: work.amount))
            }
        }
        for lot in lots {
            add(
                "lot",
                Line(lot: lot, days: lot.work.reduce(0) { $0 + $1.days }, amount: lot.price))
        }
        for member in members {
            add("member", Line(member: member, days: member.days, amount: member.amount))
        }
        add(
            "total", Line(days: bid.members.reduce(0) { $0 + $1.days }, amount: bid.price))
        let details = bid.details ?? Bid.Details()
        for certification in details.certifications {
            let view = context.certification(certification, in: bid)
            add(
                "certification",
                Line(subject: "\(view.name), \(view.scope)", status: view.holders))
        }
        for step in SubmissionStep.all(before: bid.deadline) {
            add("deadline", Line(subject: context.phrases[step.label], day: step.due))
        }
        for member in members {
            for item in context.documents(of: member, in: bid) {
                add("document", Line(member: member, subject: item.text))
                for known in item.known {
                    add("reference", Line(member: member, subject: known))
                }
            }
        }
        for substitute in details.substitutes {
            add(
                "substitute",
                Line(
                    member: member(substitute.member),
                    subject: context.sentence(for: substitute, in: bid),
                    amount: substitute.price))
        }
        for team in details.alternatives {
            add(
                "alternative",
                Line(
                    subject: context.page.team(team.members.inRank), amount: team.price,
                    status: context.facts(of: team, beside: bid, details)))
        }
        for uncounted in details.uncounted ?? [] {
            add("uncounted", Line(subject: context.wording.sentence(for: uncounted)))
        }
        return csv
    }
}
