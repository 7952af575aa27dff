import Foundation
import TestSupport
import Testing

/// `entremise evaluate`, on tasks with known answers.
@Suite struct EvaluateTests {
    struct Result: Decodable {
        struct Method: Decodable {
            let method: String
            let ndcg10, mrr10, hit1, recall100: Estimate
        }
        struct Estimate: Decodable {
            let mean, low, high: Double
        }
        let task: String
        let needs, candidates: Int
        let results: [Method]

        func mean(_ method: String) throws -> Double {
            try #require(results.first { $0.method == method }).ndcg10.mean
        }
    }

    /// The register of occupations and the tasks that other tests read too.
    private static let shared = Checkout.root.deletingLastPathComponent().appending(
        path: "shared/data")

    private func evaluate(_ command: Command, _ arguments: String...) throws -> Result {
        let outcome = try command.start(["evaluate", "--json"] + arguments).wait()
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try #require(
            JSONDecoder().decode([Result].self, from: Data(outcome.output.utf8)).first)
    }

    private func withCommand(_ body: (Command) throws -> Void) async throws {
        try #require(
            FileManager.default.fileExists(atPath: Self.shared.path),
            "the data of this test is missing: expected the folder shared/data beside the checkout")
        try await withDatabase { _, conninfo in
            let command = try Command(conninfo: conninfo)
            defer { command.remove() }
            try body(command)
        }
    }

    /// One task whole: what the shipped configuration is asked to reach there.
    @Test func theShippedConfigurationReachesWhatIsAskedBetweenLanguages() async throws {
        try await withCommand { command in
            let found = try evaluate(
                command, Self.shared.appending(path: "benchmarks/english-to-french").path)
            #expect(found.task == "english-to-french" && found.candidates == 2_939)
            #expect(found.results.map(\.method) == ["fused", "BM25 alone", "vectors alone"])
            for method in found.results {
                for value in [method.ndcg10, method.mrr10, method.hit1, method.recall100] {
                    #expect(0 <= value.low && value.low <= value.mean)
                    #expect(value.mean <= value.high && value.high <= 1)
                    #expect(value.low < value.high)
                }
            }
            #expect(try found.mean("fused") >= 0.62)
            #expect(try found.mean("fused") >= found.mean("vectors alone"))
            #expect(try found.mean("BM25 alone") < 0.2)
        }
    }

    /// Titles of the register itself, and some of its occupations: with the register imported each is
    /// known by its name, and with these names held out it is not.
    @Test func namesThatAreHeldOutTellNothing() async throws {
        try await withCommand { command in
            let rome = Self.shared.appending(path: "rome")
            let folder = command.home.appending(path: "task")
            let needs = try Self.task(of: rome, into: folder)
            let without = try evaluate(command, folder.path)
            let imported = try command.run("import", "rome", rome.path)
            #expect(imported.code == 0, "\(imported.errors)")
            let with = try evaluate(command, folder.path)
            let heldOut = try evaluate(command, "--hold-out", folder.path)
            print(
                "fused, nothing imported / held out / imported:",
                try without.mean("fused"), try heldOut.mean("fused"), try with.mean("fused"))
            #expect(with.needs == needs)
            #expect(try with.mean("fused") > 0.95)
            #expect(try with.mean("fused") > heldOut.mean("fused"))
            #expect(try heldOut.mean("fused") > without.mean("fused"))
        }
    }

    /// A task of every 60th title and of the occupations that these belong to, by their names alone.
    ///
    /// - Returns: How many needs it has.
    private static func task(of rome: URL, into folder: URL) throws -> Int {
        func rows(_ name: String) throws -> [[String]] {
            try String(contentsOf: rome.appending(path: name), encoding: .utf8)
                .split(whereSeparator: \.isNewline).dropFirst()
                .map { $0.split(separator: ",").map { String($0).replacing("\"", with: "") } }
        }
        // Whole lines only: titles with a comma in them are left out.
        let occupations = try rows("metiers.csv").filter { $0.count == 6 }
        let titles = try rows("metiers_exemple.csv").filter { $0.count == 7 }
        let names = Dictionary(
            occupations.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
        let needs = titles.enumerated().filter {
            $0.offset % 60 == 0 && names[$0.element[3]] != nil
        }
        .map(\.element)
        func line(_ id: String, _ title: String) throws -> String {
            let entry: [String: Any] = [
                "id": id, "title": title.replacing("''", with: "'"), "text": "",
                "skills": [String](),
            ]
            let data = try JSONSerialization.data(withJSONObject: entry)
            return String(decoding: data, as: UTF8.self) + "\n"
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let codes = Set(needs.map { $0[3] }).sorted()
        let files = [
            "needs.jsonl": try needs.map { try line($0[0], $0[1]) }.joined(),
            "candidates.jsonl": try codes.map { try line($0, names[$0] ?? "") }.joined(),
            "qrels.tsv": needs.map { "\($0[0])\t\($0[3])\t2\n" }.joined(),
        ]
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        return needs.count
    }

    @Test func aTaskThatCannotBeReadIsNamed() async throws {
        try await withCommand { command in
            let outcome = try command.run("evaluate", "nowhere")
            #expect(outcome.code != 0)
            #expect(outcome.errors.contains("nowhere"), "\(outcome.errors)")
        }
    }
}
