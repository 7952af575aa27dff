internal import Market
internal import Scoring
internal import Solving

/// How long rankings of a crowd take, with and without diversity.
enum RankTimes {
    static func print() {
        for diversity in [0, 0.15] {
            solve(
                RankCrowd(needs: 300, members: 2_000, matches: 50),
                RankRules(
                    perNeed: 10, perCandidate: 5, attention: 20, exposure: 14,
                    diversity: diversity, stability: 0.02))
        }
        solve(
            RankCrowd(needs: 5_000, members: 100_000, matches: 100),
            RankRules(
                perNeed: 5, perCandidate: 5, attention: 15, exposure: 14, diversity: 0.15,
                stability: 0.02))
    }

    private static func solve(_ crowd: RankCrowd, _ rules: RankRules) {
        let began = ContinuousClock.now
        let ranking = crowd.ranked(by: rules)
        Swift.print(
            "rank \(crowd.matches.needs.count) × \(crowd.matches.candidates.count), "
                + "\(crowd.matches.count) pairs, diversity \(rules.diversity): \(ContinuousClock.now - began), "
                + "\(ranking.suggestions.count) suggestions, \(ranking.trade)")
    }
}
