internal import Market

/// Exclusions: the platform does not say that the pair must not be proposed. Always holds.
struct ExclusionsRule: HardRule {
    static let name = Exclusion.Rule.exclusions

    // MARK: Table form

    /// For each need with such a pair the rows of the candidates, ascending.
    private let excluded: [Int: [Int32]]

    init(_ columns: RuleColumns) {
        let pairs = columns.scorer.snapshot.exclusions
        guard !pairs.isEmpty else {
            excluded = [:]
            return
        }
        let named = Set(pairs.keys.map(\.candidate))
        var rows: [Candidate.ID: Int32] = [:]
        for (row, candidate) in columns.candidates.enumerated() where named.contains(candidate.id) {
            rows[candidate.id] = Int32(row)
        }
        var byNeed: [Need.ID: [Int32]] = [:]
        for pair in pairs.keys {
            if let row = rows[pair.candidate] { byNeed[pair.need, default: []].append(row) }
        }
        var excluded: [Int: [Int32]] = [:]
        for (index, need) in columns.needs.enumerated() {
            if let rows = byNeed[need.id] { excluded[index] = rows.sorted() }
        }
        self.excluded = excluded
    }

    func exclude(from eligible: inout EligibleBits, need: Int) {
        if let rows = excluded[need] { eligible.clear(rows) }
    }

    // MARK: Pair form

    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        reason(need, candidate, in: scorer) != nil
    }

    static func failures(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Exclusion] {
        [.excluded(reason: reason(need, candidate, in: scorer) ?? [:])]
    }

    private static func reason(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Language: String]? {
        guard !scorer.snapshot.exclusions.isEmpty else { return nil }
        let pair = NeedCandidate(
            need: need.need.id, candidate: scorer.snapshot.candidates[candidate].id)
        return scorer.snapshot.exclusions[pair]
    }
}
