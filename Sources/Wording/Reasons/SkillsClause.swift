internal import Market

extension Wording {
    /// Which of the skills asked are met and by what, as a predicate; nil where none is.
    func skillsMet(
        _ coverage: [SkillCoverage], _ skills: [Skill.ID: Skill], to audience: Audience
    ) -> String? {
        let coverage = coverage.asked
        let held = coverage.filter { $0.held == $0.asked && reaches($0) }
        let short = coverage.filter { $0.held == $0.asked && !reaches($0) }
        let close = coverage.filter(isClose)
        var parts: [String] = []
        if !held.isEmpty {
            parts.append(
                sentences.share(held.count, of: coverage.count) + " " + named(held, skills))
        }
        if !short.isEmpty {
            let below = sentences.belowLevel(
                short.count, of: coverage.count, others: !held.isEmpty, given: given(short))
            parts.append(below + " " + named(short, skills))
        }
        if !close.isEmpty { parts.append(neighbours(close, skills)) }
        return parts.isEmpty ? nil : sentences.has(parts, you: audience == .candidate)
    }

    /// Whether ``skillsMet(_:_:to:)`` has more than one thing to tell.
    func hasTwoParts(_ coverage: [SkillCoverage]) -> Bool {
        let coverage = coverage.asked
        let same = coverage.filter { $0.held == $0.asked }
        let kinds = [same.contains(where: reaches), !same.allSatisfy(reaches)]
        return (kinds + [coverage.contains(where: isClose)]).count(where: \.self) > 1
    }

    /// That none of the skills asked is met, as a predicate.
    func unmetSkills(_ coverage: [SkillCoverage], to audience: Audience) -> String {
        sentences.mentionsNone(of: coverage.count, you: audience == .candidate)
    }

    /// Up to three labels within parentheses.
    private func named(_ items: [SkillCoverage], _ skills: [Skill.ID: Skill]) -> String {
        let labels = apart(items.prefix(3).map { label(of: $0.asked, in: skills) })
        return inParentheses(items.count > 3 ? sentences.among(labels) : labels)
    }

    private func given(_ items: [SkillCoverage]) -> GivenLevels {
        let unstated = items.count { $0.heldLevel == nil }
        return unstated == 0 ? .all : unstated == items.count ? .none : .some
    }

    /// `une compétence proche (« animation de réseau » pour « animation de tiers-lieux »)`.
    private func neighbours(_ items: [SkillCoverage], _ skills: [Skill.ID: Skill]) -> String {
        let shown = items.sorted { $0.nearness > $1.nearness }.prefix(2)
        let what = sentences.closeSkills(
            isOne: Set(shown.map(\.held)).count == 1,
            isVery: shown.allSatisfy { $0.nearness >= 0.8 })
        return what + " " + inParentheses(list(shown.map { pair($0, skills) }))
    }
}
