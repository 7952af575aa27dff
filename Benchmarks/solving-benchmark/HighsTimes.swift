internal import Foundation
internal import Solving

/// How long CBC and HiGHS take for the models of a hundred tenders.
struct HighsTimes {
    /// What one model may take.
    let seconds: Double

    func print() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let python = root.appending(path: "var/highs/bin/python")
        guard FileManager.default.isExecutableFile(atPath: python.path) else {
            return Swift.print("\(python.path) is missing: run jobs/setup --tests")
        }
        let check = try HighsCheck(
            tenders: 100, seconds: seconds, python: python,
            script: root.appending(path: "Tests/SolvingTests/solve_with_highs.py"))
        let both = check.provenByBoth
        let differing = both.filter { answer, model in
            model.found.map(Double.init) != answer.objective?.rounded()
        }
        let ratios = both.map { $1.seconds / max(1e-4, $0.seconds) }.sorted()
        Swift.print(
            "HiGHS: \(check.models.count) models of 100 tenders, \(both.count) proven by both,",
            "\(differing.count) of them DIFFERENT;",
            "\(check.models.values.count { $0.isProven }) by CBC,",
            "\(check.answers.count { $0.objective != nil }) by HiGHS;",
            "CBC \(both.reduce(0) { $0 + $1.model.seconds }.rounded()) s,",
            "HiGHS \(both.reduce(0) { $0 + $1.answer.seconds }.rounded()) s,",
            "median ratio \(ratios.isEmpty ? 0 : ratios[ratios.count / 2])")
    }
}
