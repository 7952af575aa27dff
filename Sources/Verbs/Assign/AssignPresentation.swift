internal import CSV
public import Digest
public import Market
public import Report
internal import Wording

/// How assignments are shown.
public enum AssignPresentation: Presentation {
    public static var kind: String { AssignedPair.kind }
    public static var templates: [String] { [AssignView.template] }

    public static func part(
        of record: RecordedRuns, in context: ReportContext
    ) throws -> ReportPart {
        let pairs = try record.assignments()
        guard !pairs.isEmpty else { return ReportPart() }
        let view = AssignView(pairs, in: context)
        let new = pairs.count(where: \.isNew)
        let wording = context.wording
        return ReportPart(
            sections: [
                ReportSection(
                    entries: view.jobs.map { .init(anchor: $0.anchor, text: $0.name) },
                    html: try context.render(AssignView.template, view))
            ],
            news: view.jobs.flatMap(\.news),
            new: new > 0 ? wording.assign.newAssignments(new) : nil,
            inForce: wording.assign.assignments(pairs.count), isMixed: new > 0 && new < pairs.count,
            facts: try facts(of: record, wording))
    }

    public static func tables(
        of record: RecordedRuns, in language: Language
    ) throws -> [ReportFile] {
        var csv = CSVWriter(
            columns: [
                "job", "need_id", "need_title", "need_owner", "need_owner_name", "place",
                "candidate_id", "candidate_title", "member_id", "member_name", "score", "is_new",
                "status", "why", "reasons", "need_url", "candidate_url", "deadline",
            ])
        for pair in try record.assignments() {
            csv.append([
                .text(pair.job), .text(pair.need), .text(pair.needTitle), .text(pair.owner ?? ""),
                .text(pair.ownerName ?? ""), .count(pair.place), .text(pair.candidate),
                .text(pair.candidateTitle), .text(pair.member), .text(pair.memberName),
                .number(pair.score), .fixed(pair.isNew ? "true" : "false"),
                .fixed(pair.status.rawValue), .text(pair.why[language] ?? ""),
                .text((pair.reasons[language] ?? []).joined(separator: " ")),
                .text(pair.needURL ?? ""), .text(pair.candidateURL ?? ""),
                .fixed(pair.deadline?.description ?? ""),
            ])
        }
        return [ReportFile(name: "assignments.csv", content: csv.text)]
    }

    public static func json(of record: RecordedRuns) throws -> JSONFields {
        [Assign.plural: try record.assignments()]
    }

    public static func sections(
        of news: News, in context: DigestContext
    ) throws -> [DigestSection] {
        try AssignDigest(context: context).sections(of: news)
    }

    private static func facts(
        of record: RecordedRuns, _ wording: Wording
    ) throws -> [RecordedRun.ID: [ReportFact]] {
        var facts: [RecordedRun.ID: [ReportFact]] = [:]
        for run in record.runs where run.verb == Assign.name {
            guard let figures = run.figures else { continue }
            let sums = try Proposal.decoded(AssignFigures.self, from: figures)
            facts[run.id] = [
                ReportFact(
                    name: wording.assign.sumOfScores,
                    text: wording.assign.proof(
                        sum: wording.number(sums.total, digits: 2),
                        bound: sums.bound - sums.total < 1e-6
                            ? nil : wording.number(sums.bound, digits: 2)))
            ]
        }
        return facts
    }
}
