package import Market

/// What people read of a hard rule, in one language.
package struct RuleText: Sendable, Hashable {
    /// What it is called on a page: `compétences obligatoires`.
    package let name: String
    /// What is the matter with those that it excluded; the same for one and for many: `hors de
    /// portée`.
    package let state: String
}

/// What people read of a pair that fails a hard rule, in one language.
package struct ExclusionText: Sendable, Hashable {
    /// What the rule found.
    package let sentence: String
    /// What would have to change for the pair to pass; nil where nothing that people could change
    /// would.
    package let remedy: String?
}

/// What is said of hard rules, and of pairs that fail one.
package protocol ExclusionSentences: Sentences {
    func text(of rule: Exclusion.Rule) -> RuleText

    var ownNeed: ExclusionText { get }
    var refusal: ExclusionText { get }
    func missingLanguages(_ names: [String]) -> ExclusionText
    /// - Parameter least: The smallest radius that would do.
    func tooFar(_ distance: Double, radius: Double, least: Double) -> ExclusionText
    var notAtDistance: ExclusionText { get }
    /// - Parameters:
    ///   - free: Days free, 0 for none.
    ///   - more: Days that are missing.
    func tooFewDays(_ free: Double, asked: Double, more: Double) -> ExclusionText
    /// - Parameter level: The level asked, if any.
    func unmentionedSkill(_ name: String, level: Level?) -> ExclusionText
    func tooLowLevel(_ held: Level, of name: String, asked: Level) -> ExclusionText
    func missingCertifications(_ names: [String]) -> ExclusionText
    func tooExpensive(_ asked: Money, limit: Money, perHour: Bool) -> ExclusionText
    var noExchangeInCommon: ExclusionText { get }
    /// - Parameter room: Hours that both accounts admit; 0 for none.
    func overdrawn(_ asked: Double, room: Double) -> ExclusionText
    /// - Parameter asked: Topics of the request, quoted.
    func noTopicInCommon(_ asked: [String]) -> ExclusionText
    var noConsent: ExclusionText { get }
    var declined: ExclusionText { get }
    var declinedLately: ExclusionText { get }
    /// That the platform rules a pair out, without the point: a reason may follow.
    var ruledOut: String { get }

    /// What has to change for a declined pair to come back: `l’un des deux côtés change`.
    var eitherSideChanges: String { get }
    /// `elle ne reviendra que si …`
    func staysAway(until change: String) -> String
    func staysAway(forDays count: Int) -> String
    /// `elle ne revient que si …`.
    func returns(once change: String) -> String
    func returns(daysLater count: Int) -> String
}
