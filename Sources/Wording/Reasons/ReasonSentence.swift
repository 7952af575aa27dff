public import Market

extension Wording {
    /// Why a pair was brought together, as somebody of the trade would say it: one sentence.
    ///
    /// It tells the skills that are met, the same or close ones, and then, of all other signals,
    /// the two that set the pair most apart from the usual one. A sentence says only what its
    /// signals show; what is lacking is said by ``better(_:skills:to:)``.
    ///
    /// - Parameters:
    ///   - signals: Signals of the pair, each kind at most once.
    ///   - skills: Labels of the skills that the evidence names; an id stands for an absent one.
    ///   - audience: Who hears it.
    ///   - isBelowFloor: Whether the pair is too weak to be suggested: only then may the sentence say
    ///     that little speaks for it.
    public func why(
        _ signals: [Signal], skills: [Skill.ID: Skill], to audience: Audience = .coordinators,
        isBelowFloor: Bool = false
    ) -> String {
        let coverage = signals.lazy.compactMap { signal -> [SkillCoverage]? in
            if case .skills(let coverage) = signal.evidence { coverage } else { nil }
        }.first
        let met = coverage.flatMap { self.skillsMet($0, skills, to: audience) }
        let found = telling(signals, beside: coverage).compactMap {
            clause(for: $0, skills: coverage.map { labels(of: $0, in: skills) } ?? [], to: audience)
        }.prefix(2)
        let mentioned = coverage.flatMap { mentions($0, skills, to: audience) }
        let asked = coverage?.asked ?? []
        let unmet =
            met == nil && mentioned == nil && !asked.isEmpty
            ? unmetSkills(asked, to: audience) : nil
        // What is suggested is near, whatever else there is to say.
        let isNearAlone = met == nil && mentioned == nil && found.isEmpty && !isBelowFloor
        let you = audience == .candidate
        let told =
            isNearAlone
            ? [sentences.isAmongTheClosest(you: you)] : [mentioned].compactMap(\.self) + found
        if let unmet, !told.isEmpty {
            return sentence(sentences.contrast(unmet, with: list(told)), to: audience)
        }
        let clauses = [met ?? unmet].compactMap(\.self) + told
        guard !clauses.isEmpty else { return sentences.littleInCommon }
        // A comma keeps two skills joined by “and” apart from what follows them.
        if clauses.count == 2, let met, hasTwoParts(coverage ?? []) {
            return sentence(sentences.addition(met, of: clauses[1]), to: audience)
        }
        return sentence(list(clauses), to: audience)
    }

    private func sentence(_ predicate: String, to audience: Audience) -> String {
        switch audience {
        case .coordinators, .owner: capitalised(predicate) + "."
        case .candidate: sentences.toCandidate(predicate) + "."
        }
    }

    /// Signals but skills that speak for the pair, the most telling first.
    ///
    /// Where half of the skills are held, nearness of texts and words in common say nothing more.
    private func telling(_ signals: [Signal], beside coverage: [SkillCoverage]?) -> [Signal] {
        let asked = coverage?.asked ?? []
        let held = asked.count { $0.held == $0.asked }
        let isCovered = held > 0 && 2 * held >= asked.count
        let ordered = signals.enumerated().filter { _, signal in
            switch signal.kind {
            case .skills: false
            case .meaning, .words: !isCovered && SignalDifference.contribution(signal) > 0
            default: SignalDifference.contribution(signal) > 0
            }
        }.sorted { one, other in
            let (left, right) = (
                SignalDifference.contribution(one.element),
                SignalDifference.contribution(other.element)
            )
            return left != right ? left > right : one.offset < other.offset
        }
        return ordered.map(\.element)
    }

    private func labels(of coverage: [SkillCoverage], in skills: [Skill.ID: Skill]) -> [String] {
        coverage.flatMap { [$0.asked, $0.held].compactMap(\.self) }.map {
            label(of: $0, in: skills)
        }
    }
}
