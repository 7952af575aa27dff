public import Market
public import Scoring

extension Scorer {
    /// The matches of the market by brute force: every pair is scored by itself, and nothing is
    /// retrieved. What `Scorer.matches(progress:)` is held against.
    ///
    /// - Complexity: O(pairs × (dimension + skills asked × skills held)).
    public func matchesOfEveryPair() -> Matches {
        let every = needs.indices.map(matchesOfEveryPair(of:))
        return Matches(
            needs: needs, candidates: candidates, perNeed: every.map(\.matches),
            tallies: every.map(\.tally))
    }

    /// Those of one need, by its index.
    public func matchesOfEveryPair(of need: Int) -> (matches: [Match], tally: NeedTally) {
        let everybody = Array(candidates.indices)
        var matches: [Match] = []
        var excluded: [Exclusion.Rule: Int] = [:]
        for pair in scores(need: need, candidates: everybody) {
            if let first = pair.exclusions.first {
                excluded[first.rule, default: 0] += 1
            } else if pair.score >= floor, pair.score > 0 {
                matches.append(
                    Match(
                        need: need, candidate: pair.candidate, score: Float(pair.score),
                        fused: pair.fused))
            }
        }
        matches.sort {
            $0.score != $1.score
                ? $0.score > $1.score
                : candidates[$0.candidate].id < candidates[$1.candidate].id
        }
        let tally = NeedTally(
            considered: everybody.count,
            eligible: everybody.count - excluded.values.reduce(0, +), excluded: excluded)
        return (matches, tally)
    }
}
