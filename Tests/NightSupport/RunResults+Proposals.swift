public import Ledger
internal import Market
public import Verbs

/// What a run found, in the forms of its verb.
extension RunResults {
    public var suggestions: [Suggestion] {
        get throws {
            try proposals.filter { $0.kind == Suggestion.kind }.map { try Suggestion($0) }
        }
    }

    public var bids: [Bid] {
        get throws { try proposals.filter { $0.kind == Bid.kind }.map { try Bid($0) } }
    }

    /// Figures of a run that ranks; none of another.
    package var ranking: RankFigures {
        get throws { try RankFigures(figures) }
    }
}
