internal import Market
internal import Parallel
internal import Text

extension Scorer {
    /// What speaks for and against a pair, whatever its score and whether or not it is excluded.
    ///
    /// Preparing the need is most of the work: for several candidates of one need, ask for them
    /// together with ``explain(need:candidates:)``.
    ///
    /// - Complexity: O(skills asked × skills held × dimension), whatever the number of candidates of
    ///   the market, and O(skills asked × skills of the market).
    public func explain(need: Int, candidate: Int) -> Explanation {
        explain(need: need, candidates: [candidate])[0]
    }

    /// What speaks for and against each of some candidates of one need, in their order.
    ///
    /// - Complexity: as for one of them.
    public func explain(need: Int, candidates: [Int]) -> [Explanation] {
        guard !candidates.isEmpty else { return [] }
        var similarities = words.similarities
        return explain(
            need: need, candidates: candidates, shift: shifts(ofNeeds: [need])[0], &similarities)
    }

    /// What speaks for and against some candidates of each of many needs, on all cores.
    ///
    /// - Parameter candidates: For each need of the snapshot the indices of some candidates.
    /// - Returns: For each need an explanation of each of its candidates, in the same order.
    public func explain(_ candidates: [[Int]]) -> [[Explanation]] {
        let told = candidates.indices.filter { !candidates[$0].isEmpty }
        let shifts = Dictionary(
            zip(told, shifts(ofNeeds: told)), uniquingKeysWith: { first, _ in first })
        return Threads.map(candidates.count, scratch: { words.similarities }) {
            similarities, need in
            explain(
                need: need, candidates: candidates[need], shift: shifts[need] ?? 0, &similarities)
        }
    }

    private func explain(
        need: Int, candidates: [Int], shift: Double,
        _ similarities: inout SoftTFIDFIndex.Similarities
    ) -> [Explanation] {
        guard !candidates.isEmpty else { return [] }
        let prepared = prepare(need, beside: candidates)
        let hash = contentHash(ofNeed: need)
        return scores(of: prepared, candidates, shift: shift, &similarities).map {
            explain(prepared, $0, hash: hash)
        }
    }

    private func explain(_ need: PreparedNeed, _ pair: PairScore, hash: String) -> Explanation {
        let weights = fusion.weights(for: pair.values)
        let signals = PairSignals.all.compactMap { signal -> Signal? in
            let (kind, value) = (signal.kind, pair.values[signal.kind])
            guard !value.isNaN else { return nil }
            return signal.evidence(need, pair.candidate, value: value, in: self).map {
                Signal(kind: kind, value: value, weight: weights[kind], evidence: $0)
            }
        }
        return Explanation(
            signals: signals, fused: pair.fused, score: pair.score, exclusions: pair.exclusions,
            basis: basis(need: need.index, content: hash, candidate: pair.candidate))
    }
}
