internal import Market

/// Mandatory skills: the candidate holds each at its level or above. A level that was not said
/// reaches levels up to 3. Where the job says so, a skill that the candidate's texts mention counts as
/// one of no level.
struct SkillsRule: HardRule {
    static let name = Exclusion.Rule.skills

    // MARK: Table form

    private let holders: InvertedIndex
    /// For each need the indexes of the skills, with their levels, that it makes mandatory.
    private let mandatory: [[Int]]

    /// A skill with the level at which a need makes it mandatory.
    private struct Requirement: Hashable {
        let skill: Int
        let level: Int
    }

    init(_ columns: RuleColumns) {
        let skills = columns.scorer.skills
        var indexes: [Requirement: Int] = [:]
        var levels: [Int: [(level: Int, index: Int)]] = [:]
        mandatory = columns.needs.map { need in
            need.skills.filter(\.mandatory).compactMap { asked in
                guard let skill = skills.number(of: asked.skill) else { return nil }
                let required = Requirement(skill: skill, level: max(asked.level ?? 0, 1))
                if let known = indexes[required] { return known }
                let index = indexes.count
                levels[skill, default: []].append((required.level, index))
                indexes[required] = index
                return index
            }
        }
        var lists = [[Int32]](repeating: [], count: indexes.count)
        for (row, candidate) in columns.order.enumerated() where !indexes.isEmpty {
            func add(_ holding: SkillTable.Holding) {
                for (level, index) in levels[holding.skill] ?? []
                where holding.effectiveLevel >= level && lists[index].last != Int32(row) {
                    lists[index].append(Int32(row))
                }
            }
            for holding in skills.holdings(of: candidate) { add(holding) }
            for holding in columns.scorer.mentions.sufficing(of: candidate) { add(holding) }
        }
        holders = InvertedIndex(lists, among: columns.count)
    }

    func exclude(from eligible: inout EligibleBits, need: Int) {
        for requirement in mandatory[need] { holders.keepHolders(of: requirement, in: &eligible) }
    }

    // MARK: Pair form

    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        need.asked.unmetMandatory(
            among: scorer.skills.holdings(of: candidate),
            beside: scorer.mentions.sufficing(of: candidate)) != nil
    }

    /// One for each skill that is not met.
    static func failures(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Exclusion] {
        let holdings = scorer.skills.holdings(of: candidate)
        var failures: [Exclusion] = []
        var next = 0
        let mentioned = scorer.mentions.sufficing(of: candidate)
        while let unmet = need.asked.unmetMandatory(
            from: next, among: holdings, beside: mentioned)
        {
            let asked = need.asked.asked[unmet]
            let levels = holdings.lazy.filter { $0.skill == asked.skill }.map(\.level)
            let held = levels.max().flatMap { $0 == 0 ? nil : $0 }
            failures.append(
                .mandatorySkill(
                    skill: scorer.skills.ids[asked.skill],
                    asked: asked.level == 0 ? nil : asked.level, held: held))
            next = unmet + 1
        }
        return failures
    }
}
