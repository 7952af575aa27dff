package import Market
package import Scoring
package import Settings

/// A job's market with what a run would propose of it, for questions about single pairs.
package struct SolvedMarket: Sendable {
    package let job: JobFile
    package let market: ScoredMarket
    /// What a run would propose, as pairs with their place and signals; empty where the verb proposes
    /// no single pairs.
    let listed: [Listed]

    /// A pair that is proposed.
    struct Listed: Sendable {
        let need: Need.ID
        let rival: ScoredRival
        let signals: [Signal]
    }

    /// What separates a pair from the one above it: the pair proposed above, for one that is
    /// proposed; the next better match otherwise; nil at the top.
    ///
    /// For a pair that is no match, the place is the one that its score would give it.
    package func separation(
        need: Int, candidate: Int, explanation: Explanation
    ) -> Separation? {
        let snapshot = market.snapshot
        let id = snapshot.candidates[candidate].id
        let list = listed.filter { $0.need == snapshot.needs[need].id }
            .sorted { $0.rival.rank < $1.rival.rank }
        if let index = list.firstIndex(where: { $0.rival.candidate == id }) {
            guard index > 0 else { return nil }
            let above = list[index - 1]
            return Separation(
                of: explanation.signals, score: explanation.score, from: above.signals,
                of: above.rival)
        }
        let all = market.matches.perNeed[need]
        let index =
            all.firstIndex { $0.candidate == candidate }
            ?? all.firstIndex { Double($0.score) < explanation.score } ?? all.count
        guard index > 0 else { return nil }
        let above = all[index - 1].candidate
        let other = market.scorer.explain(need: need, candidate: above)
        return Separation(
            of: explanation.signals, score: explanation.score, from: other.signals,
            of: ScoredRival(
                candidate: snapshot.candidates[above].id, name: snapshot.candidates[above].name,
                score: other.score, rank: index))
    }
}
