package import Market

/// ``rank(_:rules:history:similarity:)`` of bare pairs, in any order. Those with a score that is not
/// above 0 or not finite are left out.
///
/// - Parameters:
///   - pairs: Pairs above the job's floor.
///   - needIDs: Id of each need.
///   - candidateIDs: Id of each candidate.
///   - members: Id of the member behind each candidate, in the order of `candidateIDs`.
///   - rules: Caps and floors.
///   - history: What the nights before left.
///   - similarity: How alike candidates are, by index; nil: never.
package func rank(
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
