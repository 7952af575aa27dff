internal import CSV
public import Market
internal import Wording

/// The sheet of one bid as a table, for spreadsheets; see ``csvFiles(of:in:)`` for how it is
/// written.
///
/// Every line says in `part` what it is of: `work` (days of a member on a skill of a lot), `lot` and
/// `member` (their totals), `total`, `certification`, `deadline`, `document`, `reference` (what the
/// network knows to list in one), `substitute`, `alternative` and `uncounted`. The amounts of
/// `work` add up to those of `lot` and of `member`, and both to `total`, to the cent.
///
/// - Throws: ``ReportError/labels(missing:)``.
public func bidSheetCSV(
    of bid: RecordedBid, asOf: Day, in language: Language, labels: [String: String]
) throws(ReportError) -> String {
    let context: SheetContext
    do {
        context = SheetContext(
            phrases: try Phrases(labels, in: language), page: try Phrases(labels, in: language),
            asOf: asOf)
    } catch {
        throw .labels(missing: error.keys)
    }
    return BidSheetTable(bid: bid, context: context).csv.text
}

private struct BidSheetTable {
    let bid: RecordedBid
    let context: SheetContext

    private static let columns = [
        "part", "lot_number", "lot_title", "member_id", "member_name", "leads", "subject", "days",
        "rate", "amount", "day", "status",
    ]

    /// One line; what is not given is empty.
    private struct Line {
        var lot: RecordedBid.Lot?
        var member: RecordedBid.Member?
        var subject = ""
        var days: Double?
        var rate: Money?
        var amount: Money?
        var day: Day?
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
        func member(_ id: String) -> RecordedBid.Member? { members.first { $0.member == id } }
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
        let details = bid.details ?? RecordedBid.Details()
        for certification in details.certifications {
            let view = context.certification(certification, in: bid)
            add(
                "certification",
                Line(subject: "\(view.name), \(view.scope)", status: view.holders))
        }
        for step in SubmissionStep.all(before: bid.deadline) {
            add("deadline", Line(subject: context.phrases[step.label], day: step.day))
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
