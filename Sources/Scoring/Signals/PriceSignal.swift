internal import Market

/// Price: the candidate's price against the highest price, where money may change hands.
enum PriceSignal: PairSignal {
    static let kind = SignalKind.price

    static func value(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent, in scorer: Scorer
    ) -> Double {
        guard let price = prices(need, candidate, in: scorer) else { return .nan }
        return fit(highest: price.highest, asked: price.asked)
    }

    static func evidence(
        _ need: PreparedNeed, _ candidate: Int, value: Double, in scorer: Scorer
    ) -> Evidence? {
        prices(need, candidate, in: scorer).map {
            .price(
                highest: $0.highest, asked: $0.asked,
                perHour: isHourly(need, candidate, in: scorer))
        }
    }

    /// Fit of the price: 1 up to 85 % of the highest price, falling to 0 at 115 %.
    static func fit(highest: Money, asked: Money) -> Double {
        guard highest.cents > 0 else { return asked.cents <= 0 ? 1 : 0 }
        let ratio = Double(asked.cents) / Double(highest.cents)
        return min(1, max(0, (1.15 - ratio) / 0.3))
    }

    /// The highest price and the one asked, where money may change hands and both are known.
    static func prices(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> (highest: Money, asked: Money)? {
        guard paysMoney(need, candidate, in: scorer), let highest = need.need.rateMax,
            let asked = scorer.snapshot.candidates[candidate].rate
        else { return nil }
        return (highest, asked)
    }

    /// Whether money may change hands: unless both sides name what they accept and money is not
    /// what they share.
    private static func paysMoney(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> Bool {
        let asked = need.need.exchange
        let given = scorer.snapshot.candidates[candidate].exchange
        if asked.isEmpty || given.isEmpty { return true }
        return asked.contains(.money) && given.contains(.money)
    }

    /// Whether prices are for an hour: the pair is about a service.
    static func isHourly(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        need.need.hours != nil || !need.need.exchange.isEmpty
            || scorer.snapshot.candidates[candidate].hours != nil
            || !scorer.snapshot.candidates[candidate].exchange.isEmpty
    }
}
