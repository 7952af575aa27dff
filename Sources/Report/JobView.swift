internal import Market
internal import Wording

/// The standing suggestions of one job.
struct JobView {
    let anchor: String
    let name: String
    let summary: String
    let needs: [NeedView]

    struct NeedView {
        let anchor: String
        let heading: String
        let askedBy: String?
        let hasNew: Bool
        let suggestions: [SuggestionView]
        /// Who left the list since the night before, and why; nil where nobody did.
        let departed: String?
        let news: PageView.NewsEntry?
    }

    struct SuggestionView {
        let rank: Int
        let isNew: Bool
        let who: String
        let what: String?
        let scoreWord: String
        /// Width of the score's bar, in percent.
        let scoreWidth: Int
        let scoreClass: String
        let statusWord: String?
        /// Why, in one sentence; nil where the run recorded no signals.
        let why: String?
        let better: String?
        /// Whether there is a sentence to stand before the reasons, which are folded then.
        let isFolded: Bool
        let reasons: [String]
    }

    var news: [PageView.NewsEntry] { needs.compactMap(\.news) }

    static func all(of night: RecordedNight, in context: PageContext) -> [JobView] {
        var order = night.runs.map(\.job)
        for job in Set(night.suggestions.map(\.job)).sorted() where !order.contains(job) {
            order.append(job)
        }
        let byJob = Dictionary(grouping: night.suggestions, by: \.job)
        return order.enumerated().compactMap { number, job in
            byJob[job].map {
                JobView(
                    job, number: number + 1, of: $0,
                    departures: night.departures.filter { $0.job == job }, in: context)
            }
        }
    }

    private init(
        _ job: String, number: Int, of suggestions: [RecordedSuggestion],
        departures: [RecordedDeparture], in context: PageContext
    ) {
        let phrases = context.phrases
        anchor = "job-\(number)"
        name = context.title(ofJob: job)
        let byNeed = Dictionary(grouping: suggestions, by: \.need)
        let ordered = byNeed.map { ($0.value.contains(where: \.isNew), $0.key, $0.value) }
            .sorted { $0.0 != $1.0 ? $0.0 : $0.1 < $1.1 }
        let jobName = name
        let departed = Dictionary(grouping: departures, by: \.need)
        needs = ordered.enumerated().map { index, need in
            NeedView(
                need.2, departures: departed[need.1] ?? [],
                anchor: "need-\(number)-\(index + 1)", kind: jobName, in: context)
        }
        var counted = phrases.count(
            suggestions.count, one: .suggestionOne, many: .suggestionMany)
        let new = suggestions.count(where: \.isNew)
        if new > 0 {
            counted = phrases.filled(
                .withNew,
                [
                    "suggestions": counted,
                    "new": phrases.count(new, one: .ofWhichNewOne, many: .ofWhichNewMany),
                ])
        }
        summary = phrases.filled(
            .jobSummary,
            [
                "suggestions": counted,
                "needs": phrases.count(needs.count, one: .needOne, many: .needMany),
            ])
    }
}

extension JobView.NeedView {
    init(
        _ suggestions: [RecordedSuggestion], departures: [RecordedDeparture], anchor: String,
        kind: String, in context: PageContext
    ) {
        let ranked = suggestions.sorted {
            $0.rank != $1.rank ? $0.rank < $1.rank : $0.candidate < $1.candidate
        }
        let first = ranked.first
        self.anchor = anchor
        heading = Wording.printed(first?.needTitle ?? "")
        let owner = first?.needOwnerName.map(Wording.printed) ?? ""
        askedBy = owner.isEmpty ? nil : context.phrases.filled(.askedBy, ["name": owner])
        self.suggestions = ranked.map { JobView.SuggestionView($0, in: context) }
        departed = context.wording.sentence(
            for: departures.sorted { $0.candidate < $1.candidate })
        let newNames = ranked.filter(\.isNew).map { Wording.printed($0.memberName) }
        hasNew = !newNames.isEmpty
        news =
            newNames.isEmpty
            ? nil
            : .init(
                href: "#" + anchor, kind: kind, subject: heading, who: context.names(newNames))
    }
}

extension JobView.SuggestionView {
    init(_ suggestion: RecordedSuggestion, in context: PageContext) {
        let grade = ScoreGrade(suggestion.score)
        rank = suggestion.rank
        isNew = suggestion.isNew
        who = Wording.printed(suggestion.memberName)
        let title = Wording.printed(suggestion.candidateTitle)
        what = title.isEmpty || title == who ? nil : title
        scoreWord = context.phrases[grade.label]
        scoreWidth = Int((min(max(suggestion.score, 0), 1) * 100).rounded())
        scoreClass = grade.rawValue
        statusWord =
            switch suggestion.status {
            case .proposed: nil
            case .accepted: context.phrases[.statusAccepted]
            case .declined: context.phrases[.statusDeclined]
            case .corrected: context.phrases[.statusCorrected]
            }
        let wording = context.wording
        why =
            suggestion.signals.isEmpty
            ? nil : Wording.printed(wording.why(suggestion.signals, skills: context.skills))
        better = wording.better(suggestion.signals, skills: context.skills).map(Wording.printed)
        isFolded = why != nil
        reasons = (suggestion.reasons[context.language] ?? []).map(Wording.printed)
    }
}

/// A score in a word: people compare words, not hundredths.
enum ScoreGrade: String {
    case high, good, possible

    /// From 0.70 high, from 0.40 good, possible below; the job's floor cuts the rest off.
    ///
    /// On the ranking tasks 86 in 100 of the first were right, 65 of the second and 35 of those from
    /// 0.20: see the article on scores in `Scoring`.
    init(_ score: Double) {
        self = score >= 0.7 ? .high : score >= 0.4 ? .good : .possible
    }

    var label: ReportLabel {
        switch self {
        case .high: .scoreHigh
        case .good: .scoreGood
        case .possible: .scorePossible
        }
    }
}
