internal import Market
internal import Parallel

/// Time accounts: where time is the only kind of exchange in common, the hours asked fit on both
/// accounts. An account that is not known has no limit.
struct BalanceRule: HardRule {
    static let name = Exclusion.Rule.balance

    // MARK: Table form

    private let needs: [Need]
    /// Kinds of exchange that each need accepts, as bits.
    private let accepted: [Int]
    private let exchange: ExchangeColumns
    /// Hours that may still be given, by row; infinite where no account is known.
    private let canGive: [Double]

    init(_ columns: RuleColumns) {
        let candidates = columns.candidates
        needs = columns.needs
        accepted = columns.needs.map(\.exchange.bits)
        exchange = columns.exchange
        canGive = Threads.mapMany(columns.count) { candidates[$0].account?.canGive ?? .infinity }
    }

    private static let time = Set<Exchange>([.time]).bits

    func exclude(from eligible: inout EligibleBits, need: Int) {
        guard let hours = needs[need].hours else { return }
        let receive = needs[need].account?.canReceive ?? .infinity
        let (accepted, time) = (accepted[need], BalanceRule.time)
        eligible.clear { word, rest in
            (rest & exchange.rows(of: word) { $0 & accepted == time }).rows(of: word) {
                hours > min(canGive[$0], receive) + 1e-9
            }
        }
    }

    // MARK: Pair form

    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        headroom(need, candidate, in: scorer).map { $0.hours > $0.room + 1e-9 } ?? false
    }

    static func failures(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Exclusion] {
        let found = headroom(need, candidate, in: scorer)
        return [.balance(hours: found?.hours ?? 0, room: found?.room ?? 0)]
    }

    /// Hours asked, and how many both accounts still admit, where time is the only kind of exchange
    /// that both sides accept.
    private static func headroom(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> (hours: Double, room: Double)? {
        let asked = need.need.exchange
        let given = scorer.snapshot.candidates[candidate].exchange
        guard asked.contains(.time), given.contains(.time),
            !asked.contains(where: { $0 != .time && given.contains($0) }),
            let hours = need.need.hours
        else { return nil }
        let room = min(
            scorer.snapshot.candidates[candidate].account?.canGive ?? .infinity,
            need.need.account?.canReceive ?? .infinity)
        return (hours, room)
    }
}
