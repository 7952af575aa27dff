internal import Market

/// Own need: nobody is suggested for what they ask themselves. Always holds.
struct OwnNeedRule: HardRule {
    static let name = Exclusion.Rule.ownNeed

    // MARK: Table form

    /// For each need the rows of its owner.
    private let own: [[Int32]]

    init(_ columns: RuleColumns) {
        own = columns.needs.map { need in
            need.owner.flatMap { columns.rowsByMember[$0] } ?? []
        }
    }

    func exclude(from eligible: inout EligibleBits, need: Int) { eligible.clear(own[need]) }

    // MARK: Pair form

    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        need.need.owner == scorer.snapshot.candidates[candidate].member
    }

    static func failures(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Exclusion] { [.ownNeed] }
}
