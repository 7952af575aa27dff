internal import Market
internal import Text

extension Scorer {
    /// The signals of some candidates that come from texts.
    ///
    /// - Complexity: as for the words and the cosines of those alone.
    func contents(
        ofNeed need: Int, _ candidates: [Int], _ similarities: inout SoftTFIDFIndex.Similarities
    ) -> [PairContent] {
        let words = words.values(ofNeed: need, candidates: candidates, &similarities)
        var cosines: [Float] = []
        meaning?.fill(&cosines, need: need, candidates: candidates)
        return candidates.indices.map { index in
            content(
                cosine: cosines.isEmpty ? .nan : cosines[index],
                words: words[index].isNaN ? nil : Float(words[index]), candidate: candidates[index])
        }
    }

    /// - Parameters:
    ///   - cosine: NaN where one side says nothing.
    ///   - words: nil where words say nothing: meaning then stands alone.
    func content(cosine: Float, words: Float?, candidate: Int) -> PairContent {
        guard let meaning, !cosine.isNaN else {
            return PairContent(meaning: .nan, words: words.map(Double.init) ?? .nan)
        }
        return PairContent(
            meaning: meaning.value(cosine: cosine, candidate: candidate, alone: words == nil),
            words: words.map(Double.init) ?? .nan)
    }

    /// The fused score of a pair, 0 … 1: its signals by their weights.
    func fused(_ need: PreparedNeed, _ candidate: Int, _ content: PairContent) -> Double {
        fusion.score(PairSignals.values(need, candidate, content, in: self))
    }

    /// The score that a fused score is calibrated to.
    ///
    /// - Parameter skills: Number of skills that the need asks.
    func score(fused: Double, skills: Int) -> Double {
        probability.score(fused: fused, skills: skills)
    }

    /// The score that a fused score is calibrated to for one need.
    ///
    /// - Parameters:
    ///   - fused: Fused score, 0 … 1.
    ///   - need: Index of the need in the snapshot.
    public func score(fused: Double, need: Int) -> Double {
        score(
            fused: fused,
            skills: snapshot.needs[need].skills.count { skills.number(of: $0.skill) != nil })
    }
}
