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
///   - pairs: Pairs above the job's floor, in any order. Those with a score that is not above 0 or
///     not finite are left out.
///   - needIDs: Id of each need.
///   - candidateIDs: Id of each candidate.
///   - members: Id of the member behind each candidate, in the order of `candidateIDs`.
///   - rules: Caps and floors; with a cap of 0 or less nobody is suggested.
///   - history: What the nights before left.
///   - similarity: How alike candidates are, by their places; nil: never.
/// - Complexity: O(*k* · *m* log *n*) for *k* suggestions and *m* pairs at the worst, up to four
///   times over; a path seldom sees more than a few needs.
public func rank(
    _ pairs: some Sequence<Pairing>, needIDs: [String], candidateIDs: [String], members: [String],
    rules: RankRules, history: ProposalHistory = ProposalHistory(), similarity: Similarity? = nil
) -> Ranking {
    let instance = RankInstance(
        pairs, needIDs: needIDs, candidateIDs: candidateIDs, members: members, rules: rules,
        history: history)
    let steps = RankSteps(instance, diversity: rules.diversity, similarity: similarity)
    let suggestions = needIDs.indices.flatMap { need in
        let row = instance.rowOfNeed[need]
        return steps.final[row].map { instance.pair(instance.rows[row][$0], row: row) }
            .sorted {
                if $0.score != $1.score { return $0.score > $1.score }
                return candidateIDs[$0.candidate] < candidateIDs[$1.candidate]
            }.enumerated().map { index, pair in
                Ranked(need: need, candidate: pair.candidate, score: pair.score, rank: index + 1)
            }
    }
    let named = Set(suggestions.map { members[$0.candidate] })
    let passedOver = instance.memberIDs.filter { !named.contains($0) }
    let departures = steps.departures(history: history) {
        NeedCandidate(need: needIDs[$0.need], candidate: candidateIDs[$0.candidate])
    }
    return Ranking(
        suggestions: suggestions,
        trade: steps.trade(history: history, departures: departures, passedOver: passedOver),
        departures: departures, passedOver: passedOver)
}
