internal import Foundation
internal import Hashing
public import Market
public import Scoring

/// Scores a market, and takes over from the run before whatever still holds.
///
/// Only pairs of which one side changed are scored. Statistics of the market are learned once and
/// cached until much of it has changed: until then a pair whose need and candidate are the same has
/// the same score. A full run scores every pair under the same statistics and finds the same to the
/// last bit. A pure function.
///
/// - Parameters:
///   - snapshot: What the run read.
///   - texts: Its texts.
///   - vectors: Vectors of them; they are let go as they are used up.
///   - policy: How the job scores pairs.
///   - context: What cached scores depend on besides.
///   - baseline: The cache of the run before, and what changed since.
///   - isFull: Whether to score every pair all the same.
///   - progress: Called with the number of needs done.
/// - Complexity: of a full run as for `Scorer.matches(progress:)`; else O(pairs that changed).
public func score(
    _ snapshot: Snapshot, texts: MarketTexts, vectors: consuming MarketVectors?,
    policy: MatchPolicy, context: ScoringContext, baseline: ScoringBaseline, isFull: Bool = false,
    progress: (Int) -> Void = { _ in }
) throws -> ScoringResult {
    let changes = baseline.changes
    let statisticsKey = context.statisticsKey(snapshot.thesaurus)
    let valid = baseline.cache(validFor: statisticsKey, in: snapshot)
    let statistics = valid.flatMap { try? MarketStatistics(encoded: Data($0.head.statistics)) }
    var hubness: [Float] = []
    if let valid, let changes, statistics != nil, !isFull {
        hubness = valid.hubness(after: changes)
    }
    // More are retrieved than the job asks, so that a list still holds enough when some are gone.
    let wide = policy.retrieving(policy.retrieve + max(32, policy.retrieve / 4))
    let scorer = Scorer(
        snapshot: snapshot, texts: texts, vectors: consume vectors, policy: wide,
        statistics: statistics, hubness: hubness)

    var head: ScoringCache.Head
    if let valid, let changes, statistics != nil {
        head = valid.head
        head.needsChanged += changes.needCount
        head.candidatesChanged += changes.candidateCount
    } else {
        head = ScoringCache.Head(
            statistics: Array(try scorer.statistics.encoded()), statisticsKey: statisticsKey,
            learnedOn: context.asOf)
    }
    let statisticsHash = Hash(of: head.statistics)
    head.matchesKey = context.matchesKey(statisticsHash, wide)
    let previous = valid.flatMap { $0.head.matchesKey == head.matchesKey ? $0 : nil }

    var pass = ScoringPass(
        scorer: scorer, retrieve: policy.retrieve, hashes: baseline.hashes, cache: previous,
        changes: changes)
    let scoresChanges = !isFull && previous != nil
    if scoresChanges, let changes, let departed = baseline.departed {
        pass.score(changes, departed: departed, progress: progress)
    } else {
        pass.scoreAll(progress: progress)
    }
    var input = Hash.Hasher()
    input.combine(baseline.hashes.input.bytes)
    input.combine(statisticsHash.bytes)
    return ScoringResult(
        market: ScoredMarket(scorer: scorer, matches: pass.matches),
        cache: pass.cache(head), previous: previous,
        changes: scoresChanges && baseline.departed != nil ? changes : nil, pairs: pass.pairs,
        inputHash: input.finish().description)
}
