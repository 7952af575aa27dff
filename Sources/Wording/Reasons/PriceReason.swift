internal import Market

extension SignalDifference { static let price = 0.5 }

extension Wording {
    var priceSignal: SignalText {
        SignalText(name: pick("prix", "price"), nameWithArticle: pick("le prix", "price"))
    }

    func priceReason(_ highest: Money, _ asked: Money, _ perHour: Bool) -> String {
        let price = rate(asked, perHour: perHour)
        let limit = money(highest)
        return asked > highest
            ? pick(
                "\(price), au-dessus des \(limit) prévus.", "\(price), above the \(limit) planned.")
            : pick("\(price), pour \(limit) au plus.", "\(price), for \(limit) at most.")
    }

    func priceClause(_ highest: Money, _ asked: Money, _ you: Bool) -> String? {
        if asked > highest { return nil }
        return asked.cents * 10 <= highest.cents * 9
            ? pick(
                "\(you ? "demandez" : "demande") moins que le prix prévu",
                "\(you ? "ask" : "asks") less than the price planned")
            : pick(
                "\(you ? "restez" : "reste") dans le prix prévu",
                "\(you ? "stay" : "stays") within the price planned")
    }

    func priceWishes(_ highest: Money, _ asked: Money) -> [String] {
        asked > highest
            ? [pick("un prix dans la limite prévue", "a price within the limit planned")]
            : [pick("un prix plus bas", "a lower price")]
    }
}
