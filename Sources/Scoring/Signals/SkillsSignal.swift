internal import Market

/// Skills: share of the skills asked that skills held cover, rare ones counting more.
enum SkillsSignal: PairSignal {
    static let kind = SignalKind.skills
    static let isContent = true
    static let shippedWeight = 0.10

    static func value(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent, in scorer: Scorer
    ) -> Double {
        let holdings = scorer.skills.holdings(of: candidate)
        guard !need.asked.isEmpty, !holdings.isEmpty else { return .nan }
        return need.asked.coverage(by: holdings)
    }

    /// How each skill asked is met. A skill that is held is named itself, at its highest level, even
    /// where it is so far below the one asked that a neighbour contributes more.
    static func evidence(
        _ need: PreparedNeed, _ candidate: Int, value: Double, in scorer: Scorer
    ) -> Evidence? {
        let skills = scorer.skills
        let holdings = skills.holdings(of: candidate)
        return .skills(
            need.asked.asked.indices.map { index in
                let asked = need.asked.asked[index]
                let best = need.asked.best(for: index, among: holdings)
                let same = holdings.filter { $0.skill == asked.skill }
                    .max { $0.effectiveLevel < $1.effectiveLevel }
                let holding = same ?? best.holding.map { holdings[$0] }
                return SkillCoverage(
                    asked: skills.ids[asked.skill],
                    askedLevel: asked.level == 0 ? nil : asked.level,
                    mandatory: asked.mandatory, held: holding.map { skills.ids[$0.skill] },
                    heldLevel: holding.flatMap { $0.level == 0 ? nil : $0.level },
                    nearness: same == nil ? Double(best.nearness) : 1, met: Double(best.met))
            })
    }
}
