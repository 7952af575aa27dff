public import Market

/// Candidates assigned to needs, and what no other assignment can beat.
public struct Assignment: Sendable, Hashable {
    /// The pairs, ascending by the need's index, then by score, best first.
    public let pairs: [Ranked]
    /// Sum of the scores of the pairs.
    public let total: Double
    /// Proven upper bound on the sum of any assignment within the caps.
    public let bound: Double

    /// Whether the total is proven best.
    public var isProven: Bool { bound - total < 1e-6 }

    public init(pairs: [Ranked], total: Double, bound: Double) {
        self.pairs = pairs
        self.total = total
        self.bound = bound
    }
}

/// Assigns candidates to needs with the highest total score: a maximum-weight *b*-matching.
///
/// It is the choice of ``rank(_:rules:history:similarity:)`` under its two caps alone, and solved as
/// that is: exactly, by successive shortest paths on whole numbers (Edmonds & Karp, 1972), whose
/// prices prove the bound. Equal totals go to the need with the lower id, then to the candidate with
/// the lower id.
///
/// - Parameters:
///   - matches: The market's matches.
///   - holders: Most candidates for one need.
///   - perMember: Most needs for one member, whichever of their candidates stand for them.
/// - Complexity: O(*k* · *m* log *n*) for *k* pairs among *m* matches of *n* needs and members.
public func assign(_ matches: Matches, holders: Int, perMember: Int) -> Assignment {
    let ranking = rank(
        matches, rules: RankRules(perNeed: holders, perCandidate: perMember))
    return Assignment(
        pairs: ranking.suggestions, total: ranking.trade.total, bound: ranking.trade.bound)
}
