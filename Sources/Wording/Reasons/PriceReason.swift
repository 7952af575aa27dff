internal import Market

extension SignalDifference { static let price = 0.5 }

extension Wording {
    func priceReason(_ highest: Money, _ asked: Money, _ perHour: Bool) -> String {
        asked > highest
            ? sentences.priceAbove(highest, asked: asked, perHour: perHour)
            : sentences.priceWithin(highest, asked: asked, perHour: perHour)
    }

    func priceClause(_ highest: Money, _ asked: Money, to audience: Audience) -> String? {
        guard asked <= highest, audience.mayKnow(.priceFit) else { return nil }
        return audience.mayKnow(.prices) && asked.cents * 10 <= highest.cents * 9
            ? sentences.asksLess : sentences.asksNoMore
    }

    /// Prices to those who may know them, to others whether they fit.
    func priceTerm(
        _ highest: Money, _ asked: Money, _ perHour: Bool, to audience: Audience
    ) -> String? {
        if audience.mayKnow(.prices) { return priceReason(highest, asked, perHour) }
        return audience.mayKnow(.priceFit) ? sentences.priceFits(asked <= highest) : nil
    }

    func priceWishes(_ highest: Money, _ asked: Money, to audience: Audience) -> [String] {
        if asked > highest {
            return audience.mayKnow(.priceFit) ? [sentences.wishForPriceWithinLimit] : []
        }
        return audience.mayKnow(.prices) ? [sentences.wishForLowerPrice] : []
    }
}
