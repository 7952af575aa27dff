internal import Encoding
internal import Market
internal import Parallel

/// What meaning knows of a market as a whole: what all of its texts have in common, what its skills
/// have learned, how widely cosines scatter.
struct SemanticStatistics: Sendable, Hashable {
    let centres: Centres
    let standardisation: CosineStandardisation
    let hubs: Hubness
    let prominence: Prominence

    /// What is taken away from vectors before they are compared, and smoothed vectors of skills.
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
        /// Ids of the skills that were smoothed, ascending.
        let smoothed: [Skill.ID]
        /// A row each.
        let smoothedRows: [Float]
    }
}

extension SemanticStatistics {
    /// Learns what follows from both sides' rows.
    ///
    /// - Parameter isSmall: Whether the market is one of those whose rows are kept.
    init(centres: Centres, needs: CentredRows, candidates: CentredRows, isSmall: Bool) {
        func known(_ rows: CentredRows) -> [Float] {
            guard isSmall else { return [] }
            return (0..<rows.count).filter { rows.isKnown($0) }.flatMap { rows[$0..<$0 + 1] }
        }
        let standardisation = CosineStandardisation(needs, candidates)
        self.init(
            centres: centres, standardisation: standardisation,
            hubs: Hubness(of: candidates, among: needs),
            prominence: Prominence(
                dimension: centres.dimension, needs: known(needs), candidates: known(candidates),
                standardisation: standardisation))
    }
}

extension SemanticStatistics.Centres {
    /// Learns them from a market.
    ///
    /// - Complexity: O(*n* × dimension) in the number of vectors and of skills named.
    init(of market: MarketVectors, profiles: SmoothedSkillVectors, skills table: SkillTable) {
        let dimension = market.dimension
        let ranges = [
            market.references.upperBound..<market.count, market.needs.titles, market.needs.texts,
            market.candidates.titles,
            market.candidates.texts, market.range(ofAll: market.concepts.map(\.names)),
            market.range(ofAll: market.concepts.map(\.descriptions)),
        ]
        let means = Threads.map(ranges.count) { market.mean(of: ranges[$0]) }
        var all = means[0]
        all.add(market.mean(of: market.references), as: ReferenceTexts.weight)
        let centres = means.dropFirst().map { $0.drawn(toward: all, by: 10) }
        let rows = market.labels(of: table)
        let labels = Mean(of: rows[...], dimension: dimension).drawn(toward: all, by: 10)
        let smoothed = profiles.smoothed(CentredRows(rows, dimension: dimension, less: labels))
        let pooled = profiles.centres(of: smoothed)
        self.init(
            dimension: dimension, needTitles: centres[0], needTexts: centres[1],
            candidateTitles: centres[2], candidateTexts: centres[3], labels: labels,
            conceptNames: centres[4], conceptDescriptions: centres[5],
            neededSkills: pooled.needs, heldSkills: pooled.candidates,
            smoothed: table.ids, smoothedRows: smoothed.values)
    }

    /// A row for each skill of a table: smoothed, or its label where it was not there.
    func smoothedRows(of table: SkillTable, labels: CentredRows) -> CentredRows {
        if table.ids == smoothed { return CentredRows(smoothedRows, dimension: dimension) }
        let indexes = Dictionary(
            smoothed.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var rows: [Float] = []
        rows.reserveCapacity(table.count * dimension)
        for (number, id) in table.ids.enumerated() {
            if let index = indexes[id] {
                rows.append(contentsOf: smoothedRows[index * dimension..<(index + 1) * dimension])
            } else {
                rows.append(contentsOf: labels[number..<number + 1])
            }
        }
        return CentredRows(rows, dimension: dimension)
    }
}

extension MarketVectors {
    /// Ranges that follow upon each other, as one.
    func range(ofAll ranges: [Range<Int>]) -> Range<Int> {
        (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0)
    }

    /// A row for each skill of a table, zero where it has none.
    func labels(of table: SkillTable) -> [Float] {
        var labels: [Float] = []
        labels.reserveCapacity(table.count * dimension)
        for id in table.ids {
            if let row = skillRows[id] {
                labels.append(contentsOf: self[row])
            } else {
                labels.append(contentsOf: repeatElement(0, count: dimension))
            }
        }
        return labels
    }
}
