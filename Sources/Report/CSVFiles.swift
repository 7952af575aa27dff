internal import CSV
public import Market
internal import Wording

/// What every record has as tables, for spreadsheets: `unmatched.csv` and `set-aside.csv`; those of
/// proposals come from their verbs.
///
/// RFC 4180 in UTF-8 with a byte order mark, columns in English and always the same, sentences in
/// the reader's language. A text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`)
/// has an apostrophe before it. Amounts are in euros before VAT, scores from 0 to 1, days as
/// `YYYY-MM-DD`. Rows have the order of the page.
///
/// - Parameters:
///   - record: What was recorded.
///   - covered: Needs that a verb tells of by itself, which are not told of as unmatched.
///   - language: The reader's language.
/// - Returns: The files in that order; a table without rows has its header.
public func csvFiles(
    of record: RecordedRuns, leavingOut covered: Set<Need.ID>, in language: Language
) -> [ReportFile] {
    [
        ReportFile(
            name: "unmatched.csv",
            content: unmatchedRows(record, leavingOut: covered, language).text),
        ReportFile(name: "set-aside.csv", content: setAsideRows(record, language).text),
    ]
}

private func unmatchedRows(
    _ record: RecordedRuns, leavingOut covered: Set<Need.ID>, _ language: Language
) -> CSVWriter {
    let rules = Exclusion.Rule.allCases
    var csv = CSVWriter(
        columns: ["job", "need_id", "need_title", "considered", "eligible", "reason"]
            + rules.map { "excluded_\($0.rawValue)" })
    for run in record.runs {
        let outcomes = run.outcomes.filter { $0.suggested == 0 && !covered.contains($0.need) }
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

private func setAsideRows(_ record: RecordedRuns, _ language: Language) -> CSVWriter {
    var csv = CSVWriter(columns: ["job", "source", "id", "field", "fault"])
    let wording = Wording(language)
    for run in record.runs {
        for row in run.setAside {
            csv.append([
                .plain(run.job), .plain(row.source), .plain(row.id), .plain(row.field),
                .plain(wording.sentence(for: row)),
            ])
        }
    }
    return csv
}
