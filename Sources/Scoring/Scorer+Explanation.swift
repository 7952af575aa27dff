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
        let contents = contents(ofNeed: need, candidates, &similarities)
        return zip(candidates, contents).map {
            explain(prepared, $0, $1, shift: shift, hash: hash)
        }
    }

    private func explain(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent, shift: Double,
        hash: String
    ) -> Explanation {
        let values = PairSignals.values(need, candidate, content, in: self)
        let weights = fusion.weights(for: values)
        let signals = PairSignals.all.compactMap { signal -> Signal? in
            let (kind, value) = (signal.kind, values[signal.kind])
            guard !value.isNaN else { return nil }
            return signal.evidence(need, candidate, value: value, in: self).map {
                Signal(kind: kind, value: value, weight: weights[kind], evidence: $0)
            }
        }
        let fused = fusion.score(values)
        return Explanation(
            signals: signals, fused: fused,
            score: score(fused: fused, skills: need.asked.asked.count, shift: shift),
            exclusions: exclusions(need, candidate),
            basis: basis(need: need.index, content: hash, candidate: candidate))
    }
}
