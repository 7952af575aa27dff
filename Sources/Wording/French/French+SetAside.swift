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
            "illisible\(semicolon)attendu\(colon)\(text(of: expected))."
        }
    }

    func text(of thing: SetAside.Expectation.Thing) -> String {
        switch thing {
        case .id: "un identifiant"
        case .distinctID:
            "un identifiant qui ne s’écrive pas comme un autre, aux accents près (é en un ou en deux caractères)"
        case .skillID: "l’identifiant d’une compétence"
        case .number: "un nombre"
        case .reasonableNumber: "un nombre de taille raisonnable"
        case .boolean: "true ou false"
        case .day: "un jour"
        case .writtenDay: "un jour, écrit AAAA-MM-JJ"
        case .countedDay: "un jour entre les années 1 et 9999"
        case .year: "une année à quatre chiffres"
        case .daysPerWeek: "plus de 0 et au plus 7 jours par semaine"
        case .numberOfDays: "moins de \(number(100_000)) jours"
        case .rate: "un prix inférieur à un million d’euros par jour ou par heure"
        case .list: "une liste simple, et non un tableau à plusieurs dimensions"
        case .amount: "un montant inférieur à 90 milliards d’euros"
        case .procurementCode: "un code CPV à huit chiffres"
        case .procurementCodes: "des codes CPV à huit chiffres"
        case .address: "une adresse http ou https de \(number(2_000)) lettres au plus"
        case .balance: "un solde qui aille avec ses limites"
        case .lowestBalance: "un solde le plus bas qui ne dépasse pas le plus haut"
        case .otherMember: "un autre membre"
        case .tender: "un appel d’offres que renvoie la requête des appels d’offres"
        case .objects: "une liste JSON d’objets"
        case .textByLanguage: "un texte, ou un texte par langue"
        case .languageCode: "un code ISO 639-1\(colon)fr, en, es, ca …"
        }
    }

    func oneOf(_ words: [String]) -> String { "un mot parmi \(words.joined(separator: ", "))" }
    func someOf(_ words: [String]) -> String { "des mots parmi \(words.joined(separator: ", "))" }
}
