internal import Encoding

/// A row for each concept that a market's titles bear the name of: the mean of its names, and its
/// descriptions.
struct ConceptRows: Sendable {
    private let concepts: CentredRows

    init(of market: MarketVectors, centres: MeaningStatistics.Centres) {
        func sums(
            _ ranges: [Range<Int>], less centre: [Float]
        ) -> CentredRows {
            let dimension = market.vectors.dimension
            let rows = CentredRows(market.rows(ofAll: ranges), dimension: dimension, less: centre)
            let first = ranges.first?.lowerBound ?? 0
            return CentredRows(
                sums: ranges.map { $0.map { (row: $0 - first, weight: 1) } }, of: rows)
        }
        concepts = sums(market.concepts.map(\.names), less: centres.conceptNames)
            .blended(
                with: sums(market.concepts.map(\.descriptions), less: centres.conceptDescriptions))
    }

    /// A row for each side that adds those of its concepts; zero where it has none.
    func rows(_ links: [[Int]]) -> CentredRows {
        CentredRows(sums: links.map { $0.map { (row: $0, weight: 1) } }, of: concepts)
    }
}
