internal import Market
internal import Wording

extension FrenchPairs {
    var conditions: String { "Conditions" }
    var signals: String { "Signaux" }
    var value: String { "valeur" }
    var weight: String { "poids" }
    var share: String { "part" }
    var floor: String { "seuil" }

    func learned(fit: Int) -> String { " ; poids appris des décisions, n° \(fit)" }

    var whatScoresMean: String {
        "Le score est la chance que la réponse soit bonne\(semicolon)pour une même demande, il croît "
            + "avec la somme des valeurs fois leurs poids."
    }

    func place(_ place: Int, of matches: Int) -> String {
        "Place \(place) sur \(matches) qui conviennent."
    }

    func notAmong(_ matches: Int) -> String {
        "Ne compte pas parmi les \(matches) qui conviennent."
    }

    var justAbove: String { "Juste au-dessus" }

    func lastRun(_ number: Int, asOf day: Day) -> String {
        "Dernière nuit enregistrée (n° \(number), au \(shortDay(day)))"
    }

    func found(at rank: Int, score: Double) -> String {
        "parmi les suggestions, à la place \(rank), score \(number(score, digits: 3))."
    }

    func notFound(considered: Int, eligible: Int, suggested: Int) -> String {
        "pas parmi les suggestions ; \(considered) examinés, \(eligible) remplissaient les conditions, "
            + "\(suggested) suggérés."
    }

    var notPartOfRun: String { "cette demande n’en était pas." }
}
