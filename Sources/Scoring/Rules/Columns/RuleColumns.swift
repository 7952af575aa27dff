internal import Market
internal import Parallel

/// What hard rules make their columns from: a market, its candidates by row, and the columns that
/// several rules share.
struct RuleColumns: Sendable {
    let scorer: Scorer
    /// For each row the candidate's index in the snapshot.
    let order: [Int]
    /// Candidates by row.
    let candidates: [Candidate]
    /// Ascending rows of every member who owns a need or is part of a refusal: nobody else can be
    /// excluded for who they are.
    let rowsByMember: [String: [Int32]]
    /// Kinds of exchange by row.
    let exchange: ExchangeColumns

    init(_ scorer: Scorer, order: [Int]) {
        self.scorer = scorer
        self.order = order
        let all = scorer.snapshot.candidates
        let candidates = order.elementsEqual(all.indices) ? all : order.map { all[$0] }
        self.candidates = candidates
        exchange = ExchangeColumns(candidates)
        var rows: [String: [Int32]] = [:]
        for need in scorer.snapshot.needs { if let owner = need.owner { rows[owner] = [] } }
        for pair in scorer.snapshot.refusals {
            rows[pair.first] = []
            rows[pair.second] = []
        }
        let named = Threads.chunks(of: candidates.count) { [rows] range in
            range.filter { rows[candidates[$0].member] != nil }
        }
        for row in named.joined() { rows[candidates[row].member]?.append(Int32(row)) }
        rowsByMember = rows
    }

    var needs: [Need] { scorer.snapshot.needs }
    /// Number of rows.
    var count: Int { candidates.count }
}
