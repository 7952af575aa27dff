import Market
import NightSupport
import Testing

/// Networks that solvers were found to fail on.
@Suite struct RealBidsTests {
    @Test func aSolverThatDiesCostsNoTenderItsAnswer() async throws {
        let folder = try RealData.folder("bids/aborts")
        try await runTwice(["tenders"], on: folder, asOf: Day("2027-03-03")) { summaries, _ in
            try checkSolved(summaries, tenders: 1)
        }
    }
}
