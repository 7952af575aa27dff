internal import Market
internal import Wording

extension DigestWriter {
    /// What is in the message, with one title: `2 missions pour vous, dont Refonte du site`.
    func subject(of news: News) -> String {
        var parts: [String] = []
        if let first = news.forYou.first {
            parts.append(
                part(
                    noun(for: news.forYou), title: first.needTitle, count: news.forYou.count,
                    one: .subjectOne, many: .subjectMany))
        }
        if let first = news.forYourNeeds.first {
            let count = phrases.count(
                news.forYourNeeds.count, one: .answerOne, many: .answerMany)
            let needs = Set(news.forYourNeeds.map { $0.job + "\u{0}" + $0.need }).count
            parts.append(
                part(
                    count, title: first.needTitle, count: needs, one: .subjectNeedsOne,
                    many: .subjectNeedsMany))
        }
        if let first = news.bids.first {
            let count = phrases.count(news.bids.count, one: .bidOne, many: .bidMany)
            parts.append(
                part(
                    count, title: first.tenderTitle, count: news.bids.count, one: .subjectBidsOne,
                    many: .subjectBidsMany))
        }
        guard parts.count > 1, let first = parts.first else { return parts.first ?? "" }
        var others: [String] = []
        if !news.forYou.isEmpty, !news.forYourNeeds.isEmpty {
            others.append(
                phrases.count(news.forYourNeeds.count, one: .answerOne, many: .answerMany))
        }
        if !news.bids.isEmpty {
            others.append(phrases.count(news.bids.count, one: .bidOne, many: .bidMany))
        }
        return ([first] + others).joined(separator: phrases.wording.semicolon)
    }

    private func part(
        _ count: String, title: String, count number: Int, one: DigestLabel, many: DigestLabel
    ) -> String {
        phrases.filled(
            number == 1 ? one : many, ["count": count, "title": shortened(Wording.printed(title))])
    }

    /// Suggestions of one job are counted by its own noun, if the locale file has it.
    private func noun(for suggestions: [RecordedSuggestion]) -> String {
        let jobs = Set(suggestions.map(\.job))
        if jobs.count == 1, let job = jobs.first,
            let one = phrases.texts["digest_noun_\(job)_one"],
            let many = phrases.texts["digest_noun_\(job)_many"]
        {
            return phrases.wording.count(suggestions.count, one: one, many: many)
        }
        return phrases.count(suggestions.count, one: .suggestionOne, many: .suggestionMany)
    }

    /// The title cut after a word, at 60 characters at most.
    private func shortened(_ title: String) -> String {
        guard title.count > 60 else { return title }
        let start = title.prefix(59)
        let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start
        let kept = words.count > 30 ? words : start
        return kept.trimmingSuffix { $0.isPunctuation || $0.isWhitespace } + "…"
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> Substring {
        var kept = self
        while let last = kept.last, isTrimmed(last) { kept.removeLast() }
        return kept
    }
}
