/// Whose texts only mention a skill of a pair, where somebody else declares or mentions it too.
public enum SkillMention: String, Sendable, Hashable, Codable {
    /// The need asks it; the candidate's texts mention it.
    case candidate
    /// The candidate declares it; the need's texts mention it.
    case need
    /// The texts of both mention it.
    case both
}

/// What skills that texts only mention are worth to a job.
public enum MentionUse: String, Sendable, Hashable, Codable, CaseIterable {
    /// They are not looked for.
    case ignored
    /// They add a little where both sides know the skill, and are never enough where it is mandatory.
    case adds
    /// They add as much, and are enough where a skill is mandatory, as one held at no level said.
    case suffices
}

extension Skill {
    /// A skill of a thesaurus as one of the network, under an id of its own.
    public init(_ concept: Concept) {
        let french = concept.labels[.french] ?? []
        let english = concept.labels[.english] ?? []
        self.init(
            id: "\(concept.scheme.rawValue):\(concept.id)",
            french: french.first ?? english.first ?? concept.id,
            english: english.first ?? french.first ?? concept.id)
    }

    /// Whether an id is that of a skill of a thesaurus.
    public static func isOfThesaurus(_ id: Skill.ID) -> Bool {
        Concept.Scheme.allCases.contains { id.hasPrefix($0.rawValue + ":") }
    }
}
