public import Market

/// A market with its scores: what a verb solves.
///
/// The snapshot, its scorer and the matches go together: matches name needs and candidates by their
/// index in the snapshot.
public struct ScoredMarket: Sendable {
    /// Scores and explains any pair of the market.
    public let scorer: Scorer
    /// For each need its matches, and what became of all candidates.
    public let matches: Matches

    /// A scorer and the matches that were found with it.
    public init(scorer: Scorer, matches: Matches) {
        self.scorer = scorer
        self.matches = matches
    }

    /// What the run read.
    public var snapshot: Snapshot { scorer.snapshot }
}
