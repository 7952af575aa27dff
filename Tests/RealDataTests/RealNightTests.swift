import NightSupport
import Testing

/// A whole night, twice, on 2,000 consultants, 300 missions and 86 real consultations: one network
/// for both tests, so that the model reads its texts once. What a night promises holds however long
/// it looks for a bid; half a second a consultation leaves some of the largest unproven, as ten do. One
/// need in twenty is checked for pairs that retrieval lost.
@Suite struct RealNightTests {
    @Test func aNightOnRealInputHoldsItsPromisesAndTheSecondIsEmpty() async throws {
        try await withNetwork(
            DrawnNetwork(consultants: 2_000, missions: 300, seed: 20_261_123), from: .real()
        ) { folder in
            try await runTwice(
                ["missions", "tenders"], on: folder, settings: ["ENTREMISE_SOLVE_SECONDS": "0.5"]
            ) { summaries, conninfo in
                try NightPromises.check(summaries, in: conninfo, tenders: 86, suggestionsMin: 301)
            }
        }
    }

    @Test func whatIsRetrievedOfTwoThousandConsultantsLosesNothing() async throws {
        try await withNetwork(
            DrawnNetwork(consultants: 2_000, missions: 300, seed: 20_261_123), from: .real()
        ) { folder in
            try await checkNothingLost(
                in: folder, jobs: ["missions", "tenders"], leavingSomeOut: ["missions"],
                everyNeedBy: 20)
        }
    }
}
