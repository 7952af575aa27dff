internal import CSV
public import Market
internal import Wording

/// The night as tables, for spreadsheets: `suggestions.csv`, `bids.csv`, `unmatched.csv` and
/// `set-aside.csv`.
///
/// RFC 4180 in UTF-8 with a byte order mark, columns in English and always the same, sentences in
/// the reader's language. A text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`)
/// has an apostrophe before it. Amounts are in euros before VAT, scores from 0 to 1, days as
/// `YYYY-MM-DD`. `bids.csv` has one line for each member's days on a skill, and one for each lot or
/// tender without a bid. Rows have the order of the page.
///
/// - Returns: File names and contents, in that order; a table without rows has its header.
public func csvFiles(
    of night: RecordedNight, in language: Language
) -> [(name: String, content: String)] {
    [
        ("suggestions.csv", suggestionRows(night, language).text),
        ("bids.csv", bidRows(night, language).text),
        ("unmatched.csv", unmatchedRows(night, language).text),
        ("set-aside.csv", setAsideRows(night, language).text),
    ]
}

private func suggestionRows(_ night: RecordedNight, _ language: Language) -> CSVWriter {
    let kinds = SignalKind.allCases
    let wording = Wording(language)
    var csv = CSVWriter(
        columns: [
            "job", "need_id", "need_title", "need_owner", "need_owner_name", "rank", "candidate_id",
            "candidate_title", "member_id", "member_name", "score", "is_new", "status", "why",
            "better",
            "reasons",
        ] + kinds.map { "signal_\($0.rawValue)" })
    let order = Dictionary(
        night.runs.enumerated().map { ($0.element.job, $0.offset) },
        uniquingKeysWith: { first, _ in first })
    let sorted = night.suggestions.sorted { one, other in
        let jobs = (order[one.job] ?? .max, order[other.job] ?? .max)
        if jobs.0 != jobs.1 { return jobs.0 < jobs.1 }
        if one.need != other.need { return one.need < other.need }
        return one.rank != other.rank ? one.rank < other.rank : one.candidate < other.candidate
    }
    for suggestion in sorted {
        var fields: [CSVWriter.Field] = [
            .plain(suggestion.job), .plain(suggestion.need), .plain(suggestion.needTitle),
            .plain(suggestion.needOwner ?? ""), .plain(suggestion.needOwnerName ?? ""),
            .count(suggestion.rank), .plain(suggestion.candidate),
            .plain(suggestion.candidateTitle), .plain(suggestion.member),
            .plain(suggestion.memberName), .number(rounded(suggestion.score)),
            .fixed(suggestion.isNew ? "true" : "false"), .fixed(suggestion.status.rawValue),
            .plain(
                suggestion.signals.isEmpty
                    ? "" : wording.why(suggestion.signals, skills: night.skills)),
            .plain(wording.better(suggestion.signals, skills: night.skills) ?? ""),
            .plain((suggestion.reasons[language] ?? []).joined(separator: " ")),
        ]
        for kind in kinds {
            fields.append(
                .number(suggestion.signals.first { $0.kind == kind }.map { rounded($0.value) }))
        }
        csv.append(fields)
    }
    return csv
}

private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

private func bidRows(_ night: RecordedNight, _ language: Language) -> CSVWriter {
    var csv = CSVWriter(
        columns: [
            "tender_id", "tender_title", "buyer", "deadline", "status", "is_new", "lot_id",
            "lot_number", "lot_title", "is_bid_for", "lot_price", "lot_budget", "member_id",
            "member_name", "leads", "skill_id", "skill", "days", "rate", "amount", "reason",
        ])
    let bids = night.bids.sorted {
        $0.deadline != $1.deadline ? $0.deadline < $1.deadline : $0.tender < $1.tender
    }
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
                    + [.plain((bid.reasons[language] ?? []).joined(separator: " "))])
        }
        for lot in bid.lots.sorted(by: { $0.number < $1.number }) {
            let place: [CSVWriter.Field] = [
                .plain(lot.lot), .count(lot.number), .plain(lot.title),
                .fixed(lot.isBidFor ? "true" : "false"),
                .number(lot.isBidFor ? lot.price.euros : nil), .number(lot.budget?.euros),
            ]
            guard lot.isBidFor, !lot.work.isEmpty else {
                csv.append(tender + place + nobody + [.plain(lot.reason[language] ?? "")])
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
                    ])
            }
        }
    }
    return csv
}

private func unmatchedRows(_ night: RecordedNight, _ language: Language) -> CSVWriter {
    let rules = Exclusion.Rule.allCases
    var csv = CSVWriter(
        columns: ["job", "need_id", "need_title", "considered", "eligible", "reason"]
            + rules.map { "excluded_\($0.rawValue)" })
    let lots = Set(night.bids.flatMap { $0.lots.map(\.lot) })
    for run in night.runs {
        let outcomes = run.outcomes.filter { $0.suggested == 0 && !lots.contains($0.need) }
        for outcome in outcomes.sorted(by: { $0.need < $1.need }) {
            csv.append(
                [
                    .plain(run.job), .plain(outcome.need), .plain(outcome.title),
                    .count(outcome.considered), .count(outcome.eligible),
                    .plain(outcome.reason[language] ?? ""),
                ] + rules.map { .count(outcome.excluded[$0] ?? 0) })
        }
    }
    return csv
}

private func setAsideRows(_ night: RecordedNight, _ language: Language) -> CSVWriter {
    var csv = CSVWriter(columns: ["job", "source", "id", "field", "fault"])
    let wording = Wording(language)
    for run in night.runs {
        for row in run.setAside {
            csv.append([
                .plain(run.job), .plain(row.source), .plain(row.id), .plain(row.field),
                .plain(wording.sentence(for: row)),
            ])
        }
    }
    return csv
}
