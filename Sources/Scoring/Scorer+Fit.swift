internal import Market

extension Scorer {
    /// How well a match fits, 0 … 1, however many others there are: its signals by their weights.
    ///
    /// What a team is put together by: there somebody must do the work, and how likely it is that
    /// chance alone brought a candidate near does not matter.
    public func fit(of match: Match) -> Double {
        let need = snapshot.needs[match.need]
        return probability.fused(
            score: Double(match.score),
            skills: need.skills.count { skills.number(of: $0.skill) != nil })
    }
}
