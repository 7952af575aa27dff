import Foundation
import NightSupport
import TestSupport
import Testing

/// Judging the candidates that are retrieved finds what judging every pair finds.
@Suite struct NothingLostTests {
    @Test func onTheSampleNetwork() async throws {
        try await checkNothingLost(
            in: Checkout.root.appending(path: "config/sample"),
            jobs: ["missions", "services", "tenders"])
    }

    /// Half of those who are eligible are retrieved, of the network that `WholeNightTests` draws.
    @Test func whereHalfIsLeftOut() async throws {
        let jobs = try shippedJobs(retrieving: 75)
        defer { try? FileManager.default.removeItem(at: jobs) }
        try await withNetwork(
            DrawnNetwork(consultants: 300, missions: 60, seed: 20_261_123),
            from: .invented(tenders: 12)
        ) { folder in
            try await checkNothingLost(
                in: folder, jobs: ["missions"], leavingSomeOut: ["missions"], jobsIn: jobs)
        }
    }
}
