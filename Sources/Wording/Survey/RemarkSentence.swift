public import Market

extension Wording {
    /// What a remark on a job's rows means for the night.
    public func meaning(of remark: SurveyRemark) -> String {
        switch remark {
        case .empty(.needs):
            return pick(
                "Aucune demande utilisable\(colon)la nuit ne proposera rien.",
                "No usable need: the night will propose nothing.")
        case .empty(.candidates):
            return pick(
                "Aucun candidat utilisable\(colon)la nuit ne proposera personne.",
                "No usable candidate: the night will propose nobody.")
        case .mostLost(let side, let lost, let rows):
            let (part, all) = (number(Double(lost)), number(Double(rows)))
            return pick(
                "\(part) \(noun(side)) sur \(all) sont laissé\(side == .needs ? "e" : "")s de côté"
                    + "\(colon)la nuit ne verra pas la plupart.",
                "\(part) of \(all) \(noun(side)) are left out: the night will not see most of them."
            )
        case .setAside(let count):
            return count == 1
                ? pick(
                    "Une ligne, ou une partie de ligne, n’a pas de sens\(colon)la nuit s’en passe.",
                    "One row, or part of a row, makes no sense: the night goes on without it.")
                : pick(
                    "\(number(Double(count))) lignes, ou parties de lignes, n’ont pas de sens\(colon)la "
                        + "nuit s’en passe.",
                    "\(number(Double(count))) rows, or parts of rows, make no sense: the night goes on "
                        + "without them.")
        case .seldom(let side, let aspect, let share):
            return seldom(side, aspect, share)
        case .unknownSkills(let count):
            return count == 1
                ? pick(
                    "Une compétence citée n’est définie nulle part\(colon)elle ne compte pas, et une "
                        + "demande qui l’exige est laissée de côté.",
                    "One skill that is named is defined nowhere: it does not count, and a need that "
                        + "insists on it is left out.")
                : pick(
                    "\(number(Double(count))) compétences citées ne sont définies nulle part\(colon)elles "
                        + "ne comptent pas, et une demande qui en exige une est laissée de côté.",
                    "\(number(Double(count))) skills that are named are defined nowhere: they do not "
                        + "count, and a need that insists on one is left out.")
        case .unknownOwners(let count):
            return count == 1
                ? pick(
                    "Un demandeur est inconnu\(colon)il n’apprendra rien, et ses refus ne sont pas "
                        + "connus.",
                    "One owner is unknown: they hear of nothing, and their refusals are not known.")
                : pick(
                    "\(number(Double(count))) demandeurs sont inconnus\(colon)ils n’apprendront rien, et "
                        + "leurs refus ne sont pas connus.",
                    "\(number(Double(count))) owners are unknown: they hear of nothing, and their "
                        + "refusals are not known.")
        case .unknownMembers(let count):
            return count == 1
                ? pick(
                    "Un candidat est proposé sans être connu du réseau\(colon)il n’apprendra rien.",
                    "One member is proposed and unknown to the network: they hear of nothing.")
                : pick(
                    "\(number(Double(count))) candidats sont proposés sans être connus du réseau"
                        + "\(colon)ils n’apprendront rien.",
                    "\(number(Double(count))) members are proposed and unknown to the network: they "
                        + "hear of nothing.")
        case .noMembers:
            return pick(
                "La table network.member est vide\(colon)personne ne recevra de message.",
                "The table network.member is empty: nobody is written to.")
        case .missingAddresses(let count):
            return count == 1
                ? pick(
                    "Un membre veut des nouvelles et n’a pas d’adresse\(colon)il n’en recevra pas.",
                    "One member wants news and has no address: they get none.")
                : pick(
                    "\(number(Double(count))) membres veulent des nouvelles et n’ont pas d’adresse"
                        + "\(colon)ils n’en recevront pas.",
                    "\(number(Double(count))) members want news and have no address: they get none."
                )
        case .malformedAddresses(let count):
            return count == 1
                ? pick(
                    "Une adresse est mal formée\(colon)son membre ne recevra pas de nouvelles.",
                    "One address is malformed: its member gets no news.")
                : pick(
                    "\(number(Double(count))) adresses sont mal formées\(colon)leurs membres ne "
                        + "recevront pas de nouvelles.",
                    "\(number(Double(count))) addresses are malformed: their members get no news.")
        }
    }

