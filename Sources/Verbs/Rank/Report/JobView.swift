internal import Market
internal import Report
internal import Wording

/// The suggestions of one job that are in force.
struct JobView {
    static let template = "rank.mustache"

    let anchor: String
    let name: String
    let summary: String
    let needs: [NeedView]

    struct NeedView {
        let anchor: String
        let heading: String
        /// Page of the need on the platform.
        let url: String?
        let askedBy: String?
        /// Last day to answer, in words.
        let deadline: String?
        let hasNew: Bool
        let suggestions: [SuggestionView]
        /// Who left the list since the night before, and why; nil where nobody did.
        let departed: String?
        let news: ReportNews?
    }

    struct SuggestionView {
        let rank: Int
        let isNew: Bool
        let who: String
        /// Page of the candidate on the platform.
        let page: String?
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

    var news: [ReportNews] { needs.compactMap(\.news) }

    static func all(
        of suggestions: [Suggestion], departures: [Departure], runs: [RecordedRun],
        in context: RankContext
    ) -> [JobView] {
        var order = runs.map(\.job)
        for job in Set(suggestions.map(\.job)).sorted() where !order.contains(job) {
            order.append(job)
        }
        let byJob = Dictionary(grouping: suggestions, by: \.job)
        return order.enumerated().compactMap { number, job in
            byJob[job].map {
                JobView(
                    job, number: number + 1, of: $0,
                    departures: departures.filter { $0.job == job }, in: context)
            }
        }
    }

    private init(
        _ job: String, number: Int, of suggestions: [Suggestion],
        departures: [Departure], in context: RankContext
    ) {
        let phrases = context.phrases
        anchor = "job-\(number)"
        name = context.page.title(ofJob: job)
        let byNeed = Dictionary(grouping: suggestions, by: \.need)
        let ordered = byNeed.map { ($0.value.contains(where: \.isNew), $0.key, $0.value) }
            .sorted { one, other in
                if one.0 != other.0 { return one.0 }
                return (Deadline.orLast(one.2.first?.deadline), one.1)
                    < (Deadline.orLast(other.2.first?.deadline), other.1)
            }
        let jobName = name
        let departed = Dictionary(grouping: departures, by: \.need)
        needs = ordered.enumerated().map { index, need in
            NeedView(
                need.2, departures: departed[need.1] ?? [],
                anchor: "need-\(number)-\(index + 1)", kind: jobName, in: context)
        }
        var counted = phrases.count(
            suggestions.count, .suggestion)
        let new = suggestions.count(where: \.isNew)
        if new > 0 {
            counted = phrases.filled(
                .withNew,
                [
                    "suggestions": counted,
                    "new": phrases.count(new, .ofWhichNew),
                ])
        }
        summary = phrases.filled(
            .jobSummary,
            [
                "suggestions": counted,
                "needs": phrases.count(needs.count, .need),
            ])
    }
}

extension JobView.NeedView {
    init(
        _ suggestions: [Suggestion], departures: [Departure], anchor: String,
        kind: String, in context: RankContext
    ) {
        let ranked = suggestions.sorted {
            $0.rank != $1.rank ? $0.rank < $1.rank : $0.candidate < $1.candidate
        }
        let first = ranked.first
        self.anchor = anchor
        heading = Wording.printed(first?.needTitle ?? "")
        url = first?.needURL
        deadline = first?.deadline.map(context.wording.answersUntil)
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
                anchor: anchor, kind: kind, subject: heading, who: context.page.names(newNames))
    }
}

extension JobView.SuggestionView {
    init(_ suggestion: Suggestion, in context: RankContext) {
        let grade = ScoreGrade(suggestion.score)
        rank = suggestion.rank
        isNew = suggestion.isNew
        who = Wording.printed(suggestion.memberName)
        page = suggestion.candidateURL
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
            ? nil : Wording.printed(wording.why(suggestion.signals, skills: context.page.skills))
        better = wording.better(suggestion.signals, skills: context.page.skills).map(
            Wording.printed)
        isFolded = why != nil
        reasons = (suggestion.reasons[context.language] ?? []).map(Wording.printed)
    }
}
