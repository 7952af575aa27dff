internal import Market

extension Scorer {
    /// Judges every pair of the market.
    ///
    /// Vector products are made for 32 needs at a time, so that memory grows with the candidates
    /// and the matches found, not with the pairs.
    ///
    /// - Parameter progress: Called with the number of needs done, after each block.
    /// - Complexity: O(pairs × (dimension + skills asked × skills held)).
    public func matches(progress: (Int) -> Void = { _ in }) -> Matches {
        var perNeed: [[Match]] = []
        var tallies: [NeedTally] = []
        perNeed.reserveCapacity(snapshot.needs.count)
        tallies.reserveCapacity(snapshot.needs.count)
        var start = 0
        while start < snapshot.needs.count {
            let end = min(start + 32, snapshot.needs.count)
            for need in prepare(start..<end) {
                let (matches, tally) = judge(need)
                perNeed.append(matches)
                tallies.append(tally)
            }
            start = end
            progress(end)
        }
        return Matches(
            needs: snapshot.needs, candidates: snapshot.candidates, perNeed: perNeed,
            tallies: tallies)
    }

    /// All candidates against one need.
    private func judge(_ need: PreparedNeed) -> (matches: [Match], tally: NeedTally) {
        var matches: [Match] = []
        var excluded = [Int](repeating: 0, count: Exclusion.Rule.allCases.count)
        var eligible = 0
        var bestBelow: Double?
        let places = Dictionary(
            Exclusion.Rule.allCases.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first })
        for candidate in snapshot.candidates.indices {
            if let rule = firstFailure(need, candidate) {
                excluded[places[rule, default: 0]] += 1
                continue
            }
            eligible += 1
            let values = signalValues(need, candidate)
            let score = fusion.score(values, weights: fusion.weights(for: values))
            if score >= policy.floor, score > 0 {
                matches.append(
                    Match(need: need.index, candidate: candidate, score: Float(score)))
            } else {
                bestBelow = max(bestBelow ?? 0, score)
            }
        }
        let candidates = snapshot.candidates
        matches.sort {
            $0.score != $1.score
                ? $0.score > $1.score : candidates[$0.candidate].id < candidates[$1.candidate].id
        }
        let counts = zip(Exclusion.Rule.allCases, excluded).filter { $1 > 0 }
        let tally = NeedTally(
            considered: candidates.count, eligible: eligible,
            excluded: Dictionary(uniqueKeysWithValues: counts.map { ($0, $1) }),
            bestBelowFloor: bestBelow.map(Float.init))
        return (matches, tally)
    }
}
