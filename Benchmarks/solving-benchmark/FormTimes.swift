internal import Foundation
internal import Solving
internal import TestSupport

/// How long it takes to prove bids for tenders of 6 lots with 100 members best, by the clock and of
/// the processor, which a busy machine does not stretch.
struct FormTimes {
    /// A third of them from each of three seeds.
    let tenders: Int

    func print() throws {
        var (seconds, processor, proven): ([Double], [Double], Int) = ([], [], 0)
        for number in 0..<tenders {
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
            if models.count >= 5, models.allSatisfy(\.isProven) { proven += 1 }
            let stages = models.map { "\($0.objective.rawValue) \(Self.rounded($0.seconds))" }
            Swift.print("tender \(seed): \(took), \(stages.joined(separator: ", "))")
        }
        seconds.sort()
        processor.sort()
        Swift.print(
            "form: \(proven) of \(tenders) tenders of 6 lots with 100 members proven,",
            "median \(Self.rounded(seconds[tenders / 2])) s,",
            "longest \(Self.rounded(seconds[tenders - 1])) s; of the processor",
            "median \(Self.rounded(processor[tenders / 2])) s,",
            "most \(Self.rounded(processor[tenders - 1])) s")
    }

    /// Seconds of the processor that this process has used so far.
    private static var processorSeconds: Double {
        Double(clock()) / Double(CLOCKS_PER_SEC)
    }

    private static func rounded(_ seconds: Double) -> Double { (seconds * 100).rounded() / 100 }
}
