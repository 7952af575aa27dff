internal import Encoding
internal import Market

/// What meaning knows of a market as a whole: what all of its texts have in common, what its skills
/// have learned, how widely cosines scatter.
struct MeaningStatistics: Sendable, Hashable {
    let centres: Centres
    let calibration: Calibration
    let hubs: Hubness

    /// What is taken away from vectors before they are compared, and skills as they were taught.
    struct Centres: Sendable, Hashable {
        let dimension: Int
        let needTitles: [Float]
        let needTexts: [Float]
        let candidateTitles: [Float]
        let candidateTexts: [Float]
        let labels: [Float]
        let conceptNames: [Float]
        let conceptDescriptions: [Float]
        /// Of the skills of a side, pooled.
        let neededSkills: [Float]
        let heldSkills: [Float]
        /// Ids of the skills that were taught, ascending.
        let taught: [Skill.ID]
        /// A row each.
        let taughtRows: [Float]
    }
}

extension MeaningStatistics.Centres {
    /// Learns them from a market.
    ///
    /// - Complexity: O(*n* × dimension) in the number of vectors and of skills named.
    init(of market: MarketVectors, profiles: SkillProfiles, skills table: SkillTable) {
        let dimension = market.vectors.dimension
        let all = Mean(of: market.vectors.values[...], dimension: dimension)
        func centre(_ rows: ArraySlice<Float>) -> [Float] {
            Mean(of: rows, dimension: dimension).drawn(toward: all, by: 10)
        }
        let rows = market.labels(of: table)
        let labels = centre(rows[...])
        let taught = profiles.taught(CentredRows(rows, dimension: dimension, less: labels))
        func pooled(_ profiles: [SkillProfiles.Terms]) -> [Float] {
            CentredRows(sums: profiles, of: taught).centre
        }
        self.init(
            dimension: dimension,
            needTitles: centre(market.rows(market.needs.titles)),
            needTexts: centre(market.rows(market.needs.texts)),
            candidateTitles: centre(market.rows(market.candidates.titles)),
            candidateTexts: centre(market.rows(market.candidates.texts)), labels: labels,
            conceptNames: centre(market.rows(ofAll: market.concepts.map(\.names))),
            conceptDescriptions: centre(market.rows(ofAll: market.concepts.map(\.descriptions))),
            neededSkills: pooled(profiles.needs), heldSkills: pooled(profiles.candidates),
            taught: table.ids, taughtRows: taught.values)
    }

    /// A row for each skill of a table: as it was taught, or its label where it was not there.
    func taughtRows(of table: SkillTable, labels: CentredRows) -> CentredRows {
        if table.ids == taught { return CentredRows(taughtRows, dimension: dimension) }
        let places = Dictionary(
            taught.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var rows: [Float] = []
        rows.reserveCapacity(table.count * dimension)
        for (number, id) in table.ids.enumerated() {
            if let place = places[id] {
                rows.append(contentsOf: taughtRows[place * dimension..<(place + 1) * dimension])
            } else {
                rows.append(contentsOf: labels[number..<number + 1])
            }
        }
        return CentredRows(rows, dimension: dimension)
    }
}

extension MarketVectors {
    /// Rows one after another.
    func rows(_ range: Range<Int>) -> ArraySlice<Float> {
        let dimension = vectors.dimension
        return vectors.values[range.lowerBound * dimension..<range.upperBound * dimension]
    }

    /// Rows of ranges that follow upon each other.
    func rows(ofAll ranges: [Range<Int>]) -> ArraySlice<Float> {
        rows((ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0))
    }

    /// A row for each skill of a table, zero where it has none.
    func labels(of table: SkillTable) -> [Float] {
        var labels: [Float] = []
        labels.reserveCapacity(table.count * vectors.dimension)
        for id in table.ids {
            if let row = skillRows[id] {
                labels.append(contentsOf: rows(row..<row + 1))
            } else {
                labels.append(contentsOf: repeatElement(0, count: vectors.dimension))
            }
        }
        return labels
    }
}
