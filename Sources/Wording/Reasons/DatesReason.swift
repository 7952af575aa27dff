internal import Market

extension SignalDifference { static let dates = 0.8 }

extension Wording {
    var datesSignal: SignalText {
        SignalText(
            name: pick("disponibilité", "availability"),
            nameWithArticle: pick("la disponibilité", "availability"))
    }

    func datesReason(_ asked: Double?, _ free: Double?) -> String? {
        guard let asked, let free else { return nil }
        // Nobody gives 40.8 days: half days are what can be promised.
        let whole = (free * 2).rounded(.down) / 2
        if whole <= 0 {
            return pick("Aucun jour libre à ces dates.", "No free day on these dates.")
        }
        let only = whole < asked ? pick(" seulement", " only") : ""
        switch language {
        case .french: return "Libre \(days(whole))\(only) pour \(daysAsked(asked))."
        case .english: return "Free \(days(whole))\(only), for \(daysAsked(asked))."
        }
    }

    /// `les 12 demandés`, `le jour demandé`, `la demi-journée demandée`; `the 12 asked`.
    private func daysAsked(_ asked: Double) -> String {
        switch (language, asked) {
        case (.french, 0.5): "la demi-journée demandée"
        case (.french, 1): "le jour demandé"
        case (.french, ..<2): "\(days(asked)) demandé"
        case (.french, _): "les \(quantity(asked)) demandés"
        case (.english, 0.5): "the half day asked"
        case (.english, 1): "the day asked"
        case (.english, _): "the \(quantity(asked)) asked"
        }
    }

    func datesClause(_ asked: Double?, _ free: Double?, _ you: Bool) -> String? {
        guard let asked, let free, free >= asked else { return nil }
        return pick(
            "\(you ? "êtes" : "est") libre aux dates prévues",
            "\(you ? "are" : "is") free on the dates planned")
    }

    func datesWishes(_ asked: Double?, _ free: Double?) -> [String] {
        guard let asked, let free, free < asked else { return [] }
        return [pick("plus de jours libres", "more free days")]
    }
}
