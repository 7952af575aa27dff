public import Market

/// Chooses whom to suggest for each need of a job, all needs at once: the pairs with the highest
/// total score within the rules on both sides.
///
/// The caps and the attention budget always hold. Within them the choice
/// 1. suggests as many members as can be who have a match and have waited as many nights as
///    `RankRules.exposure` allows, those who have waited longest first;
/// 2. then has the highest sum of scores, with `RankRules.stability` more for each pair that stood
///    the night before, less what names of one list lose by being alike.
///
/// Without `RankRules.diversity` this is a maximum-weight *b*-matching, solved exactly by
/// successive shortest paths (Edmonds & Karp, 1972) on whole numbers. With it a local search follows,
/// and `RankTradeOff.bound` proves how much better any choice could be (<doc:FairOnBothSides>).
///
/// The cap on candidates, and one suggestion a need, hold for the member behind them: of one
/// member's candidates for a need, the best is taken. Equal totals go to the need with the lower id,
/// then to the candidate with the lower id; the order of the arguments changes nothing.
///
/// - Parameters:
///   - matches: The market's matches; places in the ranking are those of its needs and candidates.
///   - rules: Caps and floors; with a cap of 0 or less nobody is suggested.
///   - history: What the nights before left.
///   - similarity: How alike candidates are, by index; nil: never.
/// - Complexity: O(*k* · *m* log *n*) for *k* suggestions and *m* pairs at the worst, up to four
///   times over; a path seldom sees more than a few needs.
public func rank(
    _ matches: Matches, rules: RankRules, history: ProposalHistory = ProposalHistory(),
    similarity: Similarity? = nil
) -> Ranking {
    rank(
        matches.pairings, needIDs: matches.needs.map(\.id),
        candidateIDs: matches.candidates.map(\.id), members: matches.candidates.map(\.member),
        rules: rules, history: history,
        similarity: similarity)
}

extension Similarity {
    /// The share of skills that two candidates have in common, of those who match a need.
    public static func skills(in matches: Matches) -> Similarity {
        skills(of: matches.candidates, at: matches.perNeed.lazy.joined().lazy.map(\.candidate))
    }
}

extension Matches {
    /// All matches as a problem's pairs.
    var pairings: some Collection<Pairing> {
        perNeed.lazy.joined().lazy.map {
            Pairing(need: $0.need, candidate: $0.candidate, score: $0.score)
        }
    }
}
