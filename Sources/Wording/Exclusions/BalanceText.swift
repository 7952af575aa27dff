extension Wording {
    var balanceRule: RuleText {
        RuleText(
            name: pick("compte temps", "time account"),
            state: pick(
                "au-delà des limites du compte temps", "beyond the time account’s limits"))
    }

    func overdrawn(_ asked: Double, _ room: Double) -> ExclusionText {
        ExclusionText(
            sentence: room <= 0
                ? pick(
                    "Le compte temps de l’un des deux a atteint sa limite.",
                    "The time account of one of the two has reached its limit.")
                : pick(
                    "Les comptes temps n’admettent plus que \(hours(room)), pour "
                        + "\(quantity(asked)) "
                        + (isSingular(asked) ? "demandée." : "demandées."),
                    "The time accounts only have room for \(hours(room)), for "
                        + "\(quantity(asked)) asked."),
            remedy: pick(
                "Il faudrait de la place sur les deux comptes temps, ou un autre échange.",
                "It would take room on both time accounts, or another exchange."))
    }
}
