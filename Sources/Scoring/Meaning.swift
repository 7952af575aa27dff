internal import Encoding
internal import Market
internal import Retrieval

/// Nearness in meaning of needs and candidates, and of skills with each other.
///
/// A side's vector adds the vectors of its title, its text and its skills, each centred. The skills
/// of a side are pooled by rarity from vectors that the network itself has taught: see
/// ``TaughtSkills``.
struct Meaning: Sendable {
    let needs: CentredRows
    let candidates: CentredRows
    private let labels: CentredRows
    /// Whether each candidate says anything.
    private let known: [Bool]
    /// What is taken from each candidate's cosine where meaning stands alone.
    let hubness: [Float]

    /// What is known of the market as a whole.
    let statistics: MeaningStatistics

    /// - Parameters:
    ///   - snapshot: What is judged.
    ///   - market: The vectors of its texts.
    ///   - table: Its skills.
    ///   - statistics: What is known of the market; nil to learn it from these vectors.
    /// - Complexity: O(*n* × dimension²) in the number of vectors where it is to be learned, and
    ///   the products of 2,048 needs at most with all candidates.
    init(
        of snapshot: Snapshot, vectors market: MarketVectors, skills table: SkillTable,
        statistics: MeaningStatistics? = nil
    ) {
        let profiles = SkillProfiles(of: snapshot, in: table)
        let centres =
            statistics?.centres
            ?? MeaningStatistics.Centres(of: market, profiles: profiles, skills: table)
        let dimension = market.vectors.dimension
        let labels = CentredRows(
            market.labels(of: table), dimension: dimension, less: centres.labels)
        let taught = centres.taughtRows(of: table, labels: labels)
        func rows(_ range: Range<Int>, less centre: [Float]) -> CentredRows {
            CentredRows(market.rows(range), dimension: dimension, less: centre)
        }
        let concepts = ConceptRows(of: market, centres: centres)
        needs = rows(market.needs.titles, less: centres.needTitles)
            .blended(with: rows(market.needs.texts, less: centres.needTexts))
            .blended(
                with: CentredRows(sums: profiles.needs, of: taught).less(centres.neededSkills)
            )
            .blended(with: concepts.rows(market.links.needs))
        candidates = rows(market.candidates.titles, less: centres.candidateTitles)
            .blended(with: rows(market.candidates.texts, less: centres.candidateTexts))
            .blended(
                with: CentredRows(sums: profiles.candidates, of: taught).less(centres.heldSkills)
            )
            .blended(with: concepts.rows(market.links.candidates))
        self.labels = labels
        self.statistics =
            statistics
            ?? MeaningStatistics(
                centres: centres, calibration: Calibration(needs, candidates),
                hubs: Hubness(of: candidates, among: needs))
        let sides = candidates
        known = (0..<sides.count).map { sides.isKnown($0) }
        hubness = self.statistics.hubs.corrections(of: candidates)
    }

    /// Whether a need says anything.
    func isKnown(need: Int) -> Bool { needs.isKnown(need) }

    /// Whether a candidate says anything.
    func isKnown(candidate: Int) -> Bool { known[candidate] }

    /// The cosines of a need with some candidates; NaN where one side says nothing.
    ///
    /// - Complexity: O(*candidates asked for* × dimension).
    func fill(_ cosines: inout [Float], need: Int, candidates places: [Int]) {
        ExactProducts.fill(
            &cosines, row: needs[need..<need + 1], rows: candidates.values, at: places)
        let isKnown = needs.isKnown(need)
        for (offset, place) in places.enumerated() where !isKnown || !known[place] {
            cosines[offset] = .nan
        }
    }

    /// The meaning signal of a pair, from its cosine.
    ///
    /// - Parameter alone: Whether no words can be compared: then what makes a candidate near to
    ///   everything is taken away, see ``Hubness``.
    func value(cosine: Float, candidate: Int, alone: Bool) -> Double {
        statistics.calibration.nearness(
            ofCosine: Double(alone ? cosine - hubness[candidate] : cosine))
    }

    /// For each list of skills, the nearness of each of them to every skill, row after row.
    func nearness(of lists: [[Int]]) -> [[Float]] {
        let distinct = Array(Set(lists.joined())).sorted()
        var left: [Float] = []
        left.reserveCapacity(distinct.count * labels.dimension)
        for skill in distinct { left.append(contentsOf: labels[skill..<skill + 1]) }
        let width = labels.count
        var table = [Float](repeating: 0, count: distinct.count * width)
        ExactProducts.fill(
            &table, left: left[...], right: labels.values[...], dimension: labels.dimension)
        for index in table.indices { table[index] = Calibration.nearness(ofSkills: table[index]) }
        var places: [Int: Int] = [:]
        for (place, skill) in distinct.enumerated() {
            table[place * width + skill] = 1
            places[skill] = place
        }
        return lists.map { list in
            list.flatMap { skill in
                let start = (places[skill] ?? 0) * width
                return table[start..<start + width]
            }
        }
    }
}
