public import Market

extension Wording {
    /// What would have made a pair better: one short sentence; nil where little is lacking.
    ///
    /// First what could have added most to the score: the skills that are missing or short of their
    /// level, the distance, the days, the price; three things at most. All but skills are told only
    /// where they are worse than in the usual pair.
    ///
    /// - Parameters:
    ///   - signals: Signals of the pair, each kind at most once.
    ///   - skills: Labels of the skills that the evidence names; an id stands for an absent one.
    public func better(_ signals: [Signal], skills: [Skill.ID: Skill]) -> String? {
        let ordered = signals.enumerated().filter { isWanting($0.element) }
            .sorted { one, other in
                let (left, right) = (
                    SignalDifference.room(one.element), SignalDifference.room(other.element)
                )
                return left != right ? left > right : one.offset < other.offset
            }
        let wishes = ordered.lazy.map { self.wishes(for: $0.element, skills) }
            .filter { !$0.isEmpty }.prefix(2).flatMap(\.self).prefix(3)
        guard !wishes.isEmpty else { return nil }
        return pick("Ce serait mieux avec ", "It would be better with ") + list(Array(wishes)) + "."
    }

    private func isWanting(_ signal: Signal) -> Bool {
        SignalDifference.room(signal) >= 0.02
            && (signal.kind == .skills || SignalDifference.contribution(signal) < 0)
    }

    /// What a signal lacks, as nouns.
    private func wishes(for signal: Signal, _ skills: [Skill.ID: Skill]) -> [String] {
        switch signal.evidence {
        case .skills(let coverage): return skillWishes(coverage, skills)
        case .meaning(let nearness):
            return nearness < 0.4
                ? [pick("un profil plus proche de la demande", "a profile closer to the request")]
                : []
        case .words: return []
        case .place(let kilometres, _, _, let atDistance):
            guard let kilometres else {
                return atDistance ? [] : [pick("du travail à distance", "work at a distance")]
            }
            guard kilometres >= 10 else { return [] }
            return [
                pick("un trajet plus court", "a shorter trip") + " (\(self.kilometres(kilometres)))"
            ]
        case .dates(let asked, let free, _):
            guard let asked, let free, free < asked else { return [] }
            return [pick("plus de jours libres", "more free days")]
        case .price(let highest, let asked, _):
            return asked > highest
                ? [pick("un prix dans la limite prévue", "a price within the limit planned")]
                : [pick("un prix plus bas", "a lower price")]
        case .language: return []
        case .balance(let hours, let canGive, _, _):
            return hours > canGive
                ? [pick("de la place sur son compte temps", "room on the time account")] : []
        }
    }

    /// Skills that are missing first, mandatory ones before; then those short of their level.
    private func skillWishes(
        _ coverage: [SkillCoverage], _ skills: [Skill.ID: Skill]
    ) -> [String] {
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
