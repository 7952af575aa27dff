internal import Market

extension SignalDifference { static let price = 0.5 }

extension Wording {
    func priceReason(_ highest: Money, _ asked: Money, _ perHour: Bool) -> String {
        asked > highest
            ? sentences.priceAbove(highest, asked: asked, perHour: perHour)
            : sentences.priceWithin(highest, asked: asked, perHour: perHour)
    }

    func priceClause(_ highest: Money, _ asked: Money, _ you: Bool) -> String? {
        if asked > highest { return nil }
        return asked.cents * 10 <= highest.cents * 9
            ? sentences.asksLess(you: you) : sentences.asksNoMore(you: you)
    }

    func priceWishes(_ highest: Money, _ asked: Money) -> [String] {
        [asked > highest ? sentences.wishForPriceWithinLimit : sentences.wishForLowerPrice]
    }
}
