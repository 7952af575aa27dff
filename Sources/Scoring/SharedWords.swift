internal import Encoding
internal import Market

/// Words that needs share with candidates.
///
/// A need's title and text are held against a candidate's title, text and skills. Where neither
/// side has a title or a text, words say nothing: the skills are compared as skills.
struct SharedWords: Sendable {
    private let soft: SoftWordsIndex
    private let languages: [Language]
    private let needLanguages: [Language]
    /// Whether each candidate has more than its skills.
    private let hasText: [Bool]
    private let needHasText: [Bool]
    private let candidates: [Candidate]
    private let skills: [Skill.ID: Skill]

    /// How common words are.
    var statistics: WordStatistics { soft.statistics }

    /// - Parameters:
    ///   - snapshot: What is judged.
    ///   - links: Concepts whose names a candidate's title bears: it is found by all of them.
    ///   - statistics: How common words are; nil for how common they are in the snapshot.
    init(in snapshot: Snapshot, links: ConceptLinks, statistics: WordStatistics? = nil) {
        skills = snapshot.skills
        candidates = snapshot.candidates
        needHasText = snapshot.needs.map { $0.title != "" || $0.text != "" }
        hasText = snapshot.candidates.map { $0.title != "" || $0.text != "" }
        soft = SoftWordsIndex(
            documents: snapshot.candidates.enumerated().map { place, candidate in
                let own = MarketTexts.text(of: candidate, skills: snapshot.skills)
                let names = links.names(ofCandidate: place, in: candidate.language)
                return (
                    text: names.isEmpty ? own : "\(own). \(names)", language: candidate.language
                )
            },
            queries: snapshot.needs.map { need in
                var said = need
                if need.title != "" || need.text != "" { said.skills = [] }
                return (
                    text: MarketTexts.text(of: said, skills: snapshot.skills),
                    language: need.language
                )
            }, statistics: statistics)
        languages = snapshot.candidates.map(\.language)
        needLanguages = snapshot.needs.map(\.language)
    }

    /// The words signal of every candidate for a need, by its place; NaN where one side says
    /// nothing, both name skills only, or both are written in different languages.
    func values(ofNeed need: Int) -> [Double] {
        let scores = soft.scores(of: soft.queries[need])
        return scores.indices.map { candidate in
            guard languages[candidate] == needLanguages[need],
                needHasText[need] || hasText[candidate]
            else { return .nan }
            return Double(scores[candidate])
        }
    }

    /// The shared words that tell most, as the need writes them.
    func shared(_ need: Need, candidate: Int, limit: Int) -> [String] {
        statistics.shared(
            (text: MarketTexts.text(of: need, skills: skills), language: need.language),
            with: (
                text: MarketTexts.text(of: candidates[candidate], skills: skills),
                language: candidates[candidate].language
            ), limit: limit)
    }
}
