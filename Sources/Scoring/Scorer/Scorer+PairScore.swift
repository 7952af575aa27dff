package import Market
internal import Text

/// A pair that is scored by itself, whatever its score and whether or not it is excluded, without
/// reasons.
package struct PairScore: Sendable {
    /// Index into the candidates of the market.
    package let candidate: Int
    let values: SignalValues
    /// Weighted mean of the signals, 0 to 1.
    package let fused: Double
    /// Probability that the pair is a good match, 0 to 1.
    package let score: Double
    /// Every hard rule that it fails.
    package let exclusions: [Exclusion]
}

extension Scorer {
    /// Scores some candidates of one need, each pair by itself: nothing is retrieved.
    ///
    /// - Complexity: O(skills asked × skills held × dimension) a candidate; no text is read again.
    package func scores(need: Int, candidates: [Int]) -> [PairScore] {
        guard !candidates.isEmpty else { return [] }
        var similarities = words.similarities
        return scores(
            of: prepare(need, beside: candidates), candidates, shift: shifts(ofNeeds: [need])[0],
            &similarities)
    }

    func scores(
        of need: PreparedNeed, _ candidates: [Int], shift: Double,
        _ similarities: inout SoftTFIDFIndex.Similarities
    ) -> [PairScore] {
        let contents = contents(ofNeed: need.index, candidates, &similarities)
        return zip(candidates, contents).map { candidate, content in
            let values = PairSignals.values(need, candidate, content, in: self)
            let fused = fusion.score(values)
            return PairScore(
                candidate: candidate, values: values, fused: fused,
                score: score(fused: fused, skills: need.asked.asked.count, shift: shift),
                exclusions: exclusions(need, candidate))
        }
    }
}
