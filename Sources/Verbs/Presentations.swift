public import Digest
public import Market
public import Report

/// Shows what was recorded, whatever verbs it was made by: each kind of proposal by its own
/// presentation, in the order given.
public struct Presentations: Sendable {
    private let all: [any Presentation.Type]

    public init(_ all: [any Presentation.Type]) {
        self.all = all
    }

    /// Files of `config/templates` that a report is made with.
    public var templates: [String] { [ReportTemplates.page] + all.flatMap { $0.templates } }

    /// The page of a record; see `Report.page(of:parts:leavingOut:in:)`.
    public func page(
        of record: RecordedRuns, in language: Language, texts: ReportTexts
    ) throws -> String {
        let context = try texts.context(of: record, in: language)
        return try Report.page(
            of: record, parts: all.map { try $0.part(of: record, in: context) },
            leavingOut: covered(by: record), in: context)
    }

    /// The record as tables: those of each verb, then those that every record has.
    public func tables(of record: RecordedRuns, in language: Language) throws -> [ReportFile] {
        try written(of: record).flatMap { try $0.tables(of: record, in: language) }
            + csvFiles(of: record, leavingOut: covered(by: record), in: language)
    }

    /// The record as JSON; see `Report.json(of:adding:toRuns:)`.
    public func json(of record: RecordedRuns) throws -> String {
        try Report.json(
            of: record, adding: written(of: record).map { try $0.json(of: record) },
            toRuns: Dictionary(
                record.runs.map { run in (run.id, try all.map { try $0.json(of: run) }) },
                uniquingKeysWith: { first, _ in first }))
    }

    /// All files of a report: the page in each language, `index.html` that of the texts' own;
    /// tables; what verbs put beside; `night.json`.
    public func files(of record: RecordedRuns, texts: ReportTexts) throws -> [ReportFile] {
        let pages = try Language.allCases.map { language in
            ReportFile(
                name: language == texts.language
                    ? "index.html" : "index.\(language.rawValue).html",
                content: try page(of: record, in: language, texts: texts))
        }
        return try pages + tables(of: record, in: texts.language)
            + all.flatMap { try $0.files(of: record, texts: texts) }
            + [ReportFile(name: "night.json", content: json(of: record))]
    }

    /// The message that tells a member their news; nil where there is none.
    ///
    /// - Parameters:
    ///   - news: What the recipient is to hear.
    ///   - contact: Address of the coordinators, whom the recipient may write to.
    ///   - templates: The templates of the message.
    ///   - labels: Texts of the recipient's language, as `config/locales` has them.
    public func message(
        for news: News, contact: String, templates: DigestTemplates, labels: [String: String]
    ) throws -> DigestMessage? {
        guard !news.items.isEmpty else { return nil }
        let context = try DigestContext(of: news, labels: labels)
        return try Digest.message(
            for: news, sections: all.flatMap { try $0.sections(of: news, in: context) },
            contact: contact, templates: templates, in: context)
    }

    private func covered(by record: RecordedRuns) throws -> Set<Need.ID> {
        try all.reduce(into: []) { try $0.formUnion($1.covered(by: record)) }
    }

    /// Those that write tables and JSON of a record.
    private func written(of record: RecordedRuns) -> [any Presentation.Type] {
        let kinds = Set(record.proposals.map(\.kind) + record.closed.map(\.proposal.kind))
        return all.filter { $0.isAlwaysListed || kinds.contains($0.kind) }
    }
}

/// A text in each language, as an object whose keys are language codes.
func byLanguage<Text>(_ texts: [Language: Text]) -> [String: Text] {
    Dictionary(uniqueKeysWithValues: texts.map { ($0.key.rawValue, $0.value) })
}
