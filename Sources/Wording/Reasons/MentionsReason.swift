internal import Market

/// Skills that a text mentions and nobody declared on that side: said as such, and never as held.
extension Wording {
    /// What is mentioned, as sentences: of the skills asked, of those that the request mentions, of both.
    func mentionedSkills(
        _ coverage: [SkillCoverage], _ skills: [Skill.ID: Skill]
    ) -> [String] {
        func labels(_ mention: SkillMention) -> [String] {
            coverage.filter { $0.mention == mention }.map { label(of: $0.asked, in: skills) }
        }
        func sentence(_ start: String, _ labels: [String]) -> String? {
            labels.isEmpty ? nil : start + colon + labels.joined(separator: ", ") + "."
        }
        return [
            sentence(
                pick("Mentionne, sans le déclarer", "Mentions, without declaring it"),
                labels(.candidate)),
            sentence(
                pick("Déclare ce que mentionne la demande", "Declares what the request mentions"),
                labels(.need)),
            sentence(pick("Mentionné des deux côtés", "Mentioned on both sides"), labels(.both)),
        ].compactMap(\.self)
    }

    /// What is mentioned, as a predicate; nil where nothing is. Two labels at most.
    func mentions(
        _ coverage: [SkillCoverage], _ skills: [Skill.ID: Skill], to audience: Audience
    ) -> String? {
        let you = audience == .candidate
        func labels(_ mention: SkillMention) -> String? {
            let found = coverage.filter { $0.mention == mention }.prefix(2)
                .map { quoted(label(of: $0.asked, in: skills)) }
            return found.isEmpty ? nil : list(Array(found))
        }
        let verb = pick(you ? "mentionnez" : "mentionne", you ? "mention" : "mentions")
        if let asked = labels(.candidate) {
            return "\(verb) \(asked)" + pick(" comme demandé", " as asked")
        }
        if let named = labels(.need) {
            return pick(
                "\(you ? "déclarez" : "déclare") \(named) dont parle la demande",
                "\(you ? "declare" : "declares") \(named) that the request mentions")
        }
        return labels(.both).map {
            "\(verb) \($0)" + pick(" comme la demande", " as the request does")
        }
    }
}
