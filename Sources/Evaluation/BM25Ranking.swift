internal import Market
internal import Text

extension Snapshot {
    /// The baseline: BM25 of titles, texts and labels, a ranking for each need.
    ///
    /// Candidates that share no word are left out; equal scores stand in the order of the snapshot.
    var rankingsByBM25: [ScoredRanking] {
        func text(_ title: String, _ text: String, _ skills: [String]) -> String {
            ([title, text] + skills).filter { !$0.isEmpty }.joined(separator: ". ")
        }
        let index = BM25Index(
            documents: candidates.map {
                (text($0.title, $0.text, $0.skills.map(\.skill)), $0.language)
            })
        return needs.map { need in
            let scores = index.scores(
                of: text(need.title, need.text, need.skills.map(\.skill)), language: need.language)
            let order = scores.indices.filter { scores[$0] > 0 }.sorted {
                (scores[$1], $0) < (scores[$0], $1)
            }
            return ScoredRanking(
                candidates: order.map { (candidates[$0].id, Double(scores[$0])) })
        }
    }
}
