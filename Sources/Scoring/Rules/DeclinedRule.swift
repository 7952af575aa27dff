internal import Market

/// Declined: nobody declined the pair, or something that it was declined on has changed. Always
/// holds.
struct DeclinedRule: HardRule {
    static let name = Exclusion.Rule.declined

    // MARK: Table form

    /// For each need with a decline the rows of the candidates, ascending.
    private let declined: [Int: [Int32]]

    init(_ columns: RuleColumns) {
        let pairs = columns.scorer.declined
        guard !pairs.isEmpty else {
            declined = [:]
            return
        }
        let rows = Dictionary(
            columns.order.enumerated().map { ($1, Int32($0)) },
            uniquingKeysWith: { first, _ in first })
        var declined: [Int: [Int32]] = [:]
        for pair in pairs {
            guard let row = rows[pair.candidate] else { continue }
            declined[pair.need, default: []].append(row)
        }
        self.declined = declined.mapValues { $0.sorted() }
    }

    func exclude(from eligible: inout EligibleBits, need: Int) {
        if let rows = declined[need] { eligible.clear(rows) }
    }

    // MARK: Pair form

    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        !scorer.declined.isEmpty
            && scorer.declined.contains(
                Scorer.IndexPair(need: need.index, candidate: candidate))
    }

    static func failures(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Exclusion] {
        let pair = NeedCandidate(
            need: need.need.id, candidate: scorer.snapshot.candidates[candidate].id)
        return [scorer.snapshot.declined[pair]?.isLasting == true ? .declinedLately : .declined]
    }
}
