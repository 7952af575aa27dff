public import Market

extension Wording {
    /// Why a pair is no match: one sentence of what the rule found.
    public func sentence(for exclusion: Exclusion, skills: [Skill.ID: Skill]) -> String {
        switch exclusion {
        case .ownNeed:
            pick("C’est sa propre demande.", "It is their own request.")
        case .refusal:
            pick(
                "L’un des deux membres ne souhaite pas travailler avec l’autre.",
                "One of the two members does not wish to work with the other.")
        case .language(let missing): missingLanguages(missing)
        case .place(let kilometres, let radius):
            pick(
                "Trop loin\(colon)à \(self.kilometres(kilometres)), pour "
                    + "\(self.kilometres(radius)) au plus.",
                "Too far: \(self.kilometres(kilometres)) away, for "
                    + "\(self.kilometres(radius)) at most.")
        case .notAtDistance:
            pick(
                "N’accepte pas le travail à distance, seul possible ici.",
                "Does not accept work at a distance, the only way here.")
        case .dates(let asked, let free): tooFewDays(asked, free)
        case .mandatorySkill(let skill, let asked, let held):
            unmetSkill(label(of: skill, in: skills), asked, held)
        case .certifications(let missing): missingCertifications(missing)
        case .price(let highest, let asked, let perHour):
            pick(
                "Trop cher\(colon)\(rate(asked, perHour: perHour)), pour \(money(highest)) au plus.",
                "Too expensive: \(rate(asked, perHour: perHour)), for \(money(highest)) at most.")
        case .exchange:
            pick(
                "Aucune forme d’échange en commun (don, temps ou argent).",
                "No kind of exchange in common (gift, time or money).")
        case .balance(let hours, let room): overdrawn(hours, room)
        case .noConsent:
            pick(
                "N’a pas donné son accord pour les réponses groupées.",
                "Has not agreed to be put forward in joint bids.")
        case .declined:
            pick(
                "Déjà décliné, et rien n’a changé depuis.",
                "Already declined, and nothing has changed since.")
        }
    }

    private func missingLanguages(_ codes: [String]) -> String {
        let names = codes.map { languageName($0) }
        switch language {
        case .french:
            return names.count == 1
                ? "Ne parle pas \(names[0])."
                : "Ne parle ni " + names.joined(separator: " ni ") + "."
        case .english:
            return "Does not speak " + names.joined(separator: " or ") + "."
        }
    }

    private func tooFewDays(_ asked: Double, _ free: Double) -> String {
        if free <= 0 {
            return pick(
                "Aucun jour libre à ces dates, pour \(days(asked)) à faire.",
                "No free day on these dates, for \(days(asked)) of work.")
        }
        return pick(
            "Libre \(days(free)) seulement à ces dates, pour \(days(asked)) à faire.",
            "Free \(days(free)) only on these dates, for \(days(asked)) of work.")
    }

    private func unmetSkill(_ label: String, _ asked: Level?, _ held: Level?) -> String {
        let name = quoted(label)
        let start = pick("Compétence obligatoire", "Mandatory skill") + colon
        guard let asked else {
            return start + pick("\(name) n’est pas mentionné.", "\(name) is not mentioned.")
        }
        guard let held else {
            return start
                + pick(
                    "\(name) n’est pas mentionné au niveau\(Wording.space)\(asked).",
                    "\(name) is not mentioned at level\(Wording.space)\(asked).")
        }
        return start
            + pick(
                "\(name) au niveau\(Wording.space)\(held), pour \(asked) demandé.",
                "\(name) at level\(Wording.space)\(held), for \(asked) asked.")
    }

    private func missingCertifications(_ missing: [String]) -> String {
        let names = list(missing.map { typographic($0) })
        return missing.count == 1
            ? pick("Certification absente", "Certification missing") + colon + names + "."
            : pick("Certifications absentes", "Certifications missing") + colon + names + "."
    }

    private func overdrawn(_ asked: Double, _ room: Double) -> String {
        if room <= 0 {
            return pick(
                "Le compte temps de l’un des deux a atteint sa limite.",
                "The time account of one of the two has reached its limit.")
        }
        return pick(
            "Les comptes temps n’admettent plus que \(hours(room)), pour \(quantity(asked)) "
                + (isSingular(asked) ? "demandée." : "demandées."),
            "The time accounts only have room for \(hours(room)), for \(quantity(asked)) asked.")
    }
}
