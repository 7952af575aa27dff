internal import Market

extension French {
    func worksAtDistance(_ accepts: Bool) -> String {
        accepts ? "Accepte de travailler à distance." : "N’accepte pas le travail à distance."
    }

    func away(_ distance: Double, remotely: Bool) -> String {
        "À \(kilometres(distance))\(also(remotely))."
    }

    func onTheSpot(in town: String) -> String { "Sur place, \(at(town))." }

    func away(_ distance: Double, from town: String, remotely: Bool) -> String {
        "À \(kilometres(distance)) \(from(town))\(also(remotely))."
    }

    private func also(_ remotely: Bool) -> String {
        remotely ? "\(semicolon)peut travailler à distance" : ""
    }

    func canWorkAtDistance(you: Bool) -> String {
        "\(you ? "pouvez" : "peut") travailler à distance"
    }

    func isAway(_ distance: Double, you: Bool) -> String {
        "\(you ? "êtes" : "se trouve") à \(kilometres(distance))"
    }

    func isOnTheSpot(in town: String, you: Bool) -> String {
        "\(you ? "êtes" : "se trouve") sur place \(at(town))"
    }

    func isAway(_ distance: Double, from town: String, you: Bool) -> String {
        "\(you ? "êtes" : "se trouve") à \(kilometres(distance)) \(from(town))"
    }

    var wishForWorkAtDistance: String { "du travail à distance" }

    func wishForShorterTrip(than distance: Double) -> String {
        "un trajet plus court (\(kilometres(distance)))"
    }

    func priceAbove(_ highest: Money, asked: Money, perHour: Bool) -> String {
        "\(rate(asked, perHour: perHour)), au-dessus des \(money(highest)) prévus."
    }

    func priceWithin(_ highest: Money, asked: Money, perHour: Bool) -> String {
        "\(rate(asked, perHour: perHour)), pour \(money(highest)) au plus."
    }

    func priceFits(_ fits: Bool) -> String {
        fits ? "Prix dans la limite prévue." : "Prix au-dessus de la limite prévue."
    }

    var asksLess: String { "demande moins que le prix prévu" }
    var asksNoMore: String { "reste dans le prix prévu" }

    var wishForPriceWithinLimit: String { "un prix dans la limite prévue" }
    var wishForLowerPrice: String { "un prix plus bas" }

    func wordsInCommon(_ words: [String]) -> String {
        (words.count == 1 ? "Mot en commun" : "Mots en commun") + colon + list(words) + "."
    }

    func usesWords(_ words: [String], you: Bool) -> String {
        "\(you ? "employez" : "emploie") les mêmes mots (\(quoted(words)))"
    }

    func isAmongTheClosest(you: Bool) -> String {
        "\(you ? "comptez" : "compte") parmi les profils les plus proches de la demande"
    }

    var littleInCommon: String { "Peu de points communs avec la demande." }

    func toCandidate(_ predicate: String) -> String { "Vous \(predicate)" }

    func contrast(_ predicate: String, with other: String) -> String {
        "\(predicate), mais \(other)"
    }

    func addition(_ predicate: String, of other: String) -> String { "\(predicate), et \(other)" }

    func better(with wishes: [String]) -> String { "Ce serait mieux avec \(list(wishes))." }
}
