internal import Market

extension French {
    func label(_ label: SurveyLabel) -> String {
        switch label {
        case .tenders: "appels d’offres"
        case .past: "échéance passée, plus rien n’est proposé"
        case .setAside: "mises de côté"
        case .undefinedSkills: "compétences que personne n’a définies"
        case .unknownOwners: "demandeurs inconnus"
        case .unknownMembers: "membres inconnus"
        case .missingAddresses: "adresses manquantes"
        case .malformedAddresses: "adresses mal formées"
        case .bouncedAddresses: "adresses injoignables"
        }
    }

    func noun(_ side: SurveyRemark.Side) -> String {
        switch side {
        case .needs: "demandes"
        case .candidates: "candidats"
        }
    }

    func noun(_ aspect: SurveyRemark.Aspect) -> String {
        switch aspect {
        case .skills: "compétences"
        case .texts: "textes"
        case .coordinates: "coordonnées"
        case .dates: "dates"
        }
    }

    func rowsRead(_ count: Int) -> String {
        self.count(count, CountedNoun(one: "ligne lue", other: "lignes lues"))
    }

    func rowsLeftOut(_ count: Int) -> String {
        self.count(count, CountedNoun(one: "laissée de côté", other: "laissées de côté"))
    }

    func suchAs(_ example: String) -> String { "par exemple \(example)" }

    func mend(for remark: SurveyRemark) -> String {
        switch remark {
        case .empty(let side):
            "Exécutez la requête des \(noun(side)) dans psql\(colon)ses conditions écartent-elles "
                + "tout, ou la table est-elle vide\(Wording.thinSpace)?"
        case .mostLost, .setAside:
            "Corrigez les lignes citées plus haut sur la plateforme, ou la colonne dans la requête."
        case .seldom(let side, let aspect, _):
            "Si la plateforme les connaît, renvoyez \(columns(aspect, of: side)) dans la requête des "
                + "\(noun(side))\(semicolon)sinon, demandez-les à vos membres."
        case .unknownSkills:
            "Ajoutez-les à network.skill avec leurs libellés (ou à ce que lit queries.skills), ou "
                + "renvoyez l’identifiant qui s’y trouve."
        case .unknownOwners, .unknownMembers, .noMembers:
            "Ajoutez-les à network.member (ou à ce que lit queries.members), ou renvoyez "
                + "l’identifiant qui s’y trouve."
        case .missingAddresses, .malformedAddresses:
            "Corrigez la colonne email de network.member (ou de queries.members)."
        case .bouncedAddresses:
            "Demandez une autre adresse, ou retirez-la de ce que lit queries.bounces."
        }
    }
}
