import Foundation
import Solving
import TestSupport

/// The models of tenders of 2 to 8 lots, solved and then solved again by HiGHS.
struct HighsCheck {
    /// What HiGHS says of one model.
    struct Answer: Decodable {
        let file: String
        let status: String
        let objective: Double?
        let seconds: Double
    }

    /// Models by file name.
    private(set) var models: [String: BidModelFile] = [:]
    private(set) var answers: [Answer] = []

    /// - Parameters:
    ///   - tenders: How many, from small to large.
    ///   - members: Of the smallest and of the largest.
    ///   - seconds: What one model may take, here and there.
    ///   - python: A Python that has `highspy`.
    ///   - script: `solve_with_highs.py`.
    init(
        tenders: Int, members range: ClosedRange<Double> = 12...200, seconds: Double, python: URL,
        script: URL
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "highs-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let last = max(1, tenders - 1)
        for number in 0..<tenders {
            var random = SeededGenerator(seed: UInt64(30_000 + number))
            let growth = pow(range.upperBound / range.lowerBound, Double(number) / Double(last))
            let members = Int((range.lowerBound * growth).rounded())
            let problem = BidProblem.network(
                members: members, lots: 2 + number % 7, using: &random)
            let limits = FormLimits(seconds: 3 * seconds, nodes: 1_000_000)
            for (index, model) in try bidModels(problem, limits: limits).enumerated() {
                let name = "\(1_000 + number)-\(index)-\(model.objective.rawValue).mps"
                try Data(model.mps.utf8).write(to: folder.appending(path: name))
                models[name] = model
            }
        }
        // Two processes share the files out.
        let outputs = (0..<2).map { folder.appending(path: "answers-\($0).txt") }
        let processes = try outputs.enumerated().map { part, output in
            let process = Process()
            process.executableURL = python
            process.arguments = [
                script.path, folder.path, "\(seconds)", "\(part)", "2", output.path,
            ]
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            return process
        }
        for process in processes { process.waitUntilExit() }
        let data = try outputs.map { try Data(contentsOf: $0) }.reduce(Data(), +)
        answers = try String(decoding: data, as: UTF8.self).split(separator: "\n").map {
            try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
        }
    }

    /// Answers to the models that both proved best.
    var provenByBoth: [(answer: Answer, model: BidModelFile)] {
        answers.compactMap { answer in
            guard let model = models[answer.file], model.isProven, model.found != nil,
                answer.objective != nil
            else { return nil }
            return (answer, model)
        }
    }
}
