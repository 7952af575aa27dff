/// A competence with its labels.
public struct Skill: Sendable, Hashable, Codable, Identifiable {
    public let id: String
    public let french: String
    public let english: String
    /// Other labels of the same skill, in French.
    public let frenchAlternatives: [String]
    /// Other labels of the same skill, in English.
    public let englishAlternatives: [String]

    public init(
        id: String, french: String, english: String, frenchAlternatives: [String] = [],
        englishAlternatives: [String] = []
    ) {
        self.id = id
        self.french = french
        self.english = english
        self.frenchAlternatives = frenchAlternatives
        self.englishAlternatives = englishAlternatives
    }

    /// The label in the reader's language; empty where there is none.
    public func label(in language: Language) -> String {
        if language == .french { return french }
        return language == .english ? english : ""
    }

    /// The label in the reader's language, or else in another; the id where there is none.
    public func anyLabel(for language: Language) -> String {
        ([language] + Language.allCases).lazy.map { label(in: $0) }.first { !$0.isEmpty } ?? id
    }
}

/// A level of skill, 1 (notions) to 5 (a reference in the trade).
public typealias Level = Int

/// A skill that a need asks for.
public struct AskedSkill: Sendable, Hashable, Codable {
    public let skill: Skill.ID
    /// Lowest level asked, 1–5; nil: any.
    public let level: Level?
    /// How much it counts among the skills asked, above 0.
    public let weight: Double
    /// Whether nobody without it, at its level, is to be suggested.
    public let mandatory: Bool
    /// Days of work of that skill, where the need counts them (a tender's lot).
    public let days: Double?

    public init(
        skill: Skill.ID, level: Level? = nil, weight: Double = 1, mandatory: Bool = false,
        days: Double? = nil
    ) {
        self.skill = skill
        self.level = level
        self.weight = weight
        self.mandatory = mandatory
        self.days = days
    }
}

/// A skill that a candidate holds.
public struct HeldSkill: Sendable, Hashable, Codable {
    public let skill: Skill.ID
    /// Level held, 1–5; nil: not said.
    public let level: Level?
    /// Years of practice, if known.
    public let years: Double?

    public init(skill: Skill.ID, level: Level? = nil, years: Double? = nil) {
        self.skill = skill
        self.level = level
        self.years = years
    }

    /// Whether a minimum level is reached; a level that was not said reaches levels up to 3.
    public func reaches(_ minimum: Level?) -> Bool {
        (level ?? 3) >= (minimum ?? 1)
    }
}
