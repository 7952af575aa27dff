/// Occupations and skills with their names, as a public register publishes them: ESCO, ROME.
///
/// A title or a skill that bears one of a concept's names is known by all of its names then, in both
/// languages, and by its description.
public struct Thesaurus: Sendable, Hashable {
    /// Ascending by scheme, then by id.
    public var concepts: [Concept]
    /// SHA-256, in hexadecimal, of each scheme's content.
    public var versions: [Concept.Scheme: String]

    public init(concepts: [Concept] = [], versions: [Concept.Scheme: String] = [:]) {
        self.concepts = concepts
        self.versions = versions
    }
}

/// An occupation or a skill of a thesaurus.
public struct Concept: Sendable, Hashable, Codable {
    /// Who publishes it.
    public enum Scheme: String, Sendable, Hashable, Codable, CaseIterable {
        /// European Skills, Competences, Qualifications and Occupations, European Commission.
        case esco
        /// Répertoire opérationnel des métiers et des emplois, France Travail.
        case rome
    }

    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case occupation, skill
    }

    public let scheme: Scheme
    /// URI of ESCO, code of ROME (`M1805`; a competence: its OGR number).
    public let id: String
    public let kind: Kind
    /// Names, the preferred one first.
    public let labels: [Language: [String]]
    public let descriptions: [Language: String]

    public init(
        scheme: Scheme, id: String, kind: Kind, labels: [Language: [String]],
        descriptions: [Language: String] = [:]
    ) {
        self.scheme = scheme
        self.id = id
        self.kind = kind
        self.labels = labels
        self.descriptions = descriptions
    }
}

/// That an occupation needs a skill, by their ids in one scheme.
public struct ConceptRelation: Sendable, Hashable {
    public let occupation: String
    public let skill: String
    /// Whether the occupation cannot do without it.
    public let isEssential: Bool

    public init(occupation: String, skill: String, isEssential: Bool) {
        self.occupation = occupation
        self.skill = skill
        self.isEssential = isEssential
    }
}
