import Solving
import TestSupport
import Testing

/// A tender of the size of real ones; `solving-benchmark form` proves larger ones and prints what
/// they take.
@Suite struct FormScaleTests {
    @Test func `a tender of three lots with thirty members is proved best`() throws {
        var random = SeededGenerator(seed: 40_000)
        let problem = BidProblem.network(members: 30, lots: 3, using: &random)
        let models = try bidModels(problem, limits: .ample)
        #expect(models.count >= 5)
        #expect(models.allSatisfy { $0.isProven })
    }
}
