internal import Market

/// The skills that one need asks, ready to be held against any candidate.
struct AskedSkills: Sendable {
    let asked: [Asked]
    /// For each skill asked, its nearness to every skill of the table, row after row.
    private let nearness: [Float]
    private let width: Int

    /// A skill asked, by number, with its share of the need.
    struct Asked: Sendable {
        let skill: Int
        /// Lowest level asked; 0: any.
        let level: Int
        /// Rarity times weight asked; the shares of a need add up to 1.
        let share: Float
        let mandatory: Bool
    }

    /// - Parameter rows: Nearness of each skill asked, in the order of the need, to every skill of
    ///   the table; 1 to itself.
    init(of need: Need, in table: SkillTable, rows: [Float]) {
        let known = need.skills.compactMap { skill in
            table.number(of: skill.skill).map { (skill, $0) }
        }
        let weights = known.map { table.rarity[$1] * Float(max($0.weight, 0)) }
        let total = weights.reduce(0, +)
        asked = zip(known, weights).map { pair, weight in
            Asked(
                skill: pair.1, level: pair.0.level ?? 0,
                share: total > 0 ? weight / total : 1 / Float(known.count),
                mandatory: pair.0.mandatory)
        }
        width = table.count
        nearness = rows
        precondition(rows.count == asked.count * width, "one row for each skill asked")
    }

    var isEmpty: Bool { asked.isEmpty }

    /// How much of a skill counts when its level is `short` levels below the one asked.
    static func fit(short: Int) -> Float {
        short <= 0 ? 1 : max(0.25, 1 - 0.25 * Float(short))
    }

    /// What the closest holding contributes to one skill asked, and which it is.
    func best(
        for index: Int, among holdings: ArraySlice<SkillTable.Holding>
    ) -> (met: Float, nearness: Float, holding: Int?) {
        var best: (met: Float, nearness: Float, holding: Int?) = (0, 0, nil)
        let row = index * width
        let level = asked[index].level
        for position in holdings.indices {
            let holding = holdings[position]
            let near = nearness[row + holding.skill]
            guard near > 0 else { continue }
            let met = near * AskedSkills.fit(short: level - holding.effectiveLevel)
            if met > best.met || (met == best.met && near > best.nearness) {
                best = (met, near, position)
            }
        }
        return best
    }

    /// Share of the need that the holdings cover, 0 … 1.
    ///
    /// - Complexity: O(skills asked × skills held); nothing is allocated.
    func coverage(by holdings: ArraySlice<SkillTable.Holding>) -> Double {
        var covered: Float = 0
        for index in asked.indices {
            covered += asked[index].share * best(for: index, among: holdings).met
        }
        return Double(min(covered, 1))
    }

    /// The first mandatory skill at or after `index` that no holding reaches.
    ///
    /// - Parameters:
    ///   - index: Where to begin.
    ///   - holdings: What is held.
    ///   - mentioned: Skills whose mention is enough, as if they were held at no level said.
    func unmetMandatory(
        from index: Int = 0, among holdings: ArraySlice<SkillTable.Holding>,
        beside mentioned: [SkillTable.Holding]
    ) -> Int? {
        for index in asked.indices.dropFirst(index) where asked[index].mandatory {
            let wanted = asked[index]
            func reaches(_ holding: SkillTable.Holding) -> Bool {
                holding.skill == wanted.skill && holding.effectiveLevel >= max(wanted.level, 1)
            }
            if !holdings.contains(where: reaches), !mentioned.contains(where: reaches) {
                return index
            }
        }
        return nil
    }
}
