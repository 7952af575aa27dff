internal import Market

extension French {
    func meaning(of remark: SurveyRemark) -> String {
        switch remark {
        case .empty(.needs): "Aucune demande utilisable\(colon)la nuit ne proposera rien."
        case .empty(.candidates): "Aucun candidat utilisable\(colon)la nuit ne proposera personne."
        case .mostLost(let side, let lost, let rows):
            "\(number(lost)) \(noun(side)) sur \(number(rows)) sont "
                + (side == .needs ? "laissées" : "laissés")
                + " de côté\(colon)la nuit ne verra pas la plupart."
        case .setAside(1):
            "Une ligne, ou une partie de ligne, n’a pas de sens\(colon)la nuit s’en passe."
        case .setAside(let count):
            "\(number(count)) lignes, ou parties de lignes, n’ont pas de sens\(colon)la nuit s’en "
                + "passe."
        case .seldom(let side, let aspect, let share): seldom(side, aspect, share)
        case .unknownSkills(1):
            "Une compétence citée n’est définie nulle part\(colon)elle ne compte pas, et une demande "
                + "qui l’exige est laissée de côté."
        case .unknownSkills(let count):
            "\(number(count)) compétences citées ne sont définies nulle part\(colon)elles ne comptent "
                + "pas, et une demande qui en exige une est laissée de côté."
        case .unknownOwners(1):
            "Un demandeur est inconnu\(colon)il n’apprendra rien, et ses refus ne sont pas connus."
        case .unknownOwners(let count):
            "\(number(count)) demandeurs sont inconnus\(colon)ils n’apprendront rien, et leurs refus "
                + "ne sont pas connus."
        case .unknownMembers(1):
            "Un candidat est proposé sans être connu du réseau\(colon)il n’apprendra rien."
        case .unknownMembers(let count):
            "\(number(count)) candidats sont proposés sans être connus du réseau\(colon)ils "
                + "n’apprendront rien."
        case .noMembers:
            "Le réseau n’a aucun membre connu\(colon)personne ne recevra de message."
        case .missingAddresses(1):
            "Un membre veut des nouvelles et n’a pas d’adresse\(colon)il n’en recevra pas."
        case .missingAddresses(let count):
            "\(number(count)) membres veulent des nouvelles et n’ont pas d’adresse\(colon)ils n’en "
                + "recevront pas."
        case .malformedAddresses(1):
            "Une adresse est mal formée\(colon)son membre ne recevra pas de nouvelles."
        case .malformedAddresses(let count):
            "\(number(count)) adresses sont mal formées\(colon)leurs membres ne recevront pas de "
                + "nouvelles."
        case .bouncedAddresses(1):
            "Le courrier d’un membre est revenu\(colon)rien ne lui est plus envoyé."
        case .bouncedAddresses(let count):
            "Le courrier de \(number(count)) membres est revenu\(colon)rien ne leur est plus envoyé."
        }
    }

    private func seldom(
        _ side: SurveyRemark.Side, _ aspect: SurveyRemark.Aspect, _ share: Double
    ) -> String {
        let start =
            share == 0
            ? "\(side == .needs ? "Aucune demande" : "Aucun candidat") n’a de \(noun(aspect))"
            : "\(percent(share)) des \(noun(side)) seulement ont des \(noun(aspect))"
        let consequence =
            switch aspect {
            case .skills: "seuls les textes parlent, et les scores sont plus bas"
            case .texts: "le titre seul est comparé, et les scores sont plus bas"
            case .coordinates: "la distance ne compte pas, et personne n’est trop loin"
            case .dates: "le temps libre ne compte pas"
            }
        return "\(start)\(colon)pour les autres, \(consequence)."
    }
}
