internal import Market
internal import Wording

/// A need that found nobody, and why.
struct UnansweredView {
    let kind: String
    let heading: String
    let why: String
    let examined: String

    /// Every need that found nobody, by job, then by id, but for those told of elsewhere.
    static func all(
        of record: RecordedRuns, leavingOut covered: Set<Need.ID>, in context: ReportContext
    ) -> [UnansweredView] {
        record.runs.flatMap { run in
            run.outcomes
                .filter { $0.suggested == 0 && !covered.contains($0.need) }
                .sorted { $0.need < $1.need }
                .map { UnansweredView($0, job: run.job, in: context) }
        }
    }

    private init(_ outcome: NeedOutcome, job: String, in context: ReportContext) {
        let wording = context.wording
        kind = context.title(ofJob: job)
        heading = Wording.printed(outcome.title)
        let counts = wording.exclusionCounts(outcome.excluded)
        let sentence = Wording.printed(outcome.reason[context.language] ?? "")
        why = sentence.isEmpty && !counts.isEmpty ? wording.capitalised(counts) + "." : sentence
        let figures = context.phrases.filled(
            outcome.eligible == 0 ? .examinedNone : .examined,
            [
                "considered": wording.number(Double(outcome.considered)),
                "eligible": wording.number(Double(outcome.eligible)),
            ])
        let isTold = counts.isEmpty || why.contains(counts) || sentence.isEmpty
        examined = isTold ? figures : figures + wording.colon + counts
    }
}

/// A row that makes no sense, and what was expected of it.
struct SetAsideView {
    let row: String
    let id: String
    let what: String

    /// Rows by source, then by id; a row that several jobs read is told of once.
    static func all(of record: RecordedRuns, in context: ReportContext) -> [SetAsideView] {
        var seen: Set<SetAside> = []
        let rows = record.runs.flatMap(\.setAside).filter { seen.insert($0).inserted }
        return rows.enumerated().sorted { one, other in
            let (left, right) = (one.element, other.element)
            if left.source != right.source { return left.source < right.source }
            if left.id != right.id { return left.id < right.id }
            if left.field != right.field { return left.field < right.field }
            return one.offset < other.offset
        }.map { _, row in
            let source = Wording.printed(row.source)
            let field = context.optional("field_" + row.field) ?? Wording.printed(row.field)
            return SetAsideView(
                row: context.wording.capitalised(context.optional("row_" + row.source) ?? source),
                id: Wording.printed(row.id),
                what: Wording.printed(context.wording.sentence(for: row.fault, field: field)))
        }
    }
}
