internal import Retrieval

/// Hubness correction (CSLS; Conneau et al., 2018).
///
/// In many dimensions a few points are among the nearest of very many others (Radovanović,
/// Nanopoulos & Ivanović, 2010), whatever is asked. Half of a candidate's mean cosine with the ten
/// needs nearest to it is therefore taken from its cosines, less the mean of that over all
/// candidates (cross-domain similarity local scaling, Conneau et al., 2018).
struct Hubness: Sendable, Hashable {
    let dimension: Int
    /// Needs that were looked at, a row each.
    let needs: [Float]
    /// Mean, over all candidates, of their mean cosine with the needs nearest to each.
    let mean: Double

    /// Needs looked at, at most.
    private static let sample = 2_048
    private static let neighbours = 10

    /// What was learned before.
    init(dimension: Int, needs: [Float], mean: Double) {
        self.dimension = dimension
        self.needs = needs
        self.mean = mean
    }

    /// Learns it from a market.
    ///
    /// - Complexity: O(min(*needs*, 2,048) × *candidates* × dimension).
    init(of candidates: CentredRows, among needs: CentredRows) {
        let known = (0..<needs.count).filter { needs.isKnown($0) }
        let count = min(Hubness.sample, known.count)
        let chosen = (0..<count).map { known[$0 * known.count / count] }
        dimension = candidates.dimension
        self.needs = chosen.flatMap { needs[$0..<$0 + 1] }
        let means = Hubness.means(of: candidates, among: self.needs)
        mean = means.isEmpty ? 0 : means.reduce(0, +) / Double(means.count)
    }

    /// What to take from the cosine of each candidate; 0 on the mean of all.
    ///
    /// With *n* needs it counts *n* / (*n* + 10): of one need alone nothing can be told. A
    /// candidate's depends on its own row alone, to the last bit.
    ///
    /// - Complexity: O(min(*needs*, 2,048) × *candidates* × dimension).
    func corrections(of candidates: CentredRows) -> [Float] {
        let count = Double(needs.count / max(1, dimension))
        return Hubness.means(of: candidates, among: needs).map {
            Float(count / (count + 10) / 2 * ($0 - mean))
        }
    }

    /// The same, as far as it is not known already.
    ///
    /// - Parameter known: A number a candidate, NaN where it is not known; empty: none is.
    func corrections(of candidates: CentredRows, known: [Float]) -> [Float] {
        guard !known.isEmpty else { return corrections(of: candidates) }
        precondition(known.count == candidates.count, "a number a candidate")
        var corrections = known
        let others = known.indices.filter { known[$0].isNaN }
        for (index, found) in zip(others, self.corrections(of: candidates.rows(others))) {
            corrections[index] = found
        }
        return corrections
    }

    /// The mean cosine of each candidate with the ten needs nearest to it; 0 where there is none.
    private static func means(of candidates: CentredRows, among needs: [Float]) -> [Double] {
        guard !needs.isEmpty else { return [Double](repeating: 0, count: candidates.count) }
        do {
            let index = try CandidateIndex(
                Rows(padded(needs, candidates), dimension: candidates.stride),
                firstPass: .singlePrecision)
            let rows = try Rows(candidates.values, dimension: candidates.stride)
            // Some at a time, so that what is found of all is never there together.
            var means: [Double] = []
            means.reserveCapacity(rows.count)
            for start in stride(from: 0, to: rows.count, by: 16_384) {
                let some = start..<min(start + 16_384, rows.count)
                for nearest in try index.best(neighbours, for: rows, some).perNeed {
                    let sum = nearest.reduce(0) { $0 + $1.score }
                    means.append(sum / Double(max(1, nearest.count)))
                }
            }
            return means
        } catch {
            preconditionFailure("vectors are finite and of one dimension: \(error)")
        }
    }
    /// Rows with zeros after them, as long as the candidates'.
    private static func padded(_ needs: [Float], _ candidates: CentredRows) -> [Float] {
        let (dimension, rest) = (candidates.dimension, candidates.stride - candidates.dimension)
        guard rest > 0 else { return needs }
        var padded: [Float] = []
        for start in stride(from: 0, to: needs.count, by: dimension) {
            padded.append(contentsOf: needs[start..<start + dimension])
            padded.append(contentsOf: repeatElement(0, count: rest))
        }
        return padded
    }
}
