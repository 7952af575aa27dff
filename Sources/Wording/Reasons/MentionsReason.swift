internal import Market

/// Skills that a text mentions and nobody declared on that side: said as such, and never as held.
extension Wording {
    private static let kinds: [SkillMention] = [.candidate, .need, .both]

    /// What is mentioned, as sentences: of the skills asked, of those that the request mentions, of both.
    func mentionedSkills(
        _ coverage: [SkillCoverage], _ skills: [Skill.ID: Skill]
    ) -> [String] {
        Self.kinds.compactMap { kind in
            let labels = coverage.filter { $0.mention == kind }
                .map { label(of: $0.asked, in: skills) }
            return labels.isEmpty ? nil : sentences.mentions(labels, by: kind)
        }
    }

    /// What is mentioned, as a predicate; nil where nothing is. Two labels at most.
    func mentions(
        _ coverage: [SkillCoverage], _ skills: [Skill.ID: Skill], to audience: Audience
    ) -> String? {
        Self.kinds.lazy.compactMap { kind -> String? in
            let labels = coverage.filter { $0.mention == kind }.prefix(2)
                .map { quoted(label(of: $0.asked, in: skills)) }
            return labels.isEmpty
                ? nil : sentences.mentions(labels, by: kind, you: audience == .candidate)
        }.first
    }
}