    /// How to mend what a remark tells.
    public func mend(for remark: SurveyRemark) -> String {
        switch remark {
        case .empty(let side):
            return pick(
                "Exécutez la requête des \(noun(side)) dans psql\(colon)ses conditions écartent-elles "
                    + "tout, ou la table est-elle vide\(Wording.thinSpace)?",
                "Run the query of the \(noun(side)) in psql: do its conditions leave out everything, or "
                    + "is the table empty?")
        case .mostLost, .setAside:
            return pick(
                "Corrigez les lignes citées plus haut sur la plateforme, ou la colonne dans la requête.",
                "Mend the rows named above on the platform, or the column in the query.")
        case .seldom(let side, let aspect, _):
            return pick(
                "Si la plateforme les connaît, renvoyez \(columns(aspect, of: side)) dans la requête des "
                    + "\(noun(side))\(semicolon)sinon, demandez-les à vos membres.",
                "Where the platform knows them, return \(columns(aspect, of: side)) in the query of the "
                    + "\(noun(side)); otherwise ask your members for them.")
        case .unknownSkills:
            return pick(
                "Ajoutez-les à network.skill avec leurs libellés, ou renvoyez l’identifiant qui s’y "
                    + "trouve.",
                "Add them to network.skill with their labels, or return the id that stands there.")
        case .unknownOwners, .unknownMembers, .noMembers:
            return pick(
                "Ajoutez-les à network.member, ou renvoyez l’identifiant qui s’y trouve.",
                "Add them to network.member, or return the id that stands there.")
        case .missingAddresses, .malformedAddresses:
            return pick(
                "Corrigez la colonne email de network.member.",
                "Mend the column email of network.member.")
        }
    }

    private func noun(_ side: SurveyRemark.Side) -> String {
        switch side {
        case .needs: pick("demandes", "needs")
        case .candidates: pick("candidats", "candidates")
        }
    }

    private func seldom(
        _ side: SurveyRemark.Side, _ aspect: SurveyRemark.Aspect, _ share: Double
    ) -> String {
        let start =
            share == 0
            ? pick(
                "\(side == .needs ? "Aucune demande" : "Aucun candidat") n’a de \(noun(aspect))",
                "No \(side == .needs ? "need" : "candidate") has \(noun(aspect))")
            : pick(
                "\(percent(share)) des \(noun(side)) seulement ont des \(noun(aspect))",
                "Only \(percent(share)) of the \(noun(side)) have \(noun(aspect))")
        let consequence =
            switch aspect {
            case .skills:
                pick(
                    "pour les autres, seuls les textes parlent, et les scores sont plus bas",
                    "for the rest only texts speak, and scores are lower")
            case .texts:
                pick(
                    "pour les autres, le titre seul est comparé, et les scores sont plus bas",
                    "for the rest only the title is compared, and scores are lower")
            case .coordinates:
                pick(
                    "pour les autres, la distance ne compte pas, et personne n’est trop loin",
                    "for the rest distance does not count, and nobody is too far")
            case .dates:
                pick(
                    "pour les autres, le temps libre ne compte pas",
                    "for the rest free time does not count")
            }
        return start + colon + consequence + "."
    }

    /// The columns of a query that say something.
    private func columns(_ aspect: SurveyRemark.Aspect, of side: SurveyRemark.Side) -> String {
        switch (aspect, side) {
        case (.skills, _): "skills"
        case (.texts, _): "text"
        case (.coordinates, _): list(["latitude", "longitude"])
        case (.dates, .needs): list(["starts", "ends"])
        case (.dates, .candidates): "availability"
        }
    }
}
