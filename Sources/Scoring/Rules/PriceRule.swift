internal import Market
internal import Parallel

/// Price: where money may change hands, the candidate asks no more than the need's highest price.
/// Where either price is not known, the pair passes.
struct PriceRule: HardRule {
    static let name = Exclusion.Rule.price

    // MARK: Table form

    private let needs: [Need]
    /// Kinds of exchange that each need accepts, as bits.
    private let accepted: [Int]
    private let exchange: ExchangeColumns
    /// Who names a price.
    private let priced: Bitmap
    /// Price in cents by row, where there is one.
    private let rates: [Int]

    init(_ columns: RuleColumns) {
        let candidates = columns.candidates
        needs = columns.needs
        accepted = columns.needs.map(\.exchange.bits)
        exchange = columns.exchange
        priced = Bitmap(columns.count) { candidates[$0].rate != nil }
        rates = Threads.mapMany(columns.count) { candidates[$0].rate?.cents ?? 0 }
    }

    private static let money = Set<Exchange>([.money]).bits

    func exclude(from eligible: inout EligibleBits, need: Int) {
        guard let highest = needs[need].rateMax else { return }
        let (accepted, money) = (accepted[need], PriceRule.money)
        eligible.clear { word, rest in
            // Money may change hands unless both sides name what they accept and it is not shared.
            let paid =
                accepted == 0
                ? .max : exchange.rows(of: word) { $0 == 0 || $0 & accepted & money != 0 }
            return (rest & paid & priced.words[word]).rows(of: word) { rates[$0] > highest.cents }
        }
    }

    // MARK: Pair form

    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        guard let price = PriceSignal.prices(need, candidate, in: scorer) else { return false }
        return price.asked > price.highest
    }

    static func failures(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Exclusion] {
        let rate = scorer.snapshot.candidates[candidate].rate
        return [
            .price(
                highest: need.need.rateMax ?? .zero, asked: rate ?? .zero,
                perHour: PriceSignal.isHourly(need, candidate, in: scorer))
        ]
    }
}
