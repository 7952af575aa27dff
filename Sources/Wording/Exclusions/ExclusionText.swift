public import Market

/// What people read of a hard rule, in one language.
struct RuleText {
    /// What it is called on a page.
    let name: String
    /// What is the matter with those that it excluded; the same for one and for many.
    let state: String
}

/// What people read of a pair that fails a hard rule, in one language.
struct ExclusionText {
    /// What the rule found.
    let sentence: String
    /// What would have to change for the pair to pass; nil where nothing that people could change
    /// would.
    let remedy: String?
}

/// The registry: the texts of a rule are in the file of this folder that bears its name.
extension Wording {
    private func text(of rule: Exclusion.Rule) -> RuleText {
        switch rule {
        case .ownNeed: ownNeedRule
        case .refusal: refusalRule
        case .language: languageRule
        case .place: placeRule
        case .dates: datesRule
        case .skills: skillsRule
        case .certifications: certificationsRule
        case .price: priceRule
        case .exchange: exchangeRule
        case .balance: balanceRule
        case .topics: topicsRule
        case .consent: consentRule
        case .declined: declinedRule
        case .exclusions: exclusionsRule
        }
    }

    private func text(of exclusion: Exclusion, _ skills: [Skill.ID: Skill]) -> ExclusionText {
        switch exclusion {
        case .ownNeed: ownNeed
        case .refusal: refusal
        case .language(let missing): missingLanguages(missing)
        case .place(let kilometres, let radius): tooFar(kilometres, radius)
        case .notAtDistance: notAtDistance
        case .dates(let asked, let free): tooFewDays(asked, free)
        case .mandatorySkill(let skill, let asked, let held):
            unmetSkill(label(of: skill, in: skills), asked, held)
        case .certifications(let missing): missingCertifications(missing)
        case .price(let highest, let asked, let perHour): tooExpensive(highest, asked, perHour)
        case .exchange: noExchangeInCommon
        case .balance(let hours, let room): overdrawn(hours, room)
        case .topics(let asked): noTopicInCommon(asked)
        case .noConsent: noConsent
        case .declined: declined
        case .declinedLately: declinedLately
        case .excluded(let reason): ruledOut(reason)
        }
    }

    /// What a hard rule is called on a page: `propre demande`, `compétences obligatoires` …
    public func name(of rule: Exclusion.Rule) -> String { text(of: rule).name }

    /// What is the matter with those that a rule excluded: `hors de portée`; the same for one and
    /// for many.
    func state(_ rule: Exclusion.Rule) -> String { text(of: rule).state }

    /// Why a pair is no match: one sentence of what the rule found.
    public func sentence(for exclusion: Exclusion, skills: [Skill.ID: Skill]) -> String {
        text(of: exclusion, skills).sentence
    }

    /// What would have to change for a pair to pass a hard rule: one sentence; nil where nothing
    /// that people could change would.
    public func remedy(for exclusion: Exclusion, skills: [Skill.ID: Skill]) -> String? {
        text(of: exclusion, skills).remedy
    }

    /// `Il faudrait …`
    func itWouldTake(_ what: String) -> String { pick("Il faudrait ", "It would take ") + what }
}
