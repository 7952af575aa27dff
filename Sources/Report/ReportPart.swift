public import Market

/// What one verb shows on the page. Every text is in the reader's language and not yet escaped, but
/// for the HTML of sections.
public struct ReportPart: Sendable {
    /// Its proposals with their reasons.
    public var sections: [ReportSection]
    /// Figures of whole runs, which stand after what was set aside.
    public var figures: [ReportSection]
    /// What is new, to be listed first on the page.
    public var news: [ReportNews]
    /// What is new, counted, for the headline; nil where nothing is.
    public var new: String?
    /// What is in force, counted, for the headline of a page without news; nil where nothing is.
    public var inForce: String?
    /// Whether old and new stand side by side, so that hiding the old is of use.
    public var isMixed: Bool
    /// What the figures of a run say beside its stages.
    public var facts: [RecordedRun.ID: [ReportFact]]
    /// Why many needs found nobody, a sentence or some for each run; shown above them.
    public var shortages: [String]

    public init(
        sections: [ReportSection] = [], figures: [ReportSection] = [], news: [ReportNews] = [],
        new: String? = nil, inForce: String? = nil, isMixed: Bool = false,
        facts: [RecordedRun.ID: [ReportFact]] = [:], shortages: [String] = []
    ) {
        self.sections = sections
        self.figures = figures
        self.news = news
        self.new = new
        self.inForce = inForce
        self.isMixed = isMixed
        self.facts = facts
        self.shortages = shortages
    }
}

/// A part of the page, and how the list of contents names it.
public struct ReportSection: Sendable, Hashable {
    /// Empty where the list of contents does not name it.
    let entries: [Entry]
    let html: String

    /// - Parameters:
    ///   - entries: How the list of contents names it.
    ///   - html: Whole elements, such as ``ReportContext/render(_:_:)`` gives them, whose ids are those
    ///     of the entries.
    public init(entries: [Entry] = [], html: String) {
        self.entries = entries
        self.html = html.hasSuffix("\n") ? String(html.dropLast()) : html
    }

    /// A line of the list of contents.
    public struct Entry: Sendable, Hashable {
        let href: String
        let text: String

        /// - Parameters:
        ///   - anchor: Id of the element that it leads to.
        ///   - text: What the list says.
        public init(anchor: String, text: String) {
            href = "#" + anchor
            self.text = text
        }
    }
}

/// A line of what is new.
public struct ReportNews: Sendable, Hashable {
    let href: String
    let kind: String
    let subject: String
    let who: String

    /// - Parameters:
    ///   - anchor: Id of the element that tells it whole.
    ///   - kind: Such as the title of the job.
    ///   - subject: What it is about.
    ///   - who: Names of the parties.
    public init(anchor: String, kind: String, subject: String, who: String) {
        href = "#" + anchor
        self.kind = kind
        self.subject = subject
        self.who = who
    }
}

/// A figure of a run, with its name.
public struct ReportFact: Sendable, Hashable {
    let name: String
    let text: String

    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// A file of a report.
public struct ReportFile: Sendable, Hashable {
    /// Name within the report's folder.
    public let name: String
    /// Written in UTF-8.
    public let content: String

    public init(name: String, content: String) {
        self.name = name
        self.content = content
    }
}
