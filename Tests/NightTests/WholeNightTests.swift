import Foundation
import NightSupport
import TestSupport
import Testing

/// A whole night, twice, on the sample network and on one that is drawn from invented matter.
@Suite struct WholeNightTests {
    @Test func aNightOnTheSampleHoldsItsPromisesAndTheSecondIsEmpty() async throws {
        try await runTwice(
            ["missions", "tenders"], on: Checkout.root.appending(path: "config/sample")
        ) { summaries, conninfo in
            try NightPromises.check(summaries, in: conninfo, tenders: 8, suggestionsMin: 40)
        }
    }

    @Test func aNightOnADrawnNetworkHoldsItsPromisesAndTheSecondIsEmpty() async throws {
        try await withNetwork(
            DrawnNetwork(consultants: 300, missions: 60, seed: 20_261_123),
            from: .invented(tenders: 12)
        ) { folder in
            try await runTwice(["missions", "tenders"], on: folder) { summaries, conninfo in
                try NightPromises.check(summaries, in: conninfo, tenders: 12, suggestionsMin: 100)
            }
        }
    }
}
