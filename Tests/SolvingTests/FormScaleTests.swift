import Foundation
import Solving
import TestSupport
import Testing

/// Tenders of 6 lots with 100 members, each proved best in all that is wanted, and how long it takes
/// by the clock and of the processor, which a busy machine does not stretch.
///
/// ENTREMISE_FORM_TENDERS sets how many, 3 by default: a third of them from each of three seeds.
@Suite(.serialized) struct FormScaleTests {
    @Test(.timeLimit(.minutes(60)))
    func `tenders of six lots with a hundred members are proved best`() throws {
        let environment = ProcessInfo.processInfo.environment
        let count = max(1, environment["ENTREMISE_FORM_TENDERS"].flatMap(Int.init) ?? 3)
        var (seconds, processor, proven): ([Double], [Double], Int) = ([], [], 0)
        for number in 0..<count {
            let seed = 40_000 + number % 3 * 1_000 + number / 3
            var random = SeededGenerator(seed: UInt64(seed))
            let problem = BidProblem.network(members: 100, lots: 6, using: &random)
            var models: [BidModelFile] = []
            let began = Self.processorSeconds
            let took = try ContinuousClock().measure {
                models = try bidModels(problem, limits: .ample)
            }
            processor.append(Self.processorSeconds - began)
            seconds.append(took / .seconds(1))
            let isProven = models.count >= 5 && models.allSatisfy(\.isProven)
            #expect(isProven, "tender \(seed)")
            if isProven { proven += 1 }
            let stages = models.map { "\($0.objective.rawValue) \(Self.rounded($0.seconds))" }
            print("tender \(seed): \(took), \(stages.joined(separator: ", "))")
        }
        seconds.sort()
        processor.sort()
        print(
            "form: \(proven) of \(count) tenders of 6 lots with 100 members proven,",
            "median \(Self.rounded(seconds[count / 2])) s,",
            "longest \(Self.rounded(seconds[count - 1])) s; of the processor, with all else that",
            "runs in the process, median \(Self.rounded(processor[count / 2])) s,",
            "most \(Self.rounded(processor[count - 1])) s")
    }

    /// Seconds of the processor that this process has used so far.
    private static var processorSeconds: Double {
        Double(clock()) / Double(CLOCKS_PER_SEC)
    }

    private static func rounded(_ seconds: Double) -> Double { (seconds * 100).rounded() / 100 }
}
