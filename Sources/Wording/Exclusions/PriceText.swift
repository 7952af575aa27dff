internal import Market

extension Wording {
    var priceRule: RuleText {
        RuleText(
            name: pick("prix", "price"),
            state: pick("au-dessus du prix prévu", "above the highest price"))
    }

    func tooExpensive(_ highest: Money, _ asked: Money, _ perHour: Bool) -> ExclusionText {
        let (price, limit) = (rate(asked, perHour: perHour), rate(highest, perHour: perHour))
        return ExclusionText(
            sentence: pick(
                "Trop cher\(colon)\(price), pour \(money(highest)) au plus.",
                "Too expensive: \(price), for \(money(highest)) at most."),
            remedy: pick(
                "Il faudrait \(limit) au plus, ou un prix prévu plus élevé.",
                "It would take \(limit) at most, or a higher price planned."))
    }
}
