public import Market

extension Wording {
    /// What a hard rule is called on a page: `propre demande`, `compétences obligatoires` …
    public func name(of rule: Exclusion.Rule) -> String { sentences.text(of: rule).name }

    /// What is the matter with those that a rule excluded: `hors de portée`; the same for one and
    /// for many.
    func state(_ rule: Exclusion.Rule) -> String { sentences.text(of: rule).state }

    /// Why a pair is no match: one sentence of what the rule found.
    public func sentence(for exclusion: Exclusion, skills: [Skill.ID: Skill]) -> String {
        text(of: exclusion, skills).sentence
    }

    /// What would have to change for a pair to pass a hard rule: one sentence; nil where nothing
    /// that people could change would.
    public func remedy(for exclusion: Exclusion, skills: [Skill.ID: Skill]) -> String? {
        text(of: exclusion, skills).remedy
    }

    private func text(of exclusion: Exclusion, _ skills: [Skill.ID: Skill]) -> ExclusionText {
        switch exclusion {
        case .ownNeed: sentences.ownNeed
        case .refusal: sentences.refusal
        case .language(let missing):
            sentences.missingLanguages(missing.map { languageName($0) })
        case .place(let distance, let radius):
            sentences.tooFar(distance, radius: radius, least: distance.rounded(.up))
        case .notAtDistance: sentences.notAtDistance
        case .dates(let asked, let free):
            sentences.tooFewDays(
                max(free, 0), asked: asked,
                more: (max(0.5, asked - max(free, 0)) * 2).rounded(.up) / 2)
        case .mandatorySkill(let skill, let asked, let held):
            unmetSkill(label(of: skill, in: skills), asked, held)
        case .certifications(let missing):
            sentences.missingCertifications(missing.map { typographic($0) })
        case .price(let highest, let asked, let perHour):
            sentences.tooExpensive(asked, limit: highest, perHour: perHour)
        case .exchange: sentences.noExchangeInCommon
        case .balance(let hours, let room): sentences.overdrawn(hours, room: max(room, 0))
        case .topics(let asked): sentences.noTopicInCommon(asked.map { quoted($0) })
        case .noConsent: sentences.noConsent
        case .declined: sentences.declined
        case .declinedLately: sentences.declinedLately
        case .excluded(let reason): ruledOut(reason)
        }
    }

    private func unmetSkill(_ name: String, _ asked: Level?, _ held: Level?) -> ExclusionText {
        guard let asked, let held else {
            return sentences.unmentionedSkill(name, level: asked)
        }
        return sentences.tooLowLevel(held, of: name, asked: asked)
    }

    /// The platform's own reason follows where it gives one in the reader's language.
    private func ruledOut(_ reason: [Language: String]) -> ExclusionText {
        let why = reason[language].map(Wording.printed) ?? ""
        let sentence = why.isEmpty ? sentences.ruledOut : sentences.ruledOut + colon + why
        let isWhole = sentence.last.map { ".!?…".contains($0) } ?? false
        return ExclusionText(sentence: isWhole ? sentence : sentence + ".", remedy: nil)
    }
}

extension Wording {
    /// How long a pair that was declined stays away: one sentence.
    public func pairStaysAway(_ term: Decline.Term) -> String {
        capitalised(staysAway(term, until: sentences.eitherSideChanges)) + "."
    }

    /// How long what was declined stays away: `elle ne reviendra que si …`.
    ///
    /// - Parameters:
    ///   - term: How long the decline stands.
    ///   - change: What has to change where it stands until then.
    public func staysAway(_ term: Decline.Term, until change: String) -> String {
        switch term {
        case .untilChanged: sentences.staysAway(until: change)
        case .days(let count): sentences.staysAway(forDays: count)
        }
    }

    /// How long what was declined before stays away: `elle ne revient que si …`.
    ///
    /// - Parameters:
    ///   - term: How long the decline stands.
    ///   - change: What has to change where it stands until then.
    public func returns(after term: Decline.Term, once change: String) -> String {
        switch term {
        case .untilChanged: sentences.returns(once: change)
        case .days(let count): sentences.returns(daysLater: count)
        }
    }
}
