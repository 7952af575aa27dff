internal import Market

/// Skills: share of the skills asked that skills held cover, rare ones counting more; and a little more
/// for skills that a side's texts mention and the other side knows.
enum SkillsSignal: PairSignal {
    static let kind = SignalKind.skills
    static let isContent = true
    static let shippedWeight = 0.10

    /// What mentions add is added to what is not covered: they never make a pair worse. Where nothing
    /// was declared to be compared, it is added to what the texts say.
    static func value(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent, in scorer: Scorer
    ) -> Double {
        let holdings = scorer.skills.holdings(of: candidate)
        let covered =
            need.asked.isEmpty || holdings.isEmpty ? .nan : need.asked.coverage(by: holdings)
        let added = scorer.mentions.added(need: need.index, candidate: candidate)
        guard added > 0 else { return covered }
        let ground = covered.isNaN ? scorer.fusion.mean(of: content) : covered
        return ground + (1 - ground) * added
    }

    /// How each skill asked is met, then what the need's texts mention. A skill that is held is named
    /// itself, at its highest level, even where it is so far below the one asked that a neighbour
    /// contributes more. Of somebody who declares nothing, only what is mentioned is told.
    static func evidence(
        _ need: PreparedNeed, _ candidate: Int, value: Double, in scorer: Scorer
    ) -> Evidence? {
        let skills = scorer.skills
        let holdings = skills.holdings(of: candidate)
        let shared = scorer.mentions.shared(need: need.index, candidate: candidate)
        let mentioned = Set(shared.lazy.filter { $0.by == .candidate }.map(\.skill))
        var coverage = need.asked.asked.indices.compactMap { index -> SkillCoverage? in
            let asked = need.asked.asked[index]
            let id = skills.ids[asked.skill]
            let isMentioned = mentioned.contains(id)
            guard isMentioned || !holdings.isEmpty else { return nil }
            let best = need.asked.best(for: index, among: holdings)
            let same = holdings.filter { $0.skill == asked.skill }
                .max { $0.effectiveLevel < $1.effectiveLevel }
            let holding = same ?? best.holding.map { holdings[$0] }
            return SkillCoverage(
                asked: id, askedLevel: asked.level == 0 ? nil : asked.level,
                mandatory: asked.mandatory, held: holding.map { skills.ids[$0.skill] },
                heldLevel: holding.flatMap { $0.level == 0 ? nil : $0.level },
                nearness: same == nil ? Double(best.nearness) : 1, met: Double(best.met),
                mention: isMentioned ? .candidate : nil)
        }
        for (id, mention) in shared where mention != .candidate {
            let held = skills.number(of: id).flatMap { number in
                holdings.filter { $0.skill == number }.max { $0.level < $1.level }
            }
            coverage.append(
                SkillCoverage(
                    asked: id, askedLevel: nil, mandatory: false,
                    held: mention == .need ? id : nil,
                    heldLevel: held.flatMap { $0.level == 0 ? nil : $0.level }, nearness: 1,
                    met: 0, mention: mention))
        }
        return .skills(coverage)
    }
}
