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
    ///   - audience: Who hears it.
    public func better(
        _ signals: [Signal], skills: [Skill.ID: Skill], to audience: Audience = .coordinators
    ) -> String? {
        let ordered = signals.enumerated().filter { isWanting($0.element) }
            .sorted { one, other in
                let (left, right) = (
                    SignalDifference.room(one.element), SignalDifference.room(other.element)
                )
                return left != right ? left > right : one.offset < other.offset
            }
        let wishes = ordered.lazy.map { self.wishes(for: $0.element, skills, to: audience) }
            .filter { !$0.isEmpty }.prefix(2).flatMap(\.self).prefix(3)
        guard !wishes.isEmpty else { return nil }
        return sentences.better(with: Array(wishes))
    }

    private func isWanting(_ signal: Signal) -> Bool {
        SignalDifference.room(signal) >= 0.02
            && (signal.kind == .skills || SignalDifference.contribution(signal) < 0)
    }
}
