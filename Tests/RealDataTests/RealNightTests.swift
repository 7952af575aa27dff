import NightSupport
import Testing

/// A whole night, twice, on 2,000 consultants, 300 missions and 86 real consultations: one network
/// for both tests, so that the model reads its texts once. Of the pairs of one need in twenty it is
/// looked whether retrieval lost any: each is explained by itself.
@Suite struct RealNightTests {
    @Test func aNightOnRealInputHoldsItsPromisesAndTheSecondIsEmpty() async throws {
        try await withNetwork(
            DrawnNetwork(consultants: 2_000, missions: 300, seed: 20_261_123), from: .real()
        ) { folder in
            try await runTwice(["missions", "tenders"], on: folder) { summaries, conninfo in
                try NightPromises.check(summaries, in: conninfo, tenders: 86, suggestionsMin: 150)
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
