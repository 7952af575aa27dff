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
            parts.append(share(held.count, of: coverage.count) + " " + named(held, skills))
        }
        if !short.isEmpty {
            let which =
                held.isEmpty
                ? share(short.count, of: coverage.count)
                : pick(
                    inWords(short.count) + (short.count == 1 ? " autre" : " autres"),
                    short.count == 1 ? "another" : inWords(short.count) + " others")
            parts.append(which + " " + below(short) + " " + named(short, skills))
        }
        if !close.isEmpty { parts.append(neighbours(close, skills)) }
        guard !parts.isEmpty else { return nil }
        return (audience == .candidate ? pick("avez ", "have ") : pick("a ", "has ")) + list(parts)
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
        let you = audience == .candidate
        return coverage.count == 1
            ? pick(
                "ne \(you ? "mentionnez" : "mentionne") pas la compétence demandée",
                "\(you ? "do" : "does") not mention the skill asked")
            : pick(
                "ne \(you ? "mentionnez" : "mentionne") aucune des \(inWords(coverage.count)) "
                    + "compétences demandées",
                "\(you ? "mention" : "mentions") none of the \(inWords(coverage.count)) skills asked"
            )
    }

    /// `les deux compétences demandées`, `deux des trois compétences demandées`.
    private func share(_ count: Int, of asked: Int) -> String {
        switch (count, asked) {
        case (1, 1): pick("la compétence demandée", "the skill asked")
        case (2, 2): pick("les deux compétences demandées", "both skills asked")
        case _ where count == asked:
            pick(
                "les \(inWords(asked)) compétences demandées",
                "all \(inWords(asked)) skills asked")
        default:
            pick(
                "\(inWords(count)) des \(inWords(asked)) compétences demandées",
                "\(inWords(count)) of the \(inWords(asked)) skills asked")
        }
    }

    /// Up to three labels within parentheses.
    private func named(_ items: [SkillCoverage], _ skills: [Skill.ID: Skill]) -> String {
        let labels = items.prefix(3).map { label(of: $0.asked, in: skills) }
        let first = items.count > 3 ? pick("dont ", "among them ") : ""
        return inParentheses(first + apart(labels))
    }

    private func below(_ items: [SkillCoverage]) -> String {
        let unstated = items.count { $0.heldLevel == nil }
        if unstated == 0 { return pick("à un niveau inférieur", "at a lower level") }
        return unstated == items.count
            ? pick("sans niveau indiqué", "with no level given")
            : pick("à un niveau inférieur ou non indiqué", "at a lower level or none given")
    }

    /// `une compétence proche (« animation de réseau » pour « animation de tiers-lieux »)`.
    private func neighbours(_ items: [SkillCoverage], _ skills: [Skill.ID: Skill]) -> String {
        let shown = items.sorted { $0.nearness > $1.nearness }.prefix(2)
        let pairs = shown.map { item in
            let held = quoted(label(of: item.held ?? item.asked, in: skills))
            let asked = quoted(label(of: item.asked, in: skills))
            return pick("\(held) pour \(asked)", "\(held) for \(asked)")
        }
        let isOne = Set(shown.map(\.held)).count == 1
        let isVery = shown.allSatisfy { $0.nearness >= 0.8 }
        let what =
            switch (isOne, isVery) {
            case (true, true): pick("une compétence très proche", "a very close skill")
            case (true, false): pick("une compétence proche", "a close skill")
            case (false, true): pick("des compétences très proches", "very close skills")
            case (false, false): pick("des compétences proches", "close skills")
            }
        return what + " " + inParentheses(list(pairs))
    }
}
