public import Market
public import Scoring

/// A scored market, and the cache for the next run.
public struct ScoringResult: Sendable {
    public let market: ScoredMarket
    /// What the next run need not compute again.
    public let cache: ScoringCache
    /// The cache that ``cache`` builds on; nil where it builds on none.
    let previous: ScoringCache?
    /// What changed since ``previous``; nil where every pair was scored.
    let changes: MarketChanges?
    /// Pairs that were scored.
    public let pairs: Int
    /// Hash, in hexadecimal, of everything that the scores rest on.
    public let inputHash: String

    /// The same, with the matches that reach a floor.
    public func above(_ floor: MatchFloor) -> ScoringResult {
        ScoringResult(
            market: ScoredMarket(scorer: market.scorer, matches: market.matches.above(floor)),
            cache: cache, previous: previous, changes: changes, pairs: pairs,
            inputHash: inputHash)
    }

    /// What to write so that the stored cache becomes ``cache``.
    public var cacheUpdate: ScoringCacheUpdate {
        let candidates = market.snapshot.candidates
        return ScoringCacheUpdate(from: previous, to: cache) { candidates[$0].traits }
    }

    /// The pairs, with what is known of each, of which neither side changed since the run before:
    /// whatever was said of them then is said to the last letter. None where scores follow the best
    /// candidate of their need, who may have changed.
    ///
    /// - Parameter known: What is known of pairs of the run that the cache was written by.
    public func unchanged<Value>(
        among known: [NeedCandidate: Value]
    ) -> [NeedCandidate: Value] {
        guard let changes, !known.isEmpty, !market.scorer.followsTheBest else { return [:] }
        let snapshot = market.snapshot
        let needs = Set(changes.needs.map { snapshot.needs[$0].id })
        let candidates = Set(changes.candidates.map { snapshot.candidates[$0].id })
        return known.filter {
            !needs.contains($0.key.need) && !candidates.contains($0.key.candidate)
        }
    }
}
