internal import Encoding
internal import Market

/// Telling words that needs share with candidates: BM25 against what the need could reach at most.
struct SharedWords: Sendable {
    private let index: WordsIndex
    private let languages: [Language]
    private let hasWords: [Bool]
    private let skills: [Skill.ID: Skill]

    init(in snapshot: Snapshot) {
        skills = snapshot.skills
        let documents = snapshot.candidates.map {
            (text: MarketTexts.text(of: $0, skills: snapshot.skills), language: $0.language)
        }
        index = WordsIndex(documents: documents)
        languages = documents.map(\.language)
        hasWords = documents.map { !$0.text.isEmpty }
    }

    /// The words signal of every candidate; NaN where one side says nothing or both are written in
    /// different languages.
    func values(of need: Need) -> [Double] {
        let query = index.query(MarketTexts.text(of: need, skills: skills), language: need.language)
        let ceiling = Double(query.ceiling)
        guard ceiling > 0 else { return [Double](repeating: .nan, count: languages.count) }
        let scores = index.scores(of: query)
        return scores.indices.map { candidate in
            guard hasWords[candidate], languages[candidate] == need.language else { return .nan }
            return SharedWords.saturated(Double(scores[candidate]) / ceiling)
        }
    }

    /// The shared words that tell most, as the need writes them.
    func shared(_ need: Need, candidate: Int, limit: Int) -> [String] {
        index.shared(
            MarketTexts.text(of: need, skills: skills), language: need.language,
            document: candidate, limit: limit)
    }

    /// A share of the most that is possible, 0 … 1, stretched: of two texts by different hands a
    /// sixth in common is already much. 0, ½ at 0.13, 1 at 1.
    static func saturated(_ share: Double) -> Double {
        let share = min(1, max(0, share))
        return share * 1.15 / (share + 0.15)
    }
}
