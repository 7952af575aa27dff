import Foundation
import Solving
import TestSupport
import Testing

/// The models that were solved, solved again by HiGHS; `solving-benchmark highs` does so with a
/// hundred tenders, and compares the times.
@Suite struct HighsTests {
    @Test func `HiGHS comes to the same optimum wherever both prove one`() throws {
        let python = packageRoot.appending(path: "var/highs/bin/python")
        try #require(
            FileManager.default.isExecutableFile(atPath: python.path),
            "\(python.path) is missing: run jobs/setup --tests")
        let check = try HighsCheck(
            tenders: 8, members: 12...40, seconds: 5, python: python,
            script: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "solve_with_highs.py"))
        #expect(check.answers.count == check.models.count)
        for answer in check.answers {
            let model = try #require(check.models[answer.file])
            #expect(answer.status != "unreadable")
            // Every model has a solution, if only that nothing is bid for.
            #expect(answer.status != "Infeasible" || model.found == nil, "\(answer.file)")
        }
        for (answer, model) in check.provenByBoth {
            #expect(model.found.map(Double.init) == answer.objective?.rounded(), "\(answer.file)")
        }
        // Without most of them proven by both, nothing would have been compared.
        #expect(check.provenByBoth.count * 2 > check.models.count)
    }
}
