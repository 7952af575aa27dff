internal import Market
internal import Wording

/// A suggestion as it was recorded, its signals without their evidence, with why in each language and
/// the skills that texts only mention.
struct SuggestionJSON: Encodable {
    let suggestion: Suggestion
    let skills: [Skill.ID: Skill]

    private enum Key: CodingKey { case signals, why, better, mentioned }

    private struct Part: Encodable {
        let kind: SignalKind
        let value: Double
        let weight: Double
    }

    /// A skill that is mentioned, and by whom: the candidate, the need or both.
    private struct Mention: Encodable {
        let skill: Skill.ID
        let by: SkillMention
    }

    private var mentioned: [Mention] {
        suggestion.signals.flatMap { signal -> [Mention] in
            guard case .skills(let coverage) = signal.evidence else { return [] }
            return coverage.compactMap { item in
                item.mention.map { Mention(skill: item.asked, by: $0) }
            }
        }
    }

    func encode(to encoder: any Encoder) throws {
        try suggestion.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        let signals = suggestion.signals
        try container.encode(
            signals.map { Part(kind: $0.kind, value: $0.value, weight: $0.weight) },
            forKey: .signals)
        if !mentioned.isEmpty { try container.encode(mentioned, forKey: .mentioned) }
        let languages = signals.isEmpty ? [] : Language.allCases
        let why = languages.map { ($0, Wording($0).why(signals, skills: skills)) }
        try container.encode(
            byLanguage(Dictionary(uniqueKeysWithValues: why)), forKey: .why)
        let better = languages.compactMap { language in
            Wording(language).better(signals, skills: skills).map { (language, $0) }
        }
        try container.encode(
            byLanguage(Dictionary(uniqueKeysWithValues: better)), forKey: .better)
    }
}
