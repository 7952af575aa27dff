import Market
import Scoring
import Testing

struct AutomaticFloorTests {
    private let half = MatchFloor.automatic(precision: 0.5)

    @Test func aNumberStaysWhateverTheMarket() {
        #expect(MatchFloor.number(0.35).chosen(forBests: [0.9, 0.1]) == 0.35)
        #expect(MatchFloor.number(0).chosen(forBests: []) == 0)
    }

    @Test func aMarketWithoutNeedsHasTheUsualFloor() {
        #expect(half.chosen(forBests: []) == 0.24)
    }

    @Test func whoComesFirstIsRightAsOftenAsAskedInTheMean() {
        let bests = (0..<20_000).map { Double($0) / 20_000 * 0.7 }
        let floor = half.chosen(forBests: bests)
        let shown = bests.filter { $0 >= floor }
        #expect(abs(floor - 0.3) < 0.01)
        #expect(shown.reduce(0, +) / Double(shown.count) >= 0.499)
    }

    @Test(arguments: [0.0, 0.05, 0.5, 1.0])
    func itStaysWithinFourAndSixTenthsOfWhatIsAsked(score: Double) {
        for count in [1, 10, 1_000, 100_000] {
            let floor = half.chosen(forBests: Array(repeating: score, count: count))
            #expect(0.2...0.3 ~= floor)
        }
    }

    @Test func moreIsAskedTheHigherItIs() {
        let bests = (0..<500).map { Double($0) / 500 }
        let floors = [0.3, 0.5, 0.6, 0.8].map {
            MatchFloor.automatic(precision: $0).chosen(forBests: bests)
        }
        #expect(zip(floors, floors.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func matchesBelowItAreLeftOutAndItsFiguresStay() {
        let matches = Matches(
            needs: [Need(id: "n", title: "n"), Need(id: "m", title: "m")],
            candidates: [Candidate(id: "a", title: "a"), Candidate(id: "b", title: "b")],
            perNeed: [
                [
                    Match(need: 0, candidate: 0, score: 0.9, fused: 0.5),
                    Match(need: 0, candidate: 1, score: 0.15, fused: 0.2),
                ], [],
            ],
            tallies: [NeedTally(considered: 2, eligible: 2), NeedTally(considered: 2, eligible: 2)])
        let above = matches.above(half)
        #expect(above.perNeed.map(\.count) == [1, 0])
        #expect(above.floor?.precision == 0.5)
        #expect(above.floor.map { abs($0.best - 0.9) < 1e-6 } == true)
        #expect(above.floor?.quartiles.count == 3)
    }
}
