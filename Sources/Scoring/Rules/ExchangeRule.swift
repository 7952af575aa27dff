internal import Market

/// Exchange: both sides accept a kind of exchange in common. Where either names none, the question
/// does not arise.
struct ExchangeRule: HardRule {
    static let name = Exclusion.Rule.exchange

    // MARK: Table form

    /// Kinds of exchange that each need accepts, as bits.
    private let accepted: [Int]
    private let exchange: ExchangeColumns

    init(_ columns: RuleColumns) {
        accepted = columns.needs.map(\.exchange.bits)
        exchange = columns.exchange
    }

    func exclude(from eligible: inout EligibleBits, need: Int) {
        let accepted = accepted[need]
        guard accepted != 0 else { return }
        eligible.clear { word, _ in
            exchange.rows(of: word) { $0 != 0 && $0 & accepted == 0 }
        }
    }

    // MARK: Pair form

    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        let asked = need.need.exchange
        let given = scorer.snapshot.candidates[candidate].exchange
        return !asked.isEmpty && !given.isEmpty && asked.isDisjoint(with: given)
    }

    static func failures(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Exclusion] { [.exchange] }
}
