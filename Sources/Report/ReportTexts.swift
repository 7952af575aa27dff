public import Market

/// The texts that a report is made with: templates, and labels in each language.
public struct ReportTexts: Sendable {
    let templates: ReportTemplates
    private let labels: [Language: [String: String]]
    /// The language of files that there is only one of.
    public let language: Language

    /// - Parameters:
    ///   - templates: The templates of the page and of each verb.
    ///   - labels: Texts by key in each language, as `config/locales` has them.
    ///   - language: The language of files that there is only one of.
    public init(
        templates: ReportTemplates, labels: [Language: [String: String]], language: Language
    ) {
        self.templates = templates
        self.labels = labels
        self.language = language
    }

    /// The context of a page that shows a record.
    ///
    /// - Throws: ``ReportError/labels(missing:)``.
    public func context(
        of record: RecordedRuns, in language: Language
    ) throws(ReportError) -> ReportContext {
        try ReportContext(
            templates: templates, labels: labels[language] ?? [:], language: language,
            asOf: record.asOf, runs: record.runs, skills: record.skills)
    }

    /// The context of a page by itself, outside of a record.
    ///
    /// - Parameters:
    ///   - asOf: The day that is taken for today.
    ///   - language: The reader's language.
    /// - Throws: ``ReportError/labels(missing:)``.
    public func context(asOf: Day, in language: Language) throws(ReportError) -> ReportContext {
        try ReportContext(
            templates: templates, labels: labels[language] ?? [:], language: language, asOf: asOf)
    }
}
