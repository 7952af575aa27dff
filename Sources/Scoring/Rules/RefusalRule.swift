internal import Market

/// Refusal: neither member refuses to work with the other. Always holds.
struct RefusalRule: HardRule {
    static let name = Exclusion.Rule.refusal

    // MARK: Table form

    /// For each need the rows of members who refuse its owner or whom its owner refuses, ascending.
    private let refused: [[Int32]]

    init(_ columns: RuleColumns) {
        var others: [String: [String]] = [:]
        for pair in columns.scorer.snapshot.refusals {
            others[pair.first, default: []].append(pair.second)
            others[pair.second, default: []].append(pair.first)
        }
        refused = columns.needs.map { need in
            let unwanted = Set(need.owner.flatMap { others[$0] } ?? [])
            return unwanted.flatMap { columns.rowsByMember[$0] ?? [] }.sorted()
        }
    }

    func exclude(from eligible: inout EligibleBits, need: Int) { eligible.clear(refused[need]) }

    // MARK: Pair form

    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        guard !scorer.snapshot.refusals.isEmpty, let owner = need.need.owner else { return false }
        return scorer.snapshot.refusals.contains(
            MemberPair(owner, scorer.snapshot.candidates[candidate].member))
    }

    static func failures(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Exclusion] { [.refusal] }
}
