internal import Market

extension French {
    func field(_ name: String) -> String { "Champ \(quoted(name))\(colon)" }

    var empty: String { "vide" }

    func text(of fault: SetAside.Fault) -> String {
        switch fault {
        case .negative(let found): "\(shown(found)), alors que zéro ou plus est attendu."
        case .notPositive(let found):
            "\(shown(found)), alors qu’un nombre au-dessus de zéro est attendu."
        case .reversedDates(let first, let last):
            "la fin (\(shown(last))) précède le début (\(shown(first)))."
        case .level(let found):
            "niveau \(shown(found)), alors qu’un niveau de 1 à 5 est attendu."
        case .unknownSkill(let found):
            "la compétence \(quoted(found)) n’est pas définie dans le référentiel."
        case .refusesSelf:
            "un membre se refuse lui-même\(semicolon)deux membres différents sont attendus."
        case .offTheGlobe(let found):
            "\(shown(found)), hors du globe\(semicolon)latitude de −90 à 90 et longitude de −180 à "
                + "180 attendues."
        case .nothingToMatch:
            "Ni titre, ni texte, ni compétence\(colon)il en faut au moins un."
        case .tooLong(let bytes, let limit):
            "\(number(bytes)) octets, pour \(number(limit)) au plus."
        case .duplicate: "une autre ligne a déjà cet identifiant."
        case .unreadable(let expected):
            "illisible\(semicolon)attendu\(colon)" + wording.typographic(expected) + "."
        }
    }
}
