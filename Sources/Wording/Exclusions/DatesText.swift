extension Wording {
    var datesRule: RuleText {
        RuleText(
            name: pick("disponibilité", "availability"),
            state: pick("sans assez de jours libres", "without enough free days"))
    }

    func tooFewDays(_ asked: Double, _ free: Double) -> ExclusionText {
        let more = days((max(0.5, asked - max(free, 0)) * 2).rounded(.up) / 2)
        return ExclusionText(
            sentence: free <= 0
                ? pick(
                    "Aucun jour libre à ces dates, pour \(days(asked)) à faire.",
                    "No free day on these dates, for \(days(asked)) of work.")
                : pick(
                    "Libre \(days(free)) seulement à ces dates, pour \(days(asked)) à faire.",
                    "Free \(days(free)) only on these dates, for \(days(asked)) of work."),
            remedy: pick(
                "Il faudrait \(more) de plus à ces dates, ou d’autres dates.",
                "It would take \(more) more on these dates, or other dates."))
    }
}
