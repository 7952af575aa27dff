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
        guard considered > 0 else {
            return pick(
                "Il n’y a encore aucun candidat à examiner.",
                "There is no candidate to look at yet.")
        }
        let why = exclusionCounts(excluded)
        if eligible == 0 {
            return nobodyEligible(considered) + (why.isEmpty ? "." : colon + why + ".")
        }
        let first = aboveFloor > 0 ? suitableElsewhere(aboveFloor) : notCloseEnough(eligible)
        guard !why.isEmpty else { return first + "." }
        return first + ". " + pick("Pour les autres", "As for the others") + colon + why + "."
    }

    /// Why nobody new is suggested for a need that enough people have heard of.
    ///
    /// - Parameter notified: How many have, as many as allowed or more; 1 or more.
    public func contactCapReached(notified: Int) -> String {
        let people = count(
            notified, one: pick("personne", "person"), many: pick("personnes", "people"))
        return notified == 1
            ? pick(
                "\(people), autant que permis, a déjà entendu parler de cette demande.",
                "\(people), as many as allowed, has already heard of this request.")
            : pick(
                "\(people), autant que permis, ont déjà entendu parler de cette demande.",
                "\(people), as many as allowed, have already heard of this request.")
    }

    private func nobodyEligible(_ considered: Int) -> String {
        considered == 1
            ? pick(
                "Le seul candidat ne remplit pas les conditions",
                "The only candidate does not meet the conditions")
            : pick(
                "Aucun des \(number(Double(considered))) candidats ne remplit toutes les conditions",
                "None of the \(number(Double(considered))) candidates meets every condition")
    }

    private func notCloseEnough(_ eligible: Int) -> String {
        eligible == 1
            ? pick(
                "Un candidat remplit les conditions, mais il est trop éloigné de ce qui est demandé",
                "One candidate meets the conditions, but is too far from what is asked")
            : pick(
                "\(number(Double(eligible))) candidats remplissent les conditions, mais aucun n’est "
                    + "assez proche de ce qui est demandé",
                "\(number(Double(eligible))) candidates meet the conditions, but none is close "
                    + "enough to what is asked")
    }

    private func suitableElsewhere(_ suitable: Int) -> String {
        suitable == 1
            ? pick(
                "Un candidat convient, mais il est déjà suggéré ailleurs autant que permis",
                "One candidate is suitable, but is already suggested elsewhere as often as allowed")
            : pick(
                "\(number(Double(suitable))) candidats conviennent, mais ils sont déjà suggérés "
                    + "ailleurs autant que permis",
                "\(number(Double(suitable))) candidates are suitable, but they are already "
                    + "suggested elsewhere as often as allowed")
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
