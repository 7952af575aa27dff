internal import Encoding

/// A row for each concept that a market's titles bear the name of: the mean of its names, and its
/// descriptions.
struct ConceptRows: Sendable {
    private let concepts: CentredRows

    init(of market: MarketVectors, centres: SemanticStatistics.Centres) {
        func sums(
            _ ranges: [Range<Int>], less centre: [Float]
        ) -> CentredRows {
            let rows = CentredRows(
                market.rows(market.range(ofAll: ranges)), dimension: market.dimension, less: centre)
            let first = ranges.first?.lowerBound ?? 0
            return CentredRows(
                sums: ranges.map { $0.map { (row: $0 - first, weight: 1) } }, of: rows)
        }
        concepts = sums(market.concepts.map(\.names), less: centres.conceptNames)
            .blended(
                with: sums(market.concepts.map(\.descriptions), less: centres.conceptDescriptions))
    }

    /// The sum of some concepts' rows, of length 1; zero where there is none.
    func sum(_ concepts: [Int], into row: inout [Float]) {
        row.removeAll(keepingCapacity: true)
        row.append(contentsOf: repeatElement(0, count: self.concepts.dimension))
        for concept in concepts {
            RowArithmetic.add(self.concepts[concept..<concept + 1], times: 1, to: &row, from: 0)
        }
        RowArithmetic.normalise(&row, from: 0, row.count)
    }
}
