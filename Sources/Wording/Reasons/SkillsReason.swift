internal import Market

extension SignalDifference { static let skills = 0.2 }

extension Wording {
    /// From which nearness on a skill held is named as close to the one asked.
    static let namedNearness = 0.5

    /// What is held of the skills asked, then what comes close; a sentence each.
    func metSkills(_ coverage: [SkillCoverage], _ skills: [Skill.ID: Skill]) -> [String] {
        let coverage = coverage.asked
        let held = coverage.filter { $0.held == $0.asked && reaches($0) }
        let short = coverage.filter { $0.held == $0.asked && !reaches($0) }
        let close = coverage.filter(isClose)
        func levelled(_ items: [SkillCoverage]) -> [String] {
            items.map { label(of: $0.asked, in: skills) + levels($0) }
        }
        var met: [String] = []
        if !held.isEmpty {
            met.append(
                sentences.holds(held.count, of: coverage.count, labels: levelled(held)))
        }
        if !short.isEmpty { met.append(sentences.belowLevel(levelled(short))) }
        if !close.isEmpty { met.append(sentences.close(close.map { pair($0, skills) })) }
        return met
    }

    /// What the profile does not name, nor anything close to it.
    func missingSkills(_ coverage: [SkillCoverage], _ skills: [Skill.ID: Skill]) -> String? {
        let missing = coverage.filter { $0.held != $0.asked && !isClose($0) && $0.mention == nil }
        guard !missing.isEmpty else { return nil }
        return sentences.unmentioned(
            missing.map { item in
                let label = label(of: item.asked, in: skills)
                return item.mandatory ? sentences.mandatory(label) : label
            })
    }

    /// A skill held and the one asked that it comes close to.
    func pair(_ item: SkillCoverage, _ skills: [Skill.ID: Skill]) -> String {
        sentences.pair(
            held: label(of: item.held ?? item.asked, in: skills),
            asked: label(of: item.asked, in: skills))
    }

    func isClose(_ item: SkillCoverage) -> Bool {
        item.held != nil && item.held != item.asked && item.nearness >= Wording.namedNearness
            && item.mention == nil
    }

    func reaches(_ item: SkillCoverage) -> Bool {
        HeldSkill(skill: item.asked, level: item.heldLevel).reaches(item.askedLevel)
    }

    /// ` (niveau 5 pour 4 demandé)`, ` (niveau 5)`, ` (niveau non précisé pour 2 demandé)`.
    private func levels(_ item: SkillCoverage) -> String {
        if let asked = item.askedLevel {
            return " (\(sentences.level(item.heldLevel, asked: asked)))"
        }
        return item.heldLevel.map { " (\(sentences.level($0)))" } ?? ""
    }

    /// Skills that are missing first, mandatory ones before; then those short of their level.
    func skillsWishes(
        _ coverage: [SkillCoverage], _ skills: [Skill.ID: Skill]
    ) -> [String] {
        let coverage = coverage.filter { $0.mention == nil }
        let missing = coverage.filter { $0.held != $0.asked }
        let ordered = missing.filter(\.mandatory) + missing.filter { !$0.mandatory }
        var wishes = ordered.prefix(2).map { quoted(label(of: $0.asked, in: skills)) }
        if missing.count > 2 {
            wishes.append(
                missing.count == 3
                    ? quoted(label(of: ordered[2].asked, in: skills))
                    : sentences.wishForOtherSkills)
        }
        guard missing.count < 2 else { return wishes }
        let short = coverage.filter { $0.held == $0.asked && !reaches($0) }
        if let first = short.first {
            let label = label(of: first.asked, in: skills)
            wishes.append(
                first.heldLevel == nil
                    ? sentences.wishForLevel(of: label)
                    : sentences.wishForHigherLevel(of: label))
        }
        return wishes
    }
}
