public import Market
internal import Parallel

extension Scorer {
    /// The scorer of some needs and candidates of this one, under the same statistics: it scores
    /// their pairs as this one does, to the last bit, at the cost of them alone.
    ///
    /// - Parameters:
    ///   - needs: Indices in this scorer's snapshot; index *i* of the part stands for `needs[i]`.
    ///   - candidates: The same.
    /// - Complexity: O(*n*) in the length of their texts, lists and vectors.
    public func part(needs: [Int], candidates: [Int]) -> Scorer {
        Scorer(self, needs: needs, candidates: candidates)
    }

    private init(_ whole: Scorer, needs: [Int], candidates: [Int]) {
        var part = whole.snapshot
        part.needs = needs.map { whole.snapshot.needs[$0] }
        part.candidates = candidates.map { whole.snapshot.candidates[$0] }
        let texts = MarketTexts(whole.texts, needs: needs, candidates: candidates)
        self.init(
            snapshot: part, texts: texts, policy: whole.policy,
            skills: SkillTable(whole.skills, candidates: candidates),
            meaning: whole.meaning.map {
                SemanticSimilarity($0, needs: needs, candidates: candidates)
            },
            words: LexicalSimilarity(
                in: part, texts: texts, statistics: whole.words.statistics))
    }
}

extension Scorer {
    /// How many of some candidates, who are not this scorer's, each rule excludes first for each
    /// need, in the order of `Exclusion.Rule`; declines do not count.
    ///
    /// - Parameter others: Candidates of whom no more need be known than their traits.
    /// - Complexity: O(*n*) in the length of their lists, and as `EligibilityTable` marks them.
    public func excluded(_ others: [Candidate]) -> [[Int]] {
        guard !others.isEmpty else {
            return needs.map { _ in Exclusion.Rule.allCases.map { _ in 0 } }
        }
        var part = snapshot
        part.candidates = others
        part.declined = [:]
        let scorer = Scorer(
            snapshot: part, texts: texts, policy: policy,
            skills: SkillTable(skills, holders: others), meaning: nil, words: words)
        let table = EligibilityTable(scorer, order: Array(others.indices))
        return Threads.map(needs.count) { table.excluded(need: $0) }
    }

    /// The needs that it scores, by index.
    public var needs: [Need] { snapshot.needs }
    /// The candidates that it scores, by index.
    public var candidates: [Candidate] { snapshot.candidates }
    /// How many candidates it retrieves for each need on either way.
    public var retrieve: Int { policy.retrieve }
    /// Lowest score of a match.
    public var floor: Double { policy.floor }
}
