import Foundation
import TestSupport
import Testing

/// `entremise evaluate`, on real tasks: what the shipped configuration is asked to reach.
@Suite struct RealTasksTests {
    @Test func theShippedConfigurationReachesWhatIsAskedBetweenLanguages() async throws {
        let whole = try RealData.folder("benchmarks/english-to-french")
        try await Command.onEmptyDatabase { command in
            let task = command.home.appending(path: whole.lastPathComponent)
            try Self.writeThird(of: whole, to: task)
            let found = try command.evaluate(task.path)
            #expect(found.task == "english-to-french" && found.candidates == 2_939)
            #expect(found.needs == 200)
            #expect(found.isSound)
            for method in found.results {
                for value in [method.ndcg10, method.mrr10, method.hit1, method.recall100] {
                    #expect(value.low < value.high)
                }
            }
            #expect(try found.mean("fused") >= 0.62)
            #expect(try found.mean("fused") >= found.mean("vectors alone"))
            #expect(try found.mean("BM25 alone") < 0.2)
        }
    }

    /// Titles of the register itself, and some of its occupations: with the register imported each is
    /// known by its name, and with these names held out it is known by the other titles.
    @Test func namesThatAreHeldOutTellNothing() async throws {
        let rome = try RealData.folder("rome")
        let task = try Self.task(of: rome)
        try await Command.onEmptyDatabase { command in
            let folder = command.home.appending(path: "task")
            try task.write(to: folder)
            let without = try command.evaluate(folder.path)
            let imported = try command.run("import", "rome", rome.path)
            #expect(imported.code == 0, "\(imported.errors)")
            let with = try command.evaluate(folder.path)
            let heldOut = try command.evaluate("--hold-out", folder.path)
            #expect(with.needs == task.needs.count)
            #expect(try with.mean("fused") > 0.95)
            #expect(try with.mean("fused") > heldOut.mean("fused"))
            #expect(try heldOut.mean("fused") > without.mean("fused"))
        }
    }

    /// Every third need of a task with one answer a need, among all its candidates: the model reads
    /// long needs slowly.
    private static func writeThird(of whole: URL, to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (file, step) in [("candidates.jsonl", 1), ("needs.jsonl", 3), ("qrels.tsv", 3)] {
            let lines = try String(contentsOf: whole.appending(path: file), encoding: .utf8)
                .split(separator: "\n")
            let kept = stride(from: 0, to: lines.count, by: step).map { "\(lines[$0])\n" }
            try Data(kept.joined().utf8).write(to: folder.appending(path: file))
        }
    }

    /// Every 60th title, and the occupations that these belong to, by their names alone.
    private static func task(of rome: URL) throws -> NamesTask {
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
        func plain(_ name: String) -> String { name.replacing("''", with: "'") }
        return NamesTask(
            needs: needs.map { ($0[0], plain($0[1])) },
            candidates: Set(needs.map { $0[3] }).sorted().map { ($0, plain(names[$0] ?? "")) },
            answers: Dictionary(
                needs.map { ($0[0], $0[3]) }, uniquingKeysWith: { first, _ in first }))
    }
}
