internal import Foundation
internal import Solving
internal import TestSupport

/// Where `jobs/highs` puts HiGHS.
let highsLibrary = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "var/highsbox/libhighs.so").path

/// CBC alone beside HiGHS alone, on the same tenders: which one should lead.
struct SolverTimes {
    let tenders: Int

    func print() throws {
        for solver in Solvers.Name.allCases {
            let limits = FormLimits(
                seconds: 60, nodes: 1_000_000, solvers: Solvers(only: solver, highs: highsLibrary))
            var (seconds, proven, models): ([Double], Int, Int) = ([], 0, 0)
            for number in 0..<tenders {
                var random = SeededGenerator(seed: UInt64(60_000 + number))
                let problem = BidProblem.network(
                    members: [12, 30, 60, 100][number % 4], lots: 2 + number / 4 % 5,
                    using: &random)
                let began = ContinuousClock.now
                do {
                    let solved = try bidModels(problem, limits: limits)
                    models += solved.count
                    proven += solved.count { $0.isProven }
                } catch {
                    Swift.print("tender \(60_000 + number): \(solver.rawValue): \(error)")
                }
                seconds.append((ContinuousClock.now - began) / .seconds(1))
            }
            seconds.sort()
            Swift.print(
                "\(solver.rawValue): \(proven) of \(models) models of \(tenders) tenders proven,",
                "\(rounded(seconds.reduce(0, +))) s in all, median",
                "\(rounded(seconds[tenders / 2])) s, longest \(rounded(seconds[tenders - 1])) s")
        }
        Swift.print("failures: \(SolverTally.current.failures)")
    }

    private func rounded(_ seconds: Double) -> Double { (seconds * 100).rounded() / 100 }
}
