public import Market

/// Chooses whom to suggest for each need of a job, from its matches: see
/// ``rank(_:needIDs:candidateIDs:members:rules:history:likeness:)``. Places are those of the
/// matches' needs and candidates.
public func rank(
    _ matches: Matches, rules: RankRules, history: ProposalHistory = ProposalHistory(),
    likeness: Likeness? = nil
) -> Ranking {
    rank(
        matches.pairings, needIDs: matches.needs.map(\.id),
        candidateIDs: matches.candidates.map(\.id), members: matches.candidates.map(\.member),
        rules: rules, history: history,
        likeness: likeness)
}

extension Likeness {
    /// The share of skills that two candidates have in common, of those who match a need.
    public static func skills(in matches: Matches) -> Likeness {
        skills(of: matches.candidates, at: matches.perNeed.lazy.joined().lazy.map(\.candidate))
    }
}

extension Matches {
    /// All matches as a problem's pairs.
    var pairings: some Collection<Pairing> {
        perNeed.lazy.joined().lazy.map {
            Pairing(need: $0.need, candidate: $0.candidate, score: $0.score)
        }
    }
}
