internal import Market
internal import Text

extension Scorer {
    /// Whether scores of this market rest on the best candidate of their need, see
    /// `ProbabilityModel`: then they may change although neither side of a pair did.
    public var followsTheBest: Bool { probability.smallness > 0 }

    /// Lowest score, before the best candidate of its need is known, that is to be retained.
    public var retainedFloor: Double { followsTheBest ? 0 : policy.floor }

    /// What the best candidate of a list adds to the log-odds of all: 0 in a market that is not small.
    ///
    /// - Complexity: that of one pair, and O(texts of the market × dimension).
    func shift(of list: CandidateList) -> Double {
        guard followsTheBest, let best = list.best(ids: { snapshot.candidates[$0].id })
        else { return 0 }
        var similarities = words.similarities
        let content = contents(ofNeed: list.need, [best], &similarities)[0]
        let prepared = prepare(list.need, beside: [best])
        let values = PairSignals.values(prepared, best, content, in: self)
        var cosines: [Float] = []
        meaning?.fill(&cosines, need: list.need, candidates: [best])
        return probability.shift(
            ProbabilityModel.Evidence(
                content: fusion.content(values),
                prominence: meaning?.prominence(
                    cosine: cosines[0], need: list.need, candidate: best) ?? .nan,
                sharedRarity: words.sharedRarity(
                    need: list.need, candidate: best, &similarities)),
            skills: askedCount(list.need))
    }

    /// What the best candidate of each of some needs adds to their log-odds.
    ///
    /// - Complexity: 0 in a market that is not small, else that of scoring these needs.
    func shifts(ofNeeds needs: [Int]) -> [Double] {
        guard followsTheBest else { return needs.map { _ in 0 } }
        var prepared = prepare(candidates: snapshot.candidates.indices, needs: needs.count)
        return score(needs, among: &prepared).map { shift(of: $0) }
    }
}
