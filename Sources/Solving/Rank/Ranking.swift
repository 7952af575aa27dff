/// A need and a candidate that match, by their places in the lists given to ``rank(_:needIDs:candidateIDs:members:caps:)``.
public struct Pairing: Sendable, Hashable {
    /// Place of the need, from 0.
    public let need: Int
    /// Place of the candidate, from 0.
    public let candidate: Int
    /// Fused score, above 0.
    public let score: Float

    public init(need: Int, candidate: Int, score: Float) {
        self.need = need
        self.candidate = candidate
        self.score = score
    }
}

/// How many suggestions each side can bear.
public struct RankCaps: Sendable, Hashable {
    /// Most suggestions for one need.
    public let perNeed: Int
    /// Most suggestions that one member appears in.
    public let perCandidate: Int

    public init(perNeed: Int, perCandidate: Int) {
        self.perNeed = perNeed
        self.perCandidate = perCandidate
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

/// What a job suggests.
public struct Ranking: Sendable, Hashable {
    /// Suggestions, ascending by the need's place, then by rank.
    public let suggestions: [Ranked]
    /// Sum of their scores: no other choice within the caps has a higher one.
    public let total: Double
    /// Sum of the scores if no member were ever asked too much: what the cap on members costs is
    /// the difference to ``total``.
    public let upperBound: Double

    public init(suggestions: [Ranked], total: Double, upperBound: Double) {
        self.suggestions = suggestions
        self.total = total
        self.upperBound = upperBound
    }
}
