internal import Market
internal import Wording

/// What every part of a page shares: the words, and the titles of the jobs.
struct PageContext {
    let phrases: Phrases<ReportLabel>
    let asOf: Day
    /// Labels of the skills that signals name, by id.
    let skills: [Skill.ID: Skill]
    private let titles: [String: String]

    var wording: Wording { phrases.wording }
    var language: Language { phrases.wording.language }

    /// The context of something by itself, outside of a night.
    init(phrases: Phrases<ReportLabel>, asOf: Day) {
        self.phrases = phrases
        self.asOf = asOf
        skills = [:]
        titles = [:]
    }

    init(phrases: Phrases<ReportLabel>, night: RecordedNight) {
        self.phrases = phrases
        asOf = night.asOf
        skills = night.skills
        let language = phrases.wording.language
        titles = Dictionary(
            night.runs.map { ($0.job, Wording.printed($0.title[language] ?? $0.job)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The title of a job in the reader's language, or its name where no run tells it.
    func title(ofJob job: String) -> String { titles[job] ?? Wording.printed(job) }

    /// What the night brought, in one sentence.
    func headline(of night: RecordedNight) -> String {
        let new = night.suggestions.filter(\.isNew)
        let newBids = night.bids.count { $0.isNew && $0.status != .none }
        var items: [String] = []
        if !new.isEmpty {
            let needs = Set(new.map { NeedKey(job: $0.job, need: $0.need) }).count
            items.append(
                phrases.filled(
                    .newFor,
                    [
                        "suggestions": phrases.count(
                            new.count, one: .newSuggestionOne, many: .newSuggestionMany),
                        "needs": phrases.count(needs, one: .needOne, many: .needMany),
                    ]))
        }
        if newBids > 0 {
            items.append(phrases.count(newBids, one: .newBidOne, many: .newBidMany))
        }
        guard items.isEmpty else {
            return phrases.filled(.headlineNew, ["items": wording.list(items)])
        }
        var standing: [String] = []
        if !night.suggestions.isEmpty {
            standing.append(
                phrases.count(night.suggestions.count, one: .suggestionOne, many: .suggestionMany))
        }
        let bids = night.bids.count { $0.status != .none }
        if bids > 0 { standing.append(phrases.count(bids, one: .bidOne, many: .bidMany)) }
        guard !standing.isEmpty else { return phrases[.headlineQuiet] }
        return phrases[.headlineQuiet] + " "
            + phrases.filled(.headlineStanding, ["items": wording.list(standing)])
    }

    /// What asks for attention besides, in one sentence; nil where nothing does.
    func rest(unanswered: Int, setAside: Int) -> String? {
        var items: [String] = []
        if unanswered > 0 {
            items.append(phrases.count(unanswered, one: .unansweredOne, many: .unansweredMany))
        }
        if setAside > 0 { items.append(phrases.count(setAside, one: .rowOne, many: .rowMany)) }
        guard !items.isEmpty else { return nil }
        return phrases.filled(.headlineRest, ["items": wording.list(items)])
    }

    /// Up to three names, and how many others.
    func names(_ names: [String]) -> String {
        guard names.count > 4 else { return wording.list(names) }
        let others = phrases.count(names.count - 3, one: .otherOne, many: .otherMany)
        return wording.list(names.prefix(3) + [others])
    }

    /// A text of the locale file that need not be there.
    func optional(_ key: String) -> String? { phrases.texts[key] }
}

/// A need among those of all jobs.
struct NeedKey: Hashable {
    let job: String
    let need: String
}
