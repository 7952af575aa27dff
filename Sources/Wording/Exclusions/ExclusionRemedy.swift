public import Market

extension Wording {
    /// What would have to change for a pair to pass a hard rule: one sentence; nil where nothing
    /// that people could change would.
    public func remedy(for exclusion: Exclusion, skills: [Skill.ID: Skill]) -> String? {
        switch exclusion {
        case .ownNeed, .refusal: nil
        case .language(let missing):
            takes(list(missing.map { languageName($0) }))
                + pick(" parmi les langues du profil.", " among the languages of the profile.")
        case .place(let kilometres, _):
            pick(
                "Il faudrait un rayon d’au moins \(self.kilometres(kilometres.rounded(.up))), ou une "
                    + "demande qui admette le travail à distance.",
                "It would take a radius of at least \(self.kilometres(kilometres.rounded(.up))), or "
                    + "a request that allows work at a distance.")
        case .notAtDistance:
            pick(
                "Il faudrait que le profil accepte le travail à distance.",
                "The profile would have to accept work at a distance.")
        case .dates(let asked, let free):
            pick(
                "Il faudrait \(days(missing(asked, free))) de plus à ces dates, ou d’autres dates.",
                "It would take \(days(missing(asked, free))) more on these dates, or other dates.")
        case .mandatorySkill(let skill, let asked, _):
            takes(quoted(label(of: skill, in: skills)) + atLevel(asked))
                + pick(
                    " dans le profil, ou une demande qui ne l’exige pas.",
                    " in the profile, or a request that does not demand it.")
        case .certifications(let missing):
            takes(list(missing.map { quoted(typographic($0)) }))
                + pick(
                    " parmi les certifications du profil.",
                    " among the certifications of the profile.")
        case .price(let highest, _, let perHour):
            pick(
                "Il faudrait \(rate(highest, perHour: perHour)) au plus, ou un prix prévu plus élevé.",
                "It would take \(rate(highest, perHour: perHour)) at most, or a higher price "
                    + "planned.")
        case .exchange:
            pick(
                "Il faudrait que les deux acceptent un même échange\(colon)don, temps ou argent.",
                "Both would have to accept the same exchange: gift, time or money.")
        case .balance:
            pick(
                "Il faudrait de la place sur les deux comptes temps, ou un autre échange.",
                "It would take room on both time accounts, or another exchange.")
        case .noConsent:
            pick(
                "Il faudrait son accord pour les réponses groupées.",
                "It would take their consent to joint bids.")
        case .declined:
            pick(
                "La suggestion reviendra quand la demande ou le profil aura changé.",
                "The suggestion returns when the request or the profile has changed.")
        }
    }

    private func takes(_ what: String) -> String {
        pick("Il faudrait ", "It would take ") + what
    }

    private func missing(_ asked: Double, _ free: Double) -> Double {
        (max(0.5, asked - max(free, 0)) * 2).rounded(.up) / 2
    }

    private func atLevel(_ level: Level?) -> String {
        level.map {
            pick(" au niveau\(Wording.space)\($0)", " at level\(Wording.space)\($0)")
        } ?? ""
    }
}
