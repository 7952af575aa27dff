internal import Market

extension French {
    func text(of rule: Exclusion.Rule) -> RuleText {
        switch rule {
        case .ownNeed: RuleText(name: "propre demande", state: "du membre qui demande")
        case .refusal:
            RuleText(name: "refus entre membres", state: "à cause d’un refus entre membres")
        case .language: RuleText(name: "langues", state: "sans les langues demandées")
        case .place: RuleText(name: "distance", state: "hors de portée")
        case .dates: RuleText(name: "disponibilité", state: "sans assez de jours libres")
        case .skills:
            RuleText(
                name: "compétences obligatoires", state: "sans toutes les compétences obligatoires")
        case .certifications:
            RuleText(name: "certifications", state: "sans les certifications demandées")
        case .price: RuleText(name: "prix", state: "au-dessus du prix prévu")
        case .exchange: RuleText(name: "forme d’échange", state: "sans forme d’échange en commun")
        case .balance: RuleText(name: "compte temps", state: "au-delà des limites du compte temps")
        case .topics: RuleText(name: "thèmes", state: "sans thème en commun")
        case .consent:
            RuleText(
                name: "accord pour les réponses groupées",
                state: "sans accord pour les réponses groupées")
        case .declined: RuleText(name: "déjà décliné", state: "après un refus de la suggestion")
        case .exclusions:
            RuleText(name: "écarté par la plateforme", state: "que la plateforme écarte")
        }
    }

    var ownNeed: ExclusionText {
        ExclusionText(sentence: "C’est sa propre demande.", remedy: nil)
    }

    var refusal: ExclusionText {
        ExclusionText(
            sentence: "L’un des deux membres ne souhaite pas travailler avec l’autre.", remedy: nil)
    }

    func missingLanguages(_ names: [String]) -> ExclusionText {
        ExclusionText(
            sentence: names.count == 1
                ? "Ne parle pas \(names[0])."
                : "Ne parle ni " + names.joined(separator: " ni ") + ".",
            remedy: "Il faudrait \(list(names)) parmi les langues du profil.")
    }

    func tooFar(_ distance: Double, radius: Double, least: Double) -> ExclusionText {
        ExclusionText(
            sentence: "Trop loin\(colon)à \(kilometres(distance)), pour "
                + "\(kilometres(radius)) au plus.",
            remedy: "Il faudrait un rayon d’au moins \(kilometres(least)), ou une "
                + "demande qui admette le travail à distance.")
    }

    var notAtDistance: ExclusionText {
        ExclusionText(
            sentence: "N’accepte pas le travail à distance, seul possible ici.",
            remedy: "Il faudrait que le profil accepte le travail à distance.")
    }

    func tooFewDays(_ free: Double, asked: Double, more: Double) -> ExclusionText {
        ExclusionText(
            sentence: free <= 0
                ? "Aucun jour libre à ces dates, pour \(days(asked)) à faire."
                : "Libre \(days(free)) seulement à ces dates, pour \(days(asked)) à faire.",
            remedy: "Il faudrait \(days(more)) de plus à ces dates, ou d’autres dates.")
    }

    func unmentionedSkill(_ name: String, level: Level?) -> ExclusionText {
        unmet(
            quoted(name), level,
            lack: "n’est pas mentionné" + (level.map { " au niveau\(Wording.space)\($0)" } ?? ""))
    }

    func tooLowLevel(_ held: Level, of name: String, asked: Level) -> ExclusionText {
        unmet(
            quoted(name), asked, lack: "au niveau\(Wording.space)\(held), pour \(asked) demandé")
    }

    private func unmet(_ name: String, _ asked: Level?, lack: String) -> ExclusionText {
        let level = asked.map { " au niveau\(Wording.space)\($0)" } ?? ""
        return ExclusionText(
            sentence: "Compétence obligatoire\(colon)\(name) \(lack).",
            remedy: "Il faudrait \(name)\(level) dans le profil, ou une demande qui ne l’exige pas."
        )
    }

    func missingCertifications(_ names: [String]) -> ExclusionText {
        let start = names.count == 1 ? "Certification absente" : "Certifications absentes"
        return ExclusionText(
            sentence: start + colon + list(names) + ".",
            remedy: "Il faudrait \(quoted(names)) parmi les certifications du profil.")
    }

    func tooExpensive(_ asked: Money, limit: Money, perHour: Bool) -> ExclusionText {
        let most = rate(limit, perHour: perHour)
        return ExclusionText(
            sentence: "Trop cher\(colon)\(rate(asked, perHour: perHour)), pour \(money(limit)) au "
                + "plus.",
            remedy: "Il faudrait \(most) au plus, ou un prix prévu plus élevé.")
    }
}
