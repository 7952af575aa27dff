import Market
import Solving
import Testing

/// Rankings of a crowd; `solving-benchmark rank` makes larger ones and prints what they take.
@Suite struct RankScaleTests {
    @Test(arguments: [0, 0.15])
    func `300 needs among 2,000 members are ranked near the bound`(diversity: Double) {
        let ranking = RankCrowd(needs: 300, members: 2_000, matches: 50).ranked(
            by: RankRules(
                perNeed: 10, perCandidate: 5, attention: 20, exposure: 14, diversity: diversity,
                stability: 0.02))
        #expect(ranking.trade.bound >= ranking.trade.objective)
        #expect(ranking.trade.objective >= 0.97 * ranking.trade.bound)
    }
}
