public import Market

extension Wording {
    /// Why nobody is suggested for a need: one or two sentences for a coordinator.
    ///
    /// - Parameters:
    ///   - considered: Candidates looked at.
    ///   - eligible: Those that pass every hard rule.
    ///   - aboveFloor: Those whose score reaches the floor as well.
    ///   - excluded: How many each rule excluded, each candidate counted once.
    public func nobody(
        considered: Int, eligible: Int, aboveFloor: Int, excluded: [Exclusion.Rule: Int]
    ) -> String {
        guard considered > 0 else { return sentences.noCandidate }
        let why = exclusionCounts(excluded)
        if eligible == 0 {
            return sentences.nobodyEligible(among: considered)
                + (why.isEmpty ? "." : colon + why + ".")
        }
        let first =
            aboveFloor > 0
            ? sentences.suitableElsewhere(aboveFloor) : sentences.notCloseEnough(eligible)
        guard !why.isEmpty else { return first + "." }
        return first + ". " + sentences.asForOthers + colon + why + "."
    }

    /// Why nobody new is suggested for a need that enough people have heard of.
    ///
    /// - Parameter notified: How many have, as many as allowed or more; 1 or more.
    public func contactCapReached(notified: Int) -> String {
        sentences.contactCapReached(notified)
    }

    /// What the rules excluded, the most first: `12 trop loin, 3 sans assez de jours libres`.
    public func exclusionCounts(_ excluded: [Exclusion.Rule: Int]) -> String {
        let rules = Exclusion.Rule.allCases
        let ordered = rules.filter { excluded[$0, default: 0] > 0 }.enumerated().sorted {
            let one = excluded[$0.element, default: 0]
            let other = excluded[$1.element, default: 0]
            return one != other ? one > other : $0.offset < $1.offset
        }
        return list(
            ordered.map {
                number(Double(excluded[$0.element, default: 0])) + " " + state($0.element)
            })
    }
}
