internal import Encoding
internal import Hashing
public import Market
internal import Text

/// Scores every pair of a need and a candidate: hard rules first, then signals, then one score.
///
/// A pure function of its input: the same snapshot, vectors and policy give the same matches to the
/// last bit. Any slice of the needs can be scored against any slice of the candidates elsewhere and
/// the results put together, see ``CandidateList``. What a pair is measured against, such as how rare a skill
/// is, stands in ``MarketStatistics``: under the same statistics a pair's score depends on that pair
/// alone, to the last bit.
public struct Scorer: Sendable {
    /// Raised whenever the same pair may get another score or evidence than before: nothing that was
    /// cached of earlier runs is valid then.
    public static let revision = 8

    let snapshot: Snapshot
    let texts: MarketTexts
    let policy: MatchPolicy
    /// Hard rules that hold, in order of evaluation.
    let rules: [any HardRule.Type]
    let fusion: Fusion
    let probability: ProbabilityModel
    /// How far the words of this market tell, 0 … 1: how rare a word is was counted in its texts, and
    /// of *n* texts it counts *n* / (*n* + 180).
    let wordTrust: Double
    let skills: SkillTable
    let meaning: SemanticSimilarity?
    let words: LexicalSimilarity
    let mentions: MentionTable
    let needLanguages: CodeSets
    let candidateLanguages: CodeSets
    let needCertifications: CodeSets
    let candidateCertifications: CodeSets
    let needTopics: CodeSets
    let candidateTopics: CodeSets
    /// Pairs that a decline still stands against, by index.
    private(set) var declined: Set<IndexPair> = []

    /// Indices of a need and a candidate in the snapshot.
    struct IndexPair: Sendable, Hashable {
        let need: Int
        let candidate: Int
    }

    /// Prepares the scoring of a market.
    ///
    /// - Parameters:
    ///   - snapshot: What the run read.
    ///   - texts: The snapshot's texts, where they were prepared before.
    ///   - vectors: The vectors of the snapshot's texts; nil where the encoder is `words`: there is
    ///     then no meaning, and only the same skill meets a skill asked.
    ///   - policy: The job's rules, weights and floor.
    ///   - statistics: What is known of the market as a whole, learned on an earlier run from
    ///     vectors of the same model; nil to learn it from this snapshot.
    ///   - hubness: What ``hubness`` was under these statistics, a number a candidate, NaN where it
    ///     is not known; empty: of nobody.
    /// - Complexity: O(*n*) in the length of all texts, and O(*n* × dimension²) in the number of
    ///   vectors.
    public init(
        snapshot: Snapshot, texts: MarketTexts? = nil, vectors: consuming MarketVectors?,
        policy: MatchPolicy, statistics: MarketStatistics? = nil, hubness: [Float] = []
    ) {
        let texts = texts ?? MarketTexts(of: snapshot)
        let table = SkillTable(of: snapshot, statistics: statistics?.skills)
        let words = LexicalSimilarity(in: snapshot, texts: texts, statistics: statistics?.words)
        var meaning: SemanticSimilarity?
        if let given = consume vectors {
            meaning = SemanticSimilarity(
                of: snapshot, vectors: consume given, skills: table, words: words,
                statistics: statistics?.meaning, hubness: hubness)
        }
        self.init(
            snapshot: snapshot, texts: texts, policy: policy, skills: table, meaning: meaning,
            words: words)
    }

    /// A scorer whose parts are there.
    init(
        snapshot: Snapshot, texts: MarketTexts, policy: MatchPolicy, skills: SkillTable,
        meaning: SemanticSimilarity?, words: LexicalSimilarity
    ) {
        self.snapshot = snapshot
        self.texts = texts
        self.policy = policy
        rules = HardRules.named(policy.rules)
        let texts = words.statistics.texts
        wordTrust = Double(texts) / Double(texts + 180)
        fusion = Fusion(weights: policy.weights, wordTrust: wordTrust)
        self.skills = skills
        probability = ProbabilityModel(
            contentShare: fusion.contentShare, candidates: skills.statistics.candidates,
            texts: texts)
        self.meaning = meaning
        self.words = words
        mentions = MentionTable(of: snapshot, skills: skills, use: policy.mentioned)
        var codes = Codes()
        let (needs, candidates) = (snapshot.needs, snapshot.candidates)
        needLanguages = CodeSets(needs.count, codes: &codes) { needs[$0].languages }
        candidateLanguages = CodeSets(candidates.count, codes: &codes) { candidates[$0].languages }
        needCertifications = CodeSets(needs.count, codes: &codes) { needs[$0].certifications }
        candidateCertifications = CodeSets(candidates.count, codes: &codes) {
            candidates[$0].certifications
        }
        needTopics = CodeSets(needs.count, codes: &codes) { needs[$0].topics }
        candidateTopics = CodeSets(candidates.count, codes: &codes) { candidates[$0].topics }
        declined = standingDeclines()
    }

    /// What this scorer knows of the market as a whole: as it was given, or as it was learned.
    public var statistics: MarketStatistics {
        MarketStatistics(
            skills: skills.statistics, words: words.statistics, meaning: meaning?.statistics)
    }

    /// How near each candidate is to everything, more than the mean: what is taken from its cosines
    /// where meaning stands alone. 0 where there is no meaning.
    public var hubness: [Float] {
        meaning?.hubness ?? [Float](repeating: 0, count: snapshot.candidates.count)
    }

    /// A need to be scored beside candidates whose skills were learned to be near to its own.
    func prepare(_ index: Int, _ near: NearSkills) -> PreparedNeed {
        prepare(index) { skill, rows, start in near.fill(&rows, from: start, skill: skill) }
    }

    /// A need to be looked at beside some candidates only.
    ///
    /// - Complexity: O(skills asked × skills held by the candidates × dimension).
    func prepare(_ index: Int, beside candidates: [Int]) -> PreparedNeed {
        let columns = skills.held(by: candidates)
        return prepare(index) { skill, rows, start in
            if let meaning {
                for (column, near) in zip(columns, meaning.nearness(of: skill, to: columns)) {
                    rows[start + column] = near
                }
            }
            rows[start + skill] = 1
        }
    }

    private func prepare(
        _ index: Int, _ fill: (Int, inout [Float], Int) -> Void
    ) -> PreparedNeed {
        let need = snapshot.needs[index]
        let asked = need.skills.compactMap { skills.number(of: $0.skill) }
        var rows = [Float](repeating: 0, count: asked.count * skills.count)
        for (position, skill) in asked.enumerated() { fill(skill, &rows, position * skills.count) }
        return PreparedNeed(
            index: index, need: need, asked: AskedSkills(of: need, in: skills, rows: rows))
    }

    private func standingDeclines() -> Set<IndexPair> {
        guard !snapshot.declined.isEmpty else { return [] }
        let needs = Dictionary(
            snapshot.needs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }
        )
        let candidates = Dictionary(
            snapshot.candidates.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var pairs: Set<IndexPair> = []
        for (pair, decline) in snapshot.declined {
            guard let need = needs[pair.need], let candidate = candidates[pair.candidate],
                decline.isLasting
                    || decline.stands(against: basis(need: need, candidate: candidate))
            else { continue }
            pairs.insert(IndexPair(need: need, candidate: candidate))
        }
        return pairs
    }
}
