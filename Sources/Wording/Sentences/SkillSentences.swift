package import Market

/// How many of some skills are held at a level that is given.
package enum GivenLevels: CaseIterable, Sendable {
    case all, some, none
}

/// What is said of skills asked and held.
package protocol SkillSentences: Sentences {
    /// A sentence; `labels` are those held, with their levels.
    func holds(_ held: Int, of asked: Int, labels: [String]) -> String
    /// A sentence.
    func belowLevel(_ labels: [String]) -> String
    /// A sentence; each pair as ``pair(held:asked:)`` makes it.
    func close(_ pairs: [String]) -> String
    /// A sentence.
    func unmentioned(_ labels: [String]) -> String
    /// A label, told to be mandatory.
    func mandatory(_ label: String) -> String
    /// `« animation de réseau » pour « animation de tiers-lieux »`
    func pair(held: String, asked: String) -> String
    /// `niveau 5`
    func level(_ held: Level) -> String
    /// `niveau 5 pour 4 demandé`
    func level(_ held: Level?, asked: Level) -> String

    /// `a deux des trois compétences demandées (…)`, from its parts.
    func has(_ parts: [String], you: Bool) -> String
    /// `deux des trois compétences demandées`
    func share(_ count: Int, of asked: Int) -> String
    /// The skills of ``share(_:of:)``, held below their level; `others` where some are held at it.
    func belowLevel(_ count: Int, of asked: Int, others: Bool, given: GivenLevels) -> String
    /// `une compétence proche`
    func closeSkills(isOne: Bool, isVery: Bool) -> String
    /// Names of some of many.
    func among(_ names: String) -> String
    func mentionsNone(of asked: Int, you: Bool) -> String

    /// What texts mention and nobody declared on that side: what the candidate's text says of the skills
    /// asked, what the request's text says of those held, or what both texts say. A sentence.
    func mentions(_ labels: [String], by mention: SkillMention) -> String
    /// As ``mentions(_:by:)``, as a predicate; labels are quoted.
    func mentions(_ labels: [String], by mention: SkillMention, you: Bool) -> String

    var wishForOtherSkills: String { get }
    func wishForLevel(of label: String) -> String
    func wishForHigherLevel(of label: String) -> String
}
