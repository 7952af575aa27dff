import Foundation
import Solving
import TestSupport
import Testing

/// Tenders of 6 lots with 100 members, each proved best in all that is wanted, and how long it takes.
///
/// ENTREMISE_FORM_TENDERS sets how many, 3 by default.
@Suite struct FormScaleTests {
    @Test(.timeLimit(.minutes(60)))
    func `tenders of six lots with a hundred members are proved best`() throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["ENTREMISE_FORM_TENDERS"].flatMap(Int.init) ?? 3
        var seconds: [Double] = []
        for number in 0..<count {
            var random = SeededGenerator(seed: UInt64(40_000 + number))
            let problem = BidProblem.network(members: 100, lots: 6, using: &random)
            let clock = ContinuousClock()
            var models: [BidModelFile] = []
            let took = try clock.measure { models = try bidModels(problem, limits: .ample) }
            seconds.append(took / .seconds(1))
            #expect(models.count >= 5 && models.allSatisfy(\.isProven), "tender \(number)")
            let stages = models.map {
                "\($0.objective.rawValue) \(($0.seconds * 100).rounded() / 100)"
            }
            print("tender \(number): \(took), \(stages.joined(separator: ", "))")
        }
        seconds.sort()
        print(
            "form: \(count) tenders of 6 lots with 100 members, median",
            "\((seconds[count / 2] * 100).rounded() / 100) s, longest",
            "\(((seconds.last ?? 0) * 100).rounded() / 100) s")
    }
}
