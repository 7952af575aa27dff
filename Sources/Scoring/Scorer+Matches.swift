internal import Market

extension Scorer {
    /// The matches of the market: for each need those candidates, among the best by vectors and by
    /// words that are eligible for it, whose score reaches the floor.
    ///
    /// The best are found exactly, as many as the policy says on either way; needs and candidates
    /// without a vector are judged one and all. Where nothing has a vector, or meaning weighs
    /// nothing, every pair is judged. See <doc:HowPairsAreScored>.
    ///
    /// Needs are taken 256 at a time, so that memory grows with the candidates and the matches
    /// found, not with the pairs.
    ///
    /// - Parameter progress: Called with the number of needs done, after each block.
    /// - Complexity: as for `judge(_:among:)`.
    public func matches(progress: (Int) -> Void = { _ in }) -> Matches {
        var perNeed: [[Match]] = []
        var tallies: [NeedTally] = []
        perNeed.reserveCapacity(snapshot.needs.count)
        tallies.reserveCapacity(snapshot.needs.count)
        var candidates = prepare(candidates: snapshot.candidates.indices)
        for start in stride(from: 0, to: snapshot.needs.count, by: 256) {
            let end = min(start + 256, snapshot.needs.count)
            for judged in judge(start..<end, among: &candidates) {
                let (matches, tally) = settle(judged)
                perNeed.append(matches)
                tallies.append(tally)
            }
            progress(end)
        }
        return Matches(
            needs: snapshot.needs, candidates: snapshot.candidates, perNeed: perNeed,
            tallies: tallies)
    }

    /// The matches of one need, best first, and what became of all candidates.
    public func settle(_ judged: JudgedNeed) -> (matches: [Match], tally: NeedTally) {
        judged.settled(floor: policy.floor) { snapshot.candidates[$0].id }
    }

    /// The matches of the market, found by judging every pair by itself: what ``matches(progress:)``
    /// is held against.
    ///
    /// - Complexity: O(pairs × (dimension + skills asked × skills held)).
    package func matchesOfEveryPair() -> Matches {
        let everybody = Array(snapshot.candidates.indices)
        let judged = snapshot.needs.indices.map {
            judgeEveryPair(prepare($0, beside: everybody))
        }
        return Matches(
            needs: snapshot.needs, candidates: snapshot.candidates, perNeed: judged.map(\.matches),
            tallies: judged.map(\.tally))
    }

    private func judgeEveryPair(_ need: PreparedNeed) -> (matches: [Match], tally: NeedTally) {
        let places = Array(snapshot.candidates.indices)
        let words = words.values(ofNeed: need.index)
        var cosines: [Float] = []
        meaning?.fill(&cosines, need: need.index, candidates: places)
        var matches: [Match] = []
        var excluded: [Exclusion.Rule: Int] = [:]
        var eligible = 0
        for candidate in places {
            if let rule = firstFailure(need, candidate) {
                excluded[rule, default: 0] += 1
                continue
            }
            eligible += 1
            let content = content(
                cosine: cosines.isEmpty ? .nan : cosines[candidate],
                words: words[candidate].isNaN ? nil : Float(words[candidate]), candidate: candidate)
            let score = score(need, candidate, content)
            if score >= policy.floor, score > 0 {
                matches.append(
                    Match(need: need.index, candidate: candidate, score: Float(score)))
            }
        }
        let candidates = snapshot.candidates
        matches.sort {
            $0.score != $1.score
                ? $0.score > $1.score : candidates[$0.candidate].id < candidates[$1.candidate].id
        }
        let tally = NeedTally(
            considered: candidates.count, eligible: eligible, excluded: excluded)
        return (matches, tally)
    }
}
