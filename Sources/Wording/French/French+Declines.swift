extension French {
    var noExchangeInCommon: ExclusionText {
        ExclusionText(
            sentence: "Aucune forme d’échange en commun (don, temps ou argent).",
            remedy:
                "Il faudrait que les deux acceptent un même échange\(colon)don, temps ou argent."
        )
    }

    func overdrawn(_ asked: Double, room: Double) -> ExclusionText {
        ExclusionText(
            sentence: room <= 0
                ? "Le compte temps de l’un des deux a atteint sa limite."
                : "Les comptes temps n’admettent plus que \(hours(room)), pour \(quantity(asked)) "
                    + (asked < 2 ? "demandée." : "demandées."),
            remedy: "Il faudrait de la place sur les deux comptes temps, ou un autre échange.")
    }

    func noTopicInCommon(_ asked: [String]) -> ExclusionText {
        ExclusionText(
            sentence: "N’a aucun des thèmes de la demande (\(list(asked))).",
            remedy: "Il faudrait un thème en commun.")
    }

    var noConsent: ExclusionText {
        ExclusionText(
            sentence: "N’a pas donné son accord pour les réponses groupées.",
            remedy: "Il faudrait son accord pour les réponses groupées.")
    }

    var declined: ExclusionText {
        ExclusionText(
            sentence: "Déjà décliné, et rien n’a changé depuis.",
            remedy: "La suggestion reviendra quand la demande ou le profil aura changé.")
    }

    var declinedLately: ExclusionText {
        ExclusionText(
            sentence: "Déjà décliné il y a peu.",
            remedy: "Il faudrait que le délai fixé après un refus soit passé.")
    }

    var ruledOut: String { "La plateforme ne veut pas que cette paire soit suggérée" }

    var eitherSideChanges: String { "l’un des deux côtés change" }

    func staysAway(until change: String) -> String { "elle ne reviendra que si \(change)" }

    func staysAway(forDays count: Int) -> String {
        "elle ne reviendra pas avant \(days(Double(count)))"
    }

    func returns(once change: String) -> String { "elle ne revient que si \(change)" }

    func returns(daysLater count: Int) -> String {
        "elle ne revient que \(days(Double(count))) après ce refus"
    }
}
