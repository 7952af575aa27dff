internal import Encoding
internal import Retrieval

/// How far a cosine stands out of those that its need and its candidate have with everybody else:
/// two-way standardisation.
///
/// The cosine is measured in standard deviations over the need's cosines with all other candidates,
/// and that number in deviations over the candidate's with all other needs. In a small market a need
/// of common words is near to everybody, and so is a candidate who does a little of everything: what
/// counts is who is nearer than usual for both. Either mean and deviation leans on those of the whole
/// market as if ten more pairs had been seen, so that both are there with one need and one candidate.
///
/// It is learned of small markets only, see `ProbabilityModel`, whose rows are kept.
struct Prominence: Sendable, Hashable {
    let dimension: Int
    /// Rows of the needs and of the candidates of the market it was learned from.
    let needs: [Float]
    let candidates: [Float]
    private let standardisation: CosineStandardisation
    /// Sums over each of the needs' cosines.
    private let sums: [Sums]

    /// - Parameters:
    ///   - needs: Rows of length 1, one after another.
    ///   - candidates: The same.
    /// - Complexity: O(*needs* × *candidates* × dimension).
    init(
        dimension: Int, needs: [Float], candidates: [Float],
        standardisation: CosineStandardisation
    ) {
        self.dimension = dimension
        self.needs = needs
        self.candidates = candidates
        self.standardisation = standardisation
        sums = stride(from: 0, to: needs.count, by: max(1, dimension)).map { start in
            Sums(of: Prominence.cosines(needs[start..<start + dimension], candidates))
        }
    }

    var isKnown: Bool { !needs.isEmpty && !candidates.isEmpty }

    /// The prominence of a pair, in deviations.
    ///
    /// - Complexity: O((*needs* + *candidates*) × dimension).
    func value(cosine: Float, need: ArraySlice<Float>, candidate: ArraySlice<Float>) -> Double {
        let isKept = index(of: candidate, in: candidates) != nil
        let keptNeed = index(of: need, in: needs)
        let own = keptNeed.map { sums[$0] } ?? Sums(of: Prominence.cosines(need, candidates))
        let cosines = Prominence.cosines(candidate, needs)
        let others = cosines.indices.filter { $0 != keptNeed }.map {
            standardised(Double(cosines[$0]), sums[$0], isAmong: isKept)
        }
        return Sums(of: others)
            .standardised(standardised(Double(cosine), own, isAmong: isKept), leaningOn: 0, 1)
    }

    /// A cosine among those of its need.
    private func standardised(_ cosine: Double, _ sums: Sums, isAmong: Bool) -> Double {
        (isAmong ? sums.without(cosine) : sums)
            .standardised(
                cosine, leaningOn: standardisation.mean, standardisation.deviation)
    }

    private func index(of row: ArraySlice<Float>, in rows: [Float]) -> Int? {
        (0..<rows.count / max(1, dimension)).first {
            rows[$0 * dimension..<($0 + 1) * dimension].elementsEqual(row)
        }
    }

    private static func cosines(_ row: ArraySlice<Float>, _ rows: [Float]) -> [Float] {
        var cosines: [Float] = []
        let count = row.isEmpty ? 0 : rows.count / row.count
        ExactProducts.fill(
            &cosines, row: row, rows: rows, stride: row.count, at: Array(0..<count))
        return cosines
    }
}

/// How many some numbers are, with their sum and that of their squares.
private struct Sums: Sendable, Hashable {
    private var count: Double
    private var sum: Double
    private var squares: Double

    init(of numbers: some Collection<some BinaryFloatingPoint>) {
        count = Double(numbers.count)
        sum = numbers.reduce(0) { $0 + Double($1) }
        squares = numbers.reduce(0) { $0 + Double($1) * Double($1) }
    }

    /// The same, one of the numbers left out.
    func without(_ number: Double) -> Sums {
        var others = self
        others.count -= 1
        others.sum -= number
        others.squares -= number * number
        return others
    }

    /// Numbers of a usual mean and deviation that are seen beside the own ones.
    private static let prior = 10.0

    /// A number in standard deviations from the mean of these.
    func standardised(
        _ number: Double, leaningOn usualMean: Double, _ usualDeviation: Double
    ) -> Double {
        let total = count + Sums.prior
        let mean = (sum + Sums.prior * usualMean) / total
        let own = squares - 2 * mean * sum + count * mean * mean
        let variance = (max(0, own) + Sums.prior * usualDeviation * usualDeviation) / total
        return (number - mean) / max(1e-6, variance.squareRoot())
    }
}
