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

    /// Half of those who are eligible are retrieved.
    @Test func whereHalfIsLeftOut() async throws {
        let jobs = try shippedJobs(retrieving: 200)
        defer { try? FileManager.default.removeItem(at: jobs) }
        try await withNetwork(
            DrawnNetwork(consultants: 800, missions: 60, seed: 20_261_124),
            from: .invented(tenders: 2)
        ) { folder in
            try await checkNothingLost(
                in: folder, jobs: ["missions"], leavingSomeOut: ["missions"], jobsIn: jobs)
        }
    }
}
