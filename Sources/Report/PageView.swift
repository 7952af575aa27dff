internal import Market
internal import Wording

/// What the template of the page is given. Every text is in the reader's language and not yet
/// escaped, but for the HTML of sections.
struct PageView {
    let lang: String
    let labels: [String: String]
    let title: String
    let network: String
    let date: String
    let headline: String
    let headlineRest: String?
    let contents: [ReportSection.Entry]
    let hasNews: Bool
    let news: [ReportNews]
    /// Whether old and new stand side by side, so that hiding the old is of use.
    let isMixed: Bool
    let sections: [ReportSection]
    let hasUnanswered: Bool
    let shortages: [String]
    let unanswered: [UnansweredView]
    let hasSetAside: Bool
    let setAside: [SetAsideView]
    let figures: [ReportSection]
    let runs: [RunView]

    init(
        of record: RecordedRuns, parts: [ReportPart], leavingOut covered: Set<Need.ID>,
        in context: ReportContext
    ) {
        let (wording, phrases) = (context.wording, context.phrases)
        lang = wording.language.rawValue
        labels = context.labels
        network = Wording.printed(record.network)
        date = wording.capitalised(wording.day(record.asOf))
        title = phrases.filled(.title, ["network": network, "day": wording.day(record.asOf)])
        sections = parts.flatMap(\.sections)
        figures = parts.flatMap(\.figures)
        shortages = parts.flatMap(\.shortages)
        unanswered = UnansweredView.all(of: record, leavingOut: covered, in: context)
        setAside = SetAsideView.all(of: record, in: context)
        runs = record.runs.map { run in
            RunView(of: run, facts: parts.flatMap { $0.facts[run.id] ?? [] }, in: context)
        }
        hasUnanswered = !unanswered.isEmpty
        hasSetAside = !setAside.isEmpty
        news = parts.flatMap(\.news)
        hasNews = !news.isEmpty
        isMixed = parts.contains(where: \.isMixed)
        headline = context.headline(of: parts)
        headlineRest = context.rest(unanswered: unanswered.count, setAside: setAside.count)
        var entries: [ReportSection.Entry] = []
        if hasNews { entries.append(.init(anchor: "new", text: phrases[.sectionNew])) }
        entries += sections.flatMap(\.entries)
        if hasUnanswered {
            entries.append(.init(anchor: "unanswered", text: phrases[.sectionUnanswered]))
        }
        if hasSetAside {
            entries.append(.init(anchor: "set-aside", text: phrases[.sectionSetAside]))
        }
        contents = entries + figures.flatMap(\.entries)
    }
}
