internal import Market
internal import Wording

/// What the template of the page is given. Every text is in the reader's language and not yet
/// escaped.
struct PageView {
    let lang: String
    let labels: [String: String]
    let title: String
    let network: String
    let date: String
    let headline: String
    let headlineRest: String?
    let contents: [ContentsEntry]
    let hasNews: Bool
    let news: [NewsEntry]
    /// Whether old and new stand side by side, so that hiding the old is of use.
    let isMixed: Bool
    let jobs: [JobView]
    let hasBids: Bool
    let bids: [BidView]
    let hasUnanswered: Bool
    let unanswered: [UnansweredView]
    let hasSetAside: Bool
    let setAside: [SetAsideView]
    let hasSharing: Bool
    let sharing: [SharingView]
    let runs: [RunView]

    struct ContentsEntry {
        let href: String
        let text: String
    }

    struct NewsEntry {
        let href: String
        let kind: String
        let subject: String
        let who: String
    }

    init(of night: RecordedNight, phrases: Phrases<ReportLabel>) {
        let wording = phrases.wording
        let context = PageContext(phrases: phrases, night: night)
        lang = wording.language.rawValue
        labels = phrases.texts
        network = Wording.printed(night.network)
        date = wording.capitalised(wording.day(night.asOf))
        title = phrases.filled(.title, ["network": network, "day": wording.day(night.asOf)])
        jobs = JobView.all(of: night, in: context)
        bids = BidView.all(of: night, in: context)
        unanswered = UnansweredView.all(of: night, in: context)
        setAside = SetAsideView.all(of: night, in: context)
        runs = night.runs.map { RunView(of: $0, in: context) }
        sharing = SharingView.all(of: night, in: context)
        hasSharing = !sharing.isEmpty
        hasBids = !bids.isEmpty
        hasUnanswered = !unanswered.isEmpty
        hasSetAside = !setAside.isEmpty
        news = jobs.flatMap(\.news) + bids.compactMap(\.news)
        hasNews = !news.isEmpty
        isMixed =
            night.suggestions.contains(where: \.isNew) && !night.suggestions.allSatisfy(\.isNew)
        headline = context.headline(of: night)
        headlineRest = context.rest(unanswered: unanswered.count, setAside: setAside.count)
        var entries: [ContentsEntry] = []
        if hasNews { entries.append(.init(href: "#new", text: phrases[.sectionNew])) }
        entries += jobs.map { .init(href: "#" + $0.anchor, text: $0.name) }
        if hasBids { entries.append(.init(href: "#bids", text: phrases[.sectionBids])) }
        if hasUnanswered {
            entries.append(.init(href: "#unanswered", text: phrases[.sectionUnanswered]))
        }
        if hasSetAside {
            entries.append(.init(href: "#set-aside", text: phrases[.sectionSetAside]))
        }
        if hasSharing {
            entries.append(.init(href: "#sharing", text: phrases[.sectionSharing]))
        }
        contents = entries
    }
}
