import Scoring
import Testing

struct ProbabilityModelTests {
    private let sums = stride(from: 0.01, through: 1, by: 0.01).map { ($0 * 100).rounded() / 100 }

    @Test(arguments: [0.3, 0.75, 1], [0, 3, 40])
    func theScoreRisesWithTheSumOfSignalsAndStaysAChance(share: Double, skills: Int) {
        let likelihood = ProbabilityModel(contentShare: share, candidates: 2_000)
        let scores = sums.map { likelihood.score(fused: $0, skills: skills) }
        #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 < $1 || $1 > 0.999_999 })
        #expect(scores.allSatisfy { $0 > 0 && $0 <= 1 })
        #expect(likelihood.score(fused: 0, skills: skills) == 0)
    }

    @Test func amongTenTimesAsManyCandidatesTheOddsAreATenth() {
        func odds(_ candidates: Int) -> Double {
            let score = ProbabilityModel(contentShare: 1, candidates: candidates)
                .score(fused: 0.6, skills: 2)
            return score / (1 - score)
        }
        #expect(abs(odds(900) / odds(9_000) - 10) < 1e-3)
        #expect(odds(500) == odds(12))
        #expect(odds(10_000) == odds(1_000_000))
        #expect(odds(10_000) < odds(9_000))
    }

    @Test func moreSkillsAskedLeaveRoomForMoreAnswersUpToSix() {
        let likelihood = ProbabilityModel(contentShare: 1, candidates: 900)
        let scores = (0...8).map { likelihood.score(fused: 0.4, skills: $0) }
        #expect(zip(scores, scores.dropFirst()).prefix(6).allSatisfy { $0 < $1 })
        #expect(scores[6] == scores[7] && scores[7] == scores[8])
    }

    @Test func usualCircumstancesLeaveTheOddsAsContentMakesThem() {
        let alone = ProbabilityModel(contentShare: 1, candidates: 900)
        let with = ProbabilityModel(contentShare: 0.8, candidates: 900)
        let content = 0.5
        let usual = with.score(fused: 0.8 * content + 0.2 * 0.6, skills: 3)
        #expect(abs(usual - alone.score(fused: content, skills: 3)) < 1e-6)
        #expect(with.score(fused: 0.8 * content + 0.2, skills: 3) > usual)
    }

    @Test func whereContentWeighsNothingTheScoreIsTheSumOfSignals() {
        let likelihood = ProbabilityModel(contentShare: 0, candidates: 900)
        #expect(likelihood.score(fused: 0.37, skills: 3) == 0.37)
    }

    @Test func theBestOfASmallMarketIsToldByHowItStandsOutAndInALargeOneNothingChanges() {
        func shift(_ prominence: Double, _ rarity: Double, texts: Int) -> Double {
            ProbabilityModel(contentShare: 1, candidates: 50, texts: texts).shift(
                ProbabilityModel.Evidence(
                    content: 0.3, prominence: prominence, sharedRarity: rarity), skills: 0)
        }
        let rising = (-20...60).map { shift(Double($0) / 10, 0, texts: 90) }
        #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 < $1 })
        #expect(shift(3, 4, texts: 90) > shift(3, 0, texts: 90))
        #expect(shift(3, 4, texts: 1_500) == 0 && shift(3, 4, texts: 1_000_000) == 0)
        #expect(shift(.nan, 4, texts: 90) == 0)
        let sizes = [1, 50, 100, 200, 500, 1_000, 1_400].map {
            ProbabilityModel.smallness(texts: $0)
        }
        #expect(sizes == sizes.sorted(by: >) && sizes.first == 1)
    }
}
