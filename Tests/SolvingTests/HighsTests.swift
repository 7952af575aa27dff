import Foundation
import Market
import Solving
import TestSupport
import Testing

/// The models that were solved, solved again by HiGHS.
///
/// A hundred tenders of 2 to 8 lots with 12 to 200 members. What both prove must be equal. The time
/// that one model may take is short, so that the whole stays near a minute; ENTREMISE_HIGHS_SECONDS
/// sets another, for both.
@Suite struct HighsTests {
    private struct Answer: Decodable {
        let file: String
        let status: String
        let objective: Double?
        let seconds: Double
    }

    @Test(.timeLimit(.minutes(60)))
    func `HiGHS comes to the same optimum wherever both prove one`() throws {
        let environment = ProcessInfo.processInfo.environment
        let seconds = environment["ENTREMISE_HIGHS_SECONDS"].flatMap(Double.init) ?? 1
        let folder = FileManager.default.temporaryDirectory.appending(path: "highs-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }

        var models: [String: BidModelFile] = [:]
        for number in 0..<100 {
            var random = SeededGenerator(seed: UInt64(30_000 + number))
            let members = Int((12 * pow(200.0 / 12, Double(number) / 99)).rounded())
            let problem = BidProblem.network(
                members: members, lots: 2 + number % 7, using: &random)
            let limits = FormLimits(seconds: 3 * seconds, nodes: 1_000_000)
            for (place, model) in try bidModels(problem, limits: limits).enumerated() {
                let name = "\(1_000 + number)-\(place)-\(model.objective.rawValue).mps"
                try Data(model.mps.utf8).write(to: folder.appending(path: name))
                models[name] = model
            }
        }
        let answers = try Self.answers(in: folder, seconds: seconds)
        #expect(answers.count == models.count)

        var (proven, ours, theirs) = (0, 0.0, 0.0)
        var ratios: [Double] = []
        for answer in answers {
            let model = try #require(models[answer.file])
            #expect(answer.status != "unreadable")
            // Every model has a solution, if only that nothing is bid for.
            #expect(answer.status != "Infeasible" || model.found == nil, "\(answer.file)")
            guard model.isProven, let found = model.found, let optimum = answer.objective else {
                continue
            }
            #expect(Double(found) == optimum.rounded(), "\(answer.file)")
            proven += 1
            ours += model.seconds
            theirs += answer.seconds
            ratios.append(model.seconds / max(1e-4, answer.seconds))
        }
        ratios.sort()
        print(
            "HiGHS: \(models.count) models of 100 tenders, \(proven) proven by both and equal;",
            "\(models.values.count { $0.isProven }) by CBC,",
            "\(answers.count { $0.objective != nil }) by HiGHS;",
            "CBC \(ours.rounded()) s, HiGHS \(theirs.rounded()) s,",
            "median ratio \(ratios.isEmpty ? 0 : ratios[ratios.count / 2])")
        // Without some hundreds proven by both, nothing would have been compared.
        #expect(proven * 2 > models.count)
    }

    private static func answers(in folder: URL, seconds: Double) throws -> [Answer] {
        let python = packageRoot.appending(path: "var/highs/bin/python").path
        try #require(
            FileManager.default.isExecutableFile(atPath: python),
            "\(python) is missing: run jobs/setup --tests")
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "solve_with_highs.py").path
        // Two processes share the files out.
        let outputs = (0..<2).map { folder.appending(path: "answers-\($0).txt") }
        let processes = try outputs.enumerated().map { part, output in
            let process = Process()
            process.executableURL = URL(filePath: python)
            process.arguments = [script, folder.path, "\(seconds)", "\(part)", "2", output.path]
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            return process
        }
        for process in processes {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        let data = try outputs.map { try Data(contentsOf: $0) }.reduce(Data(), +)
        return try String(decoding: data, as: UTF8.self).split(separator: "\n").map {
            try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
        }
    }
}
