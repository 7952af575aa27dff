public import Market

/// A need and a candidate that match, by their indices in the lists of needs and candidates.
package struct Pairing: Sendable, Hashable {
    /// Place of the need, from 0.
    package let need: Int
    /// Place of the candidate, from 0.
    package let candidate: Int
    /// Score, above 0.
    package let score: Float

    package init(need: Int, candidate: Int, score: Float) {
        self.need = need
        self.candidate = candidate
        self.score = score
    }
}

/// A pair that is suggested, with its place in the list of its need.
public struct Ranked: Sendable, Hashable {
    /// Place of the need, from 0.
    public let need: Int
    /// Place of the candidate, from 0.
    public let candidate: Int
    public let score: Float
    /// Place in the list of the need, from 1, best first.
    public let rank: Int

    public init(need: Int, candidate: Int, score: Float, rank: Int) {
        self.need = need
        self.candidate = candidate
        self.score = score
        self.rank = rank
    }
}

/// What a job suggests, and at what price.
public struct Ranking: Sendable, Hashable {
    /// Suggestions, ascending by the need's place, then by rank.
    public let suggestions: [Ranked]
    public let trade: RankTradeOff
    /// Pairs that stood the night before and do not stand again, each with the reason.
    public let departures: [NeedCandidate: RankTradeOff.Departure]
    /// Members who have a match and no suggestion, ascending by id.
    public let passedOver: [String]

    public init(
        suggestions: [Ranked], trade: RankTradeOff,
        departures: [NeedCandidate: RankTradeOff.Departure] = [:], passedOver: [String]
    ) {
        self.suggestions = suggestions
        self.trade = trade
        self.departures = departures
        self.passedOver = passedOver
    }
}
