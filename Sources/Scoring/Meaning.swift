internal import Encoding
internal import Market

/// Nearness in meaning of needs and candidates, and of skills with each other.
struct Meaning: Sendable {
    private let needs: CentredRows
    private let candidates: CentredRows
    private let skills: CentredRows
    private let calibration: Calibration
    /// Whether each candidate says anything.
    private let known: [Bool]

    /// - Complexity: O(*n* × dimension²) in the number of vectors.
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
        let skills = CentredRows(labels[...], dimension: dimension, wider: all)
        let asked = snapshot.needs.map { need in
            need.skills.compactMap { skill in
                table.number(of: skill.skill).map {
                    (row: $0, weight: table.rarity[$0] * Float(max(skill.weight, 0)))
                }
            }
        }
        let held = snapshot.candidates.indices.map { candidate in
            table.holdings(of: candidate).map { (row: $0.skill, weight: table.rarity[$0.skill]) }
        }
        needs = CentredRows(rows(market.needs), dimension: dimension, wider: all)
            .blended(with: CentredRows(sums: asked, of: skills), weight: Meaning.pooledWeight)
        candidates = CentredRows(rows(market.candidates), dimension: dimension, wider: all)
            .blended(with: CentredRows(sums: held, of: skills), weight: Meaning.pooledWeight)
        self.skills = skills
        calibration = Calibration(needs, candidates)
        let sides = candidates
        known = (0..<sides.count).map { sides.isKnown($0) }
    }

    /// How much the pooled vectors of a side's skills count beside the vector of its text: as much,
    /// measured best of 0.5, 1, 2 and 4 on ESCO profiles.
    private static let pooledWeight: Float = 1

    /// For each need of a block the meaning signal of every candidate; NaN where one side says
    /// nothing.
    func values(of block: Range<Int>) -> [[Double]] {
        let width = candidates.count
        var cosines = [Float](repeating: 0, count: block.count * width)
        DotProducts.fill(
            &cosines, left: needs[block], right: candidates.values[...],
            dimension: candidates.dimension)
        return block.enumerated().map { offset, need in
            guard needs.isKnown(need) else { return [Double](repeating: .nan, count: width) }
            return (0..<width).map { candidate in
                known[candidate]
                    ? calibration.nearness(ofCosine: Double(cosines[offset * width + candidate]))
                    : .nan
            }
        }
    }

    /// For each list of skills, the nearness of each of them to every skill, row after row.
    func nearness(of lists: [[Int]]) -> [[Float]] {
        let distinct = Array(Set(lists.joined())).sorted()
        var left: [Float] = []
        left.reserveCapacity(distinct.count * skills.dimension)
        for skill in distinct { left.append(contentsOf: skills[skill..<skill + 1]) }
        let width = skills.count
        var table = [Float](repeating: 0, count: distinct.count * width)
        DotProducts.fill(
            &table, left: left[...], right: skills.values[...], dimension: skills.dimension)
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
