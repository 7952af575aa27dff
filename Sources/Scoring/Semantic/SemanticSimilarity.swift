internal import Encoding
internal import Market
internal import Retrieval
internal import Text

/// Nearness in meaning of needs and candidates, and of skills with each other.
///
/// A side's vector adds the vectors of its title, its text and its skills, each centred. The skills
/// of a side are pooled by rarity from vectors smoothed over the network itself: see
/// ``SmoothedSkillVectors``.
struct SemanticSimilarity: Sendable {
    let needs: CentredRows
    /// In the form in which they are retrieved, in the order of the snapshot.
    let candidates: CentredRows
    let form: SemanticRows
    /// Vectors of the skills' names, by the skills' numbers.
    let labels: CentredRows
    /// Whether each candidate says anything.
    private let known: [Bool]
    /// What is taken from each candidate's cosine where meaning stands alone.
    let hubness: [Float]

    /// What is known of the market as a whole.
    let statistics: SemanticStatistics

    /// One row a candidate is made, and the vectors are let go as they are used up: of both together
    /// little more than the larger is there at a time.
    ///
    /// - Parameters:
    ///   - snapshot: What is scored.
    ///   - vectors: The vectors of its texts.
    ///   - table: Its skills.
    ///   - words: Its words: beside which candidates each need's meaning stands alone.
    ///   - statistics: What is known of the market; nil to learn it from these vectors.
    ///   - known: What is taken from the cosine of each candidate, found on an earlier night under
    ///     these statistics; NaN where it must be found now, empty where all must.
    /// - Complexity: O(*n* × dimension²) in the number of vectors where it is to be learned, and
    ///   the products of 2,048 needs at most with the candidates of whom no hubness is known.
    init(
        of snapshot: Snapshot, vectors: consuming MarketVectors, skills table: SkillTable,
        words: LexicalSimilarity, statistics: SemanticStatistics? = nil, hubness known: [Float] = []
    ) {
        var market = consume vectors
        let profiles = SmoothedSkillVectors(of: snapshot, in: table)
        let centres =
            statistics?.centres
            ?? SemanticStatistics.Centres(of: market, profiles: profiles, skills: table)
        let dimension = market.dimension
        labels = CentredRows(
            market.labels(of: table), dimension: dimension, less: centres.labels)
        let smoothed = centres.smoothedRows(of: table, labels: labels)
        let concepts = ConceptRows(of: market, centres: centres)
        let links = market.links
        needs = CentredRows(
            market.needs, in: &market, stride: dimension,
            centres: (centres.needTitles, centres.needTexts, centres.neededSkills), keeps: true,
            skills: { profiles.sum(need: $0, of: smoothed, into: &$1) },
            concepts: { concepts.sum(links.needs[$0], into: &$1) })
        form = SemanticRows(dimension: dimension, correcting: words.silentKinds)
        var candidates = CentredRows(
            market.candidates, in: &market, stride: form.dimension,
            centres: (centres.candidateTitles, centres.candidateTexts, centres.heldSkills),
            keeps: false, skills: { profiles.sum(candidate: $0, of: smoothed, into: &$1) },
            concepts: { concepts.sum(links.candidates[$0], into: &$1) })
        self.statistics =
            statistics
            ?? SemanticStatistics(
                centres: centres, needs: needs, candidates: candidates,
                isSmall: ProbabilityModel.smallness(texts: words.statistics.texts) > 0)
        hubness = self.statistics.hubs.corrections(of: candidates, known: known)
        var isKnown = [Bool](repeating: false, count: candidates.count)
        for candidate in isKnown.indices where candidates.isKnown(candidate) {
            isKnown[candidate] = true
            form.correct(&candidates, candidate, by: hubness[candidate]) {
                words.isSilent($0, candidate: candidate)
            }
        }
        self.known = isKnown
        self.candidates = candidates
    }

    /// The meaning of some needs and candidates of another.
    init(_ whole: SemanticSimilarity, needs chosen: [Int], candidates given: [Int]) {
        needs = whole.needs.rows(chosen)
        candidates = whole.candidates.rows(given)
        form = whole.form
        labels = whole.labels
        statistics = whole.statistics
        known = given.map { whole.known[$0] }
        hubness = given.map { whole.hubness[$0] }
    }

    /// Whether a need says anything.
    func isKnown(need: Int) -> Bool { needs.isKnown(need) }

    /// Whether a candidate says anything.
    func isKnown(candidate: Int) -> Bool { known[candidate] }

    /// The cosines of a need with some candidates; NaN where one side says nothing.
    ///
    /// - Complexity: O(*candidates asked for* × dimension).
    func fill(_ cosines: inout [Float], need: Int, candidates indexes: [Int]) {
        ExactProducts.fill(
            &cosines, row: needs[need..<need + 1], rows: candidates.values,
            stride: candidates.stride, at: indexes)
        let isKnown = needs.isKnown(need)
        for (offset, index) in indexes.enumerated() where !isKnown || !known[index] {
            cosines[offset] = .nan
        }
    }

    /// The meaning signal of a pair, from its cosine.
    ///
    /// - Parameter less: The share of what makes the candidate near to everything that is taken
    ///   away, see ``Hubness``.
    func value(cosine: Float, candidate: Int, less share: Float) -> Double {
        statistics.standardisation.nearness(
            ofCosine: Double(share > 0 ? cosine - share * hubness[candidate] : cosine))
    }

    /// How far a cosine stands out for its need and its candidate, see ``Prominence``; NaN where that
    /// is not known.
    func prominence(cosine: Float, need: Int, candidate: Int) -> Double {
        guard statistics.prominence.isKnown, !cosine.isNaN else { return .nan }
        return statistics.prominence.value(
            cosine: cosine, need: needs[need..<need + 1],
            candidate: candidates[candidate..<candidate + 1])
    }

    /// The nearness of a skill to some others, 0 … 1; 1 to itself.
    ///
    /// - Complexity: O(*others* × dimension).
    func nearness(of skill: Int, to others: [Int]) -> [Float] {
        var cosines: [Float] = []
        ExactProducts.fill(
            &cosines, row: labels[skill..<skill + 1], rows: labels.values, stride: labels.stride,
            at: others)
        for (index, other) in others.enumerated() {
            cosines[index] =
                other == skill ? 1 : CosineStandardisation.nearness(ofSkills: cosines[index])
        }
        return cosines
    }
}
