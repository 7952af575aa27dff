internal import Encoding
internal import Market

/// Nearness in meaning of needs and candidates, and of skills with each other.
///
/// A side's vector adds the vectors of its title, its text and its skills, each centred. The skills
/// of a side are pooled by rarity from vectors that the network itself has taught: see
/// ``TaughtSkills``.
struct Meaning: Sendable {
    private let needs: CentredRows
    private let candidates: CentredRows
    private let labels: CentredRows
    private let calibration: Calibration
    /// Whether each candidate says anything.
    private let known: [Bool]
    /// What is taken from each candidate's cosine where meaning stands alone.
    private let hubness: [Float]

    /// - Complexity: O(*n* × dimension²) in the number of vectors, and the products of 2,048 needs
    ///   at most with all candidates.
    init(of snapshot: Snapshot, vectors market: MarketVectors, skills table: SkillTable) {
        let dimension = market.vectors.dimension
        let values = market.vectors.values
        func rows(_ range: Range<Int>) -> ArraySlice<Float> {
            values[range.lowerBound * dimension..<range.upperBound * dimension]
        }
        var labels: [Float] = []
        labels.reserveCapacity(table.count * dimension)
        for id in table.ids {
            guard let row = market.skillRows[id] else {
                labels.append(contentsOf: repeatElement(0, count: dimension))
                continue
            }
            labels.append(contentsOf: rows(row..<row + 1))
        }
        let all = Mean(of: values[...], dimension: dimension)
        func texts(_ side: MarketVectors.Side) -> CentredRows {
            CentredRows(rows(side.titles), dimension: dimension, wider: all)
                .blended(with: CentredRows(rows(side.texts), dimension: dimension, wider: all))
        }
        self.labels = CentredRows(labels[...], dimension: dimension, wider: all)
        let profiles = SkillProfiles(of: snapshot, in: table)
        let taught = profiles.taught(self.labels)
        needs = texts(market.needs)
            .blended(with: CentredRows(sums: profiles.needs, of: taught).centred)
        candidates = texts(market.candidates)
            .blended(with: CentredRows(sums: profiles.candidates, of: taught).centred)
        calibration = Calibration(needs, candidates)
        let sides = candidates
        known = (0..<sides.count).map { sides.isKnown($0) }
        hubness = Hubness.corrections(of: candidates, among: needs)
    }

    /// For each need of a block the cosine with every candidate; NaN where one side says nothing.
    func cosines(of block: Range<Int>) -> [[Float]] {
        let width = candidates.count
        var cosines = [Float](repeating: 0, count: block.count * width)
        DotProducts.fill(
            &cosines, left: needs[block], right: candidates.values[...],
            dimension: candidates.dimension)
        return block.enumerated().map { offset, need in
            guard needs.isKnown(need) else { return [Float](repeating: .nan, count: width) }
            return (0..<width).map { known[$0] ? cosines[offset * width + $0] : .nan }
        }
    }

    /// The meaning signal of a pair, from its cosine.
    ///
    /// - Parameter alone: Whether no words can be compared: then what makes a candidate near to
    ///   everything is taken away, see ``Hubness``.
    func value(cosine: Float, candidate: Int, alone: Bool) -> Double {
        calibration.nearness(ofCosine: Double(alone ? cosine - hubness[candidate] : cosine))
    }

    /// For each list of skills, the nearness of each of them to every skill, row after row.
    func nearness(of lists: [[Int]]) -> [[Float]] {
        let distinct = Array(Set(lists.joined())).sorted()
        var left: [Float] = []
        left.reserveCapacity(distinct.count * labels.dimension)
        for skill in distinct { left.append(contentsOf: labels[skill..<skill + 1]) }
        let width = labels.count
        var table = [Float](repeating: 0, count: distinct.count * width)
        DotProducts.fill(
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
