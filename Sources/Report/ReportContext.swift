public import Market
public import Wording

/// What every part of a page shares in one language: templates, words, the day, the titles of jobs.
public struct ReportContext: Sendable {
    /// Every text of the language by its key, as `config/locales` has them.
    public let labels: [String: String]
    public let wording: Wording
    /// The day that is taken for today.
    public let asOf: Day
    /// Labels of the skills that proposals name, by id.
    public let skills: [Skill.ID: Skill]
    let phrases: Phrases<ReportLabel>
    private let templates: ReportTemplates
    private let titles: [String: String]

    /// The reader's language.
    public var language: Language { wording.language }

    init(
        templates: ReportTemplates, labels: [String: String], language: Language, asOf: Day,
        runs: [RecordedRun] = [], skills: [Skill.ID: Skill] = [:]
    ) throws(ReportError) {
        self.templates = templates
        self.labels = labels
        self.asOf = asOf
        self.skills = skills
        phrases = try Self.phrases(labels, in: language)
        wording = phrases.wording
        titles = Dictionary(
            runs.map { ($0.job, Wording.printed($0.title[language] ?? $0.job)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The texts of one part of the page, known to be complete.
    ///
    /// - Throws: ``ReportError/labels(missing:)``.
    public func phrases<Key: PhraseKey>(
        _ keys: Key.Type
    ) throws(ReportError) -> Phrases<Key> {
        try Self.phrases(labels, in: language)
    }

    private static func phrases<Key: PhraseKey>(
        _ labels: [String: String], in language: Language
    ) throws(ReportError) -> Phrases<Key> {
        do {
            return try Phrases(labels, in: language)
        } catch {
            throw .labels(missing: error.keys)
        }
    }

    /// Fills a template.
    ///
    /// - Parameters:
    ///   - file: Name of the template's file.
    ///   - view: What the template names. Every text of it is in the reader's language and not yet
    ///     escaped; ``labels`` must stand in it under that name.
    /// - Throws: ``ReportError/labels(missing:)``, ``ReportError/noTemplate(file:)``.
    public func render(_ file: String, _ view: some Sendable) throws(ReportError) -> String {
        try templates.render(file, view, labels: labels)
    }

    /// The title of a job in the reader's language, or its name where no run tells it.
    public func title(ofJob job: String) -> String { titles[job] ?? Wording.printed(job) }

    /// Up to three names, and how many others.
    public func names(_ names: [String]) -> String {
        guard names.count > 4 else { return wording.list(names) }
        let others = phrases.count(names.count - 3, .other)
        return wording.list(names.prefix(3) + [others])
    }

    /// A text of the locale file that need not be there.
    func optional(_ key: String) -> String? { labels[key] }

    /// What the runs brought, in one sentence.
    func headline(of parts: [ReportPart]) -> String {
        let new = parts.compactMap(\.new)
        guard new.isEmpty else {
            return phrases.filled(.headlineNew, ["items": wording.list(new)])
        }
        let inForce = parts.compactMap(\.inForce)
        guard !inForce.isEmpty else { return phrases[.headlineQuiet] }
        return phrases[.headlineQuiet] + " "
            + phrases.filled(.headlineStanding, ["items": wording.list(inForce)])
    }

    /// What asks for attention besides, in one sentence; nil where nothing does.
    func rest(unanswered: Int, setAside: Int) -> String? {
        var items: [String] = []
        if unanswered > 0 {
            items.append(phrases.count(unanswered, .unanswered))
        }
        if setAside > 0 { items.append(phrases.count(setAside, .row)) }
        guard !items.isEmpty else { return nil }
        return phrases.filled(.headlineRest, ["items": wording.list(items)])
    }
}
