public import Market

extension Wording {
    /// The reasons for a pair as plain sentences, the most telling first.
    ///
    /// A sentence says only what its signal's evidence holds; a score or a nearness is never in it.
    /// What is missing comes last, and keeps its place where `limit` allows at least two. They are for
    /// coordinators (``Audience``).
    ///
    /// - Parameters:
    ///   - signals: Signals of the pair, each kind at most once.
    ///   - skills: Labels of the skills that the evidence names; an id stands for an absent one.
    ///   - limit: Most sentences wanted.
    public func reasons(
        for signals: [Signal], skills: [Skill.ID: Skill], limit: Int = .max
    ) -> [String] {
        guard limit > 0 else { return [] }
        let ordered = signals.enumerated().sorted { left, right in
            let one = left.element.weight * left.element.value
            let other = right.element.weight * right.element.value
            return one != other ? one > other : left.offset < right.offset
        }
        var reasons: [String] = []
        var missing: String?
        for (_, signal) in ordered {
            if case .skills(let coverage) = signal.evidence {
                reasons += metSkills(coverage, skills) + mentionedSkills(coverage, skills)
                missing = missingSkills(coverage, skills)
            } else if let reason = reason(for: signal) {
                reasons.append(reason)
            }
        }
        guard let missing else { return Array(reasons.prefix(limit)) }
        if limit == 1 { return reasons.isEmpty ? [missing] : [reasons[0]] }
        return reasons.prefix(limit - 1) + [missing]
    }

    /// The terms of a pair, a sentence each: days, then price.
    public func terms(_ signals: [Signal], to audience: Audience) -> [String] {
        [SignalKind.dates, .price].compactMap { kind in
            signals.first { $0.kind == kind }.flatMap { term($0, to: audience) }
        }
    }
}
