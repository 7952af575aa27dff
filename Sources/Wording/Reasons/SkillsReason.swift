internal import Market

extension SignalDifference { static let skills = 0.2 }

extension Wording {
    var skillsSignal: SignalText {
        SignalText(
            name: pick("compétences", "skills"), nameWithArticle: pick("les compétences", "skills"))
    }

    /// From which nearness on a skill held is named as close to the one asked.
    static let namedNearness = 0.5

    /// What is held of the skills asked, then what comes close; a sentence each.
    func metSkills(_ coverage: [SkillCoverage], _ skills: [Skill.ID: Skill]) -> [String] {
        let coverage = coverage.asked
        let held = coverage.filter { $0.held == $0.asked && reaches($0) }
        let short = coverage.filter { $0.held == $0.asked && !reaches($0) }
        let close = coverage.filter(isClose)
        var sentences: [String] = []
        if !held.isEmpty {
            let items = held.map { label(of: $0.asked, in: skills) + levels($0) }
            sentences.append(heldCount(held.count, of: coverage.count) + colon + list(items) + ".")
        }
        if !short.isEmpty {
            let items = short.map { label(of: $0.asked, in: skills) + levels($0) }
            sentences.append(
                pick("Niveau inférieur à celui demandé", "Below the level asked") + colon
                    + list(items) + ".")
        }
        if !close.isEmpty {
            let items = close.map { item in
                let held = quoted(label(of: item.held ?? item.asked, in: skills))
                let asked = quoted(label(of: item.asked, in: skills))
                return pick("\(held) pour \(asked)", "\(held) for \(asked)")
            }
            sentences.append(pick("Proche", "Close") + colon + list(items) + ".")
        }
        return sentences
    }

    /// What the profile does not name, nor anything close to it.
    func missingSkills(_ coverage: [SkillCoverage], _ skills: [Skill.ID: Skill]) -> String? {
        let missing = coverage.filter { $0.held != $0.asked && !isClose($0) && $0.mention == nil }
        guard !missing.isEmpty else { return nil }
        let items = missing.map { item in
            label(of: item.asked, in: skills)
                + (item.mandatory ? pick(" (obligatoire)", " (mandatory)") : "")
        }
        return pick("Ne mentionne pas", "Does not mention") + colon
            + items.joined(separator: ", ") + "."
    }

    func isClose(_ item: SkillCoverage) -> Bool {
        item.held != nil && item.held != item.asked && item.nearness >= Wording.namedNearness
            && item.mention == nil
    }

    func reaches(_ item: SkillCoverage) -> Bool {
        HeldSkill(skill: item.asked, level: item.heldLevel).reaches(item.askedLevel)
    }

    private func heldCount(_ held: Int, of asked: Int) -> String {
        switch (held, asked) {
        case (1, 1): pick("A la compétence demandée", "Has the skill asked")
        case (2, 2): pick("A les deux compétences demandées", "Has both skills asked")
        case _ where held == asked:
            pick("A les \(asked) compétences demandées", "Has all \(asked) skills asked")
        default:
            pick(
                "A \(held) des \(asked) compétences demandées",
                "Has \(held) of the \(asked) skills asked")
        }
    }

    /// ` (niveau 5 pour 4 demandé)`, ` (niveau 5)`, ` (niveau non précisé pour 2 demandé)`.
    private func levels(_ item: SkillCoverage) -> String {
        let held = item.heldLevel.map { pick("niveau", "level") + Wording.space + "\($0)" }
        guard let asked = item.askedLevel else { return held.map { " (\($0))" } ?? "" }
        return pick(
            " (\(held ?? "niveau non précisé") pour \(asked) demandé)",
            " (\(held ?? "level not given") for \(asked) asked)")
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
                    : pick("d’autres compétences demandées", "other skills asked"))
        }
        guard missing.count < 2 else { return wishes }
        let short = coverage.filter { $0.held == $0.asked && !reaches($0) }
        if let first = short.first {
            let label = quoted(label(of: first.asked, in: skills))
            wishes.append(
                first.heldLevel == nil
                    ? pick("un niveau indiqué pour \(label)", "a level given for \(label)")
                    : pick("un niveau plus élevé pour \(label)", "a higher level in \(label)"))
        }
        return wishes
    }
}
