internal import Market
internal import Text

/// Lexical similarity of needs and candidates: the words that they share, by soft TF-IDF.
///
/// A need's title and text are held against a candidate's title, text and skills. Where neither
/// side has a title or a text, words say nothing: the skills are compared as skills.
struct LexicalSimilarity: Sendable {
    private let soft: SoftTFIDFIndex
    /// What each is written in, see `TextLanguage.family`; nil where that is not known.
    private let languages: [TextLanguage?]
    private let needLanguages: [TextLanguage?]
    /// Whether each candidate has more than its skills.
    private let hasText: [Bool]
    private let needHasText: [Bool]
    private let candidates: [Candidate]
    private let skills: [Skill.ID: Skill]

    /// How common words are.
    var statistics: WordStatistics { soft.statistics }

    /// - Parameters:
    ///   - snapshot: What is scored.
    ///   - texts: Its texts. A candidate is found by all names of the concepts that its title bears
    ///     the name of.
    ///   - statistics: How common words are; nil for how common they are in the snapshot.
    init(in snapshot: Snapshot, texts: MarketTexts, statistics: WordStatistics? = nil) {
        skills = snapshot.skills
        candidates = snapshot.candidates
        needHasText = snapshot.needs.map { $0.title != "" || $0.text != "" }
        hasText = snapshot.candidates.map { $0.title != "" || $0.text != "" }
        soft = SoftTFIDFIndex(
            documents: snapshot.candidates.count, queries: snapshot.needs.count,
            statistics: statistics
        ) { index in
            let candidate = snapshot.candidates[index]
            let labels = MarketTexts.labels(
                of: candidate.skills.map(\.skill), in: candidate.language.ofLabels,
                snapshot.skills)
            return SoftTFIDFIndex.Text(
                texts.candidates.joined(index, title: candidate.title, text: candidate.text),
                phrases: labels
                    + texts.links.names(ofCandidate: index, in: candidate.language.ofLabels),
                language: candidate.language)
        } query: { index in
            let need = snapshot.needs[index]
            let isTold = need.title != "" || need.text != ""
            let labels = MarketTexts.labels(
                of: isTold ? [] : need.skills.map(\.skill), in: need.language.ofLabels,
                snapshot.skills)
            return SoftTFIDFIndex.Text(
                texts.needs.joined(index, title: need.title, text: need.text), phrases: labels,
                language: need.language)
        }
        languages = snapshot.candidates.map(\.language.family)
        needLanguages = snapshot.needs.map(\.language.family)
    }

    /// What decides beside which candidates a need's words say nothing.
    enum Kind: Sendable, Hashable {
        /// It has words, in a language, of its title or text or of its skills alone.
        case words(TextLanguage?, hasText: Bool)
        /// It has no word.
        case wordless

        /// By its language, those with a text first.
        fileprivate var order: String {
            switch self {
            case .wordless: ""
            case .words(let language, let hasText):
                "\(language?.rawValue ?? "") \(hasText ? 0 : 1)"
            }
        }
    }

    /// The kinds of all needs, in ascending order.
    var kinds: [Kind] {
        Set(needHasText.indices.map { kind(ofNeed: $0) }).sorted { $0.order < $1.order }
    }

    func kind(ofNeed need: Int) -> Kind {
        guard soft.hasWords(query: soft.queries[need]) else { return .wordless }
        return .words(needLanguages[need], hasText: needHasText[need])
    }

    /// Whether the words of a need of some kind and of a candidate say nothing to each other: one
    /// side has none, both name skills only, or both are written in different languages.
    func isSilent(_ kind: Kind, candidate: Int) -> Bool {
        guard case .words(let language, let needHasText) = kind else { return true }
        if let language, let other = languages[candidate], other != language { return true }
        return !(needHasText || hasText[candidate]) || !soft.hasWords(document: candidate)
    }

    /// The kinds of needs whose words say nothing to any of the candidates', in ascending order.
    var silentKinds: [Kind] {
        kinds.filter { kind in hasText.indices.contains { isSilent(kind, candidate: $0) } }
    }

    /// Whether a candidate has any word.
    func hasWords(candidate: Int) -> Bool { soft.hasWords(document: candidate) }

    /// Room for what the candidates share with one need after another.
    var scores: SoftTFIDFIndex.Scores { SoftTFIDFIndex.Scores(of: soft) }

    /// Reads what every candidate shares with a need; what is shared where words say nothing does
    /// not count.
    ///
    /// - Complexity: O(words alike to the need's × candidates that have them).
    func read(need: Int, into scores: inout SoftTFIDFIndex.Scores) {
        soft.score(soft.queries[need], into: &scores)
    }

    /// Room for words alike, looked up once for all needs.
    var similarities: SoftTFIDFIndex.Similarities { SoftTFIDFIndex.Similarities(of: soft) }

    /// The words signals of some candidates for a need; NaN where words say nothing.
    ///
    /// - Complexity: O(words alike to the need's × candidates asked for × log *candidates*).
    func values(
        ofNeed need: Int, candidates: [Int], _ similarities: inout SoftTFIDFIndex.Similarities
    ) -> [Double] {
        let kind = kind(ofNeed: need)
        let scores = soft.scores(of: soft.queries[need], documents: candidates, &similarities)
        return zip(candidates, scores).map {
            isSilent(kind, candidate: $0) ? .nan : Double($1)
        }
    }

    /// The rarity, all together, of the words that a need shares with a candidate; 0 where words say
    /// nothing.
    ///
    /// - Complexity: O(words alike to the need's × log *candidates*).
    func sharedRarity(
        need: Int, candidate: Int, _ similarities: inout SoftTFIDFIndex.Similarities
    ) -> Double {
        guard !isSilent(kind(ofNeed: need), candidate: candidate) else { return 0 }
        return Double(
            soft.sharedRarity(of: soft.queries[need], document: candidate, &similarities))
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

extension MarketTexts.Side {
    /// Title and text of a row as one prepared text. Markup that begins in a title may end in the text:
    /// then the two are prepared together, as they were written.
    fileprivate func joined(_ row: Int, title: String, text: String) -> String {
        let mayHoldMarkup = title.utf8.contains {
            $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&")
        }
        return mayHoldMarkup
            ? prepared("\(title). \(text)") : "\(titles[row]). \(texts[row])"
    }
}
