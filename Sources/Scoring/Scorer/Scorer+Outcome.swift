public import Market
internal import Wording

extension Scorer {
    /// What a run found for one need; where nobody is suggested, with the reason in both languages.
    ///
    /// - Parameters:
    ///   - need: Index of the need in the snapshot.
    ///   - matches: What ``matches(progress:)`` found.
    ///   - suggested: How many candidates the run suggests.
    public func outcome(need: Int, in matches: Matches, suggested: Int) -> NeedOutcome {
        let tally = matches.tallies[need]
        var reason: [Language: String] = [:]
        if suggested == 0 {
            for language in Language.allCases {
                reason[language] = Wording(language).nobody(
                    considered: tally.considered, eligible: tally.eligible,
                    aboveFloor: matches.perNeed[need].count, excluded: tally.excluded)
            }
        }
        return NeedOutcome(
            need: matches.needs[need].id, title: matches.needs[need].title,
            considered: tally.considered, eligible: tally.eligible, suggested: suggested,
            excluded: tally.excluded, reason: reason)
    }
}
