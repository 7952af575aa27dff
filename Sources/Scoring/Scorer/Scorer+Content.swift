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
    ///   - words: nil where words say nothing: meaning then stands alone, and what makes a candidate
    ///     near to everything is taken away as a whole; elsewhere as far as words are not trusted.
    func content(cosine: Float, words: Float?, candidate: Int) -> PairContent {
        guard let meaning, !cosine.isNaN else {
            return PairContent(meaning: .nan, words: words.map(Double.init) ?? .nan)
        }
        return PairContent(
            meaning: meaning.value(
                cosine: cosine, candidate: candidate,
                less: words == nil ? 1 : Float(1 - wordTrust)),
            words: words.map(Double.init) ?? .nan)
    }

    /// The fused score of a pair, 0 … 1: its signals by their weights.
    func fused(_ need: PreparedNeed, _ candidate: Int, _ content: PairContent) -> Double {
        fusion.score(PairSignals.values(need, candidate, content, in: self))
    }

    /// The score that a fused score is calibrated to.
    ///
    /// - Parameters:
    ///   - skills: Number of skills that the need asks.
    ///   - shift: What the need's best candidate adds to the log-odds.
    func score(fused: Double, skills: Int, shift: Double = 0) -> Double {
        probability.score(fused: fused, skills: skills, shift: shift)
    }

    /// Number of skills that a need asks and the market knows.
    func askedCount(_ need: Int) -> Int {
        snapshot.needs[need].skills.count { skills.number(of: $0.skill) != nil }
    }

    /// The score that a fused score is calibrated to for one need, before its best candidate is known.
    ///
    /// - Parameters:
    ///   - fused: Fused score, 0 … 1.
    ///   - need: Index of the need in the snapshot.
    public func score(fused: Double, need: Int) -> Double {
        score(fused: fused, skills: askedCount(need))
    }
}
