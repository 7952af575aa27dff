internal import Foundation
internal import Market

/// How many candidates of a market hold each skill.
struct SkillStatistics: Sendable, Hashable {
    let candidates: Int
    let holders: [Skill.ID: Int]
    /// How many candidates hold or mention each skill that texts mention.
    let knowers: [Skill.ID: Int]

    /// Rarity of a skill, above 0: the square of its inverse document frequency.
    func rarity(of skill: Skill.ID) -> Float {
        let told = log(1 + (Double(candidates) + 1) / (Double(holders[skill] ?? 0) + 1))
        return Float(told * told)
    }

    /// What a mention of a skill adds at most, by how rare it is among candidates: what everybody mentions
    /// adds little.
    func mentionStrength(of skill: Skill.ID, most: Double) -> Float {
        let all = Double(candidates) + 1
        let told = log(1 + all / (Double(knowers[skill] ?? 0) + 1)) / log(1 + all)
        return Float(most * told * told)
    }
}
