internal import Digest
internal import Market
internal import Wording

/// What a member is told of suggestions: those for themself, then those for their own needs.
struct RankDigest {
    let context: DigestContext
    let phrases: Phrases<RankDigestLabel>

    var wording: Wording { context.wording }

    init(_ context: DigestContext) throws(DigestError) {
        self.context = context
        phrases = try context.phrases(RankDigestLabel.self)
    }

    func sections(of news: News) throws -> [DigestSection] {
        // The best first; needs come as they are recorded: by need, then by rank.
        let forYou = try suggestions(in: news, as: .candidate).sorted {
            ($1.score, $0.job, $0.need) < ($0.score, $1.job, $1.need)
        }
        let forYourNeeds = try suggestions(in: news, as: .owner)
        return [self.forYou(forYou), self.forYourNeeds(forYourNeeds)].compactMap(\.self)
    }

    private func suggestions(in news: News, as role: Suggestion.Role) throws -> [Suggestion] {
        try news.items
            .filter { $0.proposal.kind == Suggestion.kind && $0.role == role.rawValue }
            .map { try Suggestion($0.proposal) }
    }

    private func forYou(_ suggestions: [Suggestion]) -> DigestSection? {
        guard let first = suggestions.first else { return nil }
        let count = counted(suggestions)
        return DigestSection(
            heading: phrases[.forYou], items: items(forYou: suggestions),
            subject: .init(
                opening: phrases.subject(
                    count, title: first.needTitle, of: suggestions.count, .subject),
                count: count))
    }

    private func forYourNeeds(_ suggestions: [Suggestion]) -> DigestSection? {
        guard let first = suggestions.first else { return nil }
        let count = phrases.count(suggestions.count, .answer)
        let needs = Set(suggestions.map { [$0.job, $0.need] }).count
        return DigestSection(
            heading: phrases[.forYourNeeds], items: items(forYourNeeds: suggestions),
            subject: .init(
                opening: phrases.subject(
                    count, title: first.needTitle, of: needs, .subjectNeeds),
                count: count))
    }

    /// Suggestions of one job are counted by its own noun, if the locale file has it.
    private func counted(_ suggestions: [Suggestion]) -> String {
        let jobs = Set(suggestions.map(\.job))
        if jobs.count == 1, let job = jobs.first,
            let noun = phrases.noun(named: "digest_noun_\(job)")
        {
            return wording.count(suggestions.count, noun)
        }
        return phrases.count(suggestions.count, .suggestion)
    }
}
