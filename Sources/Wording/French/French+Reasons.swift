internal import Market

extension French {
    func text(of kind: SignalKind) -> SignalText {
        switch kind {
        case .skills: SignalText(name: "compétences", nameWithArticle: "les compétences")
        case .meaning: SignalText(name: "contenu", nameWithArticle: "le contenu")
        case .words: SignalText(name: "mots en commun", nameWithArticle: "les mots en commun")
        case .place: SignalText(name: "lieu", nameWithArticle: "le lieu")
        case .dates: SignalText(name: "disponibilité", nameWithArticle: "la disponibilité")
        case .price: SignalText(name: "prix", nameWithArticle: "le prix")
        case .language: SignalText(name: "langues", nameWithArticle: "les langues")
        case .balance: SignalText(name: "compte temps", nameWithArticle: "le compte temps")
        case .topics: SignalText(name: "thèmes", nameWithArticle: "les thèmes")
        }
    }

    func overAccountLimit(_ asked: Double, canGive: Double) -> String {
        "\(hours(asked)) à donner, mais son compte temps n’en admet plus que \(quantity(canGive))."
    }

    func evensOutDebt(of hours: Double) -> String {
        "Son compte temps est débiteur de \(self.hours(hours))\(semicolon)ce service le rééquilibre."
    }

    var accountSetsNoLimit: String { "Son compte temps ne limite pas les heures données." }

    func accountHasRoom(_ canGive: Double) -> String {
        "Son compte temps admet encore \(hours(canGive)) à donner."
    }

    func owesHours(you: Bool) -> String {
        "\(you ? "avez" : "a") des heures à rendre à la banque de temps"
    }

    func canStillGive(you: Bool) -> String { "\(you ? "pouvez" : "peut") encore donner des heures" }

    var wishForRoom: String { "de la place sur son compte temps" }

    var noFreeDay: String { "Aucun jour libre à ces dates." }

    func freeDays(_ free: Double, of asked: Double) -> String {
        let only = free < asked ? " seulement" : ""
        let all =
            switch asked {
            case 0.5: "la demi-journée demandée"
            case 1: "le jour demandé"
            case ..<2: "\(days(asked)) demandé"
            default: "les \(quantity(asked)) demandés"
            }
        return "Libre \(days(free))\(only) pour \(all)."
    }

    func isFree(you: Bool) -> String { "\(you ? "êtes" : "est") libre aux dates prévues" }

    var wishForDays: String { "plus de jours libres" }

    func speaks(_ names: [String]) -> String { "Parle \(list(names))." }

    func speaks(_ names: [String], you: Bool) -> String {
        "\(you ? "parlez" : "parle") \(list(names))"
    }

    func topicsInCommon(_ topics: [String]) -> String {
        (topics.count == 1 ? "Thème en commun" : "Thèmes en commun") + "\(colon)\(list(topics))."
    }

    func sharesTopics(_ topics: [String], you: Bool) -> String {
        (you ? "partagez " : "partage ") + (topics.count == 1 ? "le thème " : "les thèmes ")
            + list(topics)
    }

    var wishForTopic: String { "un thème en commun" }

    func nearInContent(isVery: Bool) -> String {
        "Le profil est \(isVery ? "très proche" : "proche") de la demande par son contenu."
    }

    func hasNearProfile(isVery: Bool, you: Bool) -> String {
        "\(you ? "présentez" : "présente") un profil \(isVery ? "très proche" : "proche") de la "
            + "demande"
    }

    var wishForNearness: String { "un profil plus proche de la demande" }
}
