internal import Foundation
internal import Retrieval

/// Standardisation of cosines: from the cosine of centred vectors to a nearness, 0 … 1, that means
/// the same in any network.
///
/// How widely cosines scatter depends on the encoder and on how alike the texts of a network are.
/// The cosine is therefore measured in standard deviations over all pairs: nothing at the mean or
/// below, 1 at eight of them. The line is straight, since among the best of a need every step
/// counts alike; the right answers of the five tasks of ``HowPairsAreScored`` lie at 2.7 to 4.7
/// (medians), all pairs by definition around 0.
struct CosineStandardisation: Sendable, Hashable {
    let mean: Double
    let deviation: Double

    /// A standardisation that was measured before.
    init(mean: Double, deviation: Double) {
        self.mean = mean
        self.deviation = deviation
    }

    /// Measures it over all pairs of a market.
    ///
    /// - Parameters:
    ///   - needs: Rows of length 1, or zero where nothing is said.
    ///   - candidates: The same.
    /// - Complexity: O(*n* × dimension²): the sum of all squared cosines is the product of both
    ///   sides' second moments, so no pair is looked at.
    init(_ needs: CentredRows, _ candidates: CentredRows) {
        let left = Moments(of: needs)
        let right = Moments(of: candidates)
        let pairs = Double(left.count) * Double(right.count)
        let sum = zip(left.sums, right.sums).reduce(0) { $0 + $1.0 * $1.1 }
        let squares = zip(left.products, right.products).reduce(0) { $0 + $1.0 * $1.1 }
        let total = pairs + CosineStandardisation.priorPairs
        mean = sum / total
        let expected = CosineStandardisation.priorPairs * CosineStandardisation.priorVariance
        deviation = max(0.02, ((squares + expected) / total - mean * mean).squareRoot())
    }

    /// Small networks lean on what was measured elsewhere, as if that many pairs had been seen.
    private static let priorPairs = 1_000.0
    private static let priorVariance = 0.125 * 0.125

    /// Nearness of two texts, 0 … 1, rising with the cosine.
    func nearness(ofCosine cosine: Double) -> Double {
        let deviations = (cosine - mean) / deviation
        return min(1, max(0, deviations / 8))
    }

    /// Nearness of two skills by the cosine of their labels, 0 … 1.
    ///
    /// Of 200,000 random pairs of ESCO skills 19 in 20 lie below 0.18, so that 0.2 counts as
    /// nothing in common; the closest skill to a skill lies at 0.61 (median). From 0.6 on, pairs
    /// read as neighbours: "développer des campagnes de marketing", "coordonner un plan marketing".
    static func nearness(ofSkills cosine: Float) -> Float {
        min(1, max(0, (cosine - farSkills) / (1 - farSkills)))
    }

    /// Cosine from which on the labels of two skills count as having something in common.
    static let farSkills: Float = 0.2
}

/// Sums of rows and of their products with themselves: first and second moments, unscaled.
private struct Moments {
    /// Rows that are not zero.
    var count = 0
    var sums: [Double]
    /// Row-major, dimension × dimension.
    var products: [Double]

    init(of rows: CentredRows) {
        let dimension = rows.dimension
        sums = [Double](repeating: 0, count: dimension)
        products = [Double](repeating: 0, count: dimension * dimension)
        for row in 0..<rows.count where rows.isKnown(row) {
            count += 1
            for (offset, value) in rows[row..<row + 1].enumerated() {
                sums[offset] += Double(value)
            }
        }
        var start = 0
        var block = [Float](repeating: 0, count: dimension * dimension)
        while start < rows.count {
            let end = min(start + 4_096, rows.count)
            let columns = rows.transposed(start..<end)
            SinglePrecisionProduct.fill(
                &block, left: columns[...], right: columns[...], dimension: end - start)
            for index in block.indices { products[index] += Double(block[index]) }
            start = end
        }
    }
}
