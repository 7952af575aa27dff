internal import Foundation
internal import Market

/// How many candidates of a market hold each skill.
struct SkillStatistics: Sendable, Hashable {
    let candidates: Int
    let holders: [Skill.ID: Int]

    /// Rarity of a skill, above 0: the square of its inverse document frequency.
    func rarity(of skill: Skill.ID) -> Float {
        let told = log(1 + (Double(candidates) + 1) / (Double(holders[skill] ?? 0) + 1))
        return Float(told * told)
    }
}
