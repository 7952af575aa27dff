import Evaluation
import Foundation
import Testing

struct MeasureTests {
    @Test func aPerfectRankingMeasuresOneAndAnEmptyOneZero() {
        let gains = ["a": 2, "b": 1]
        let perfect = RankingMeasures(ranking: ["a", "b", "c"], gains: gains)
        #expect(perfect.ndcg10 == 1 && perfect.mrr10 == 1)
        #expect(perfect.hit1 == 1 && perfect.recall100 == 1)
        let empty = RankingMeasures(ranking: [], gains: gains)
        #expect(empty.ndcg10 == 0 && empty.mrr10 == 0)
        #expect(empty.hit1 == 0 && empty.recall100 == 0)
    }

    @Test func gainsAreDiscountedByPlace() {
        let measures = RankingMeasures(ranking: ["x", "a", "y", "b"], gains: ["a": 1, "b": 2])
        let found = 1 / log2(3.0) + 3 / log2(5.0)
        #expect(abs(measures.ndcg10 - found / (3 + 1 / log2(3.0))) < 1e-12)
        #expect(measures.mrr10 == 0.5 && measures.hit1 == 0 && measures.recall100 == 1)
    }

    @Test func whatComesAfterTheTenthCountsForRecallOnly() {
        let ranking = (0..<150).map { "c\($0)" }
        let measures = RankingMeasures(ranking: ranking, gains: ["c10": 1, "c99": 1, "c100": 1])
        #expect(measures.ndcg10 == 0 && measures.mrr10 == 0)
        #expect(abs(measures.recall100 - 2 / 3) < 1e-12)
    }

    @Test func anIntervalHoldsTheMeanAndTheSameSeedGivesTheSame() {
        let values = (0..<200).map { Double($0 % 7) / 7 }
        let estimate = Estimate(of: values, seed: 7)
        #expect(estimate.low < estimate.mean && estimate.mean < estimate.high)
        #expect(estimate == Estimate(of: values, seed: 7))
        #expect(Estimate(of: [0.5, 0.5], seed: 1).low == 0.5)
    }
}

struct RankingTaskTests {
    private func folder(_ files: [String: String]) throws -> String {
        let folder = URL.temporaryDirectory.appending(path: "task-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, content) in files {
            try content.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        return folder.path
    }

    private func refusal(of path: String) -> RankingTaskError? {
        do throws(RankingTaskError) {
            _ = try RankingTask(directory: path)
            return nil
        } catch {
            return error
        }
    }

    private let need = #"{"id": "n", "title": "Audit", "text": "", "skills": []}"#
    private let candidate = #"{"id": "c", "title": "Auditrice", "text": "", "skills": ["audit"]}"#

    @Test func aTaskIsReadAsItsFilesSay() throws {
        let path = try folder([
            "needs.jsonl": need + "\n", "candidates.jsonl": candidate + "\n",
            "qrels.tsv": "n\tc\t2\n",
        ])
        let task = try RankingTask(directory: path)
        #expect(task.needs.map(\.title) == ["Audit"])
        #expect(task.candidates.map(\.skills) == [["audit"]])
        #expect(task.gains == ["n": ["c": 2]])
        let rankings = [ScoredRanking(candidates: [("c", 0.6)])]
        let errors = FloorErrors(task: task, rankings: rankings, floor: 0.5)
        #expect(errors.missed == 0 && errors.falseAlarms == 0)
        #expect(FloorErrors(task: task, rankings: rankings, floor: 0.7).missed == 1)
        let shown = ShownShares(task: task, rankings: rankings, floor: 0.5)
        #expect(shown.right == 1 && shown.wrong == 0)
        let others = ShownShares(
            task: task, rankings: [ScoredRanking(candidates: [("x", 0.7), ("c", 0.6)])],
            floor: 0.5)
        #expect(others.right == 0 && others.wrong == 1)
        let bins = Reliability.byScore(task: task, rankings: rankings)
        #expect(bins.map(\.from) == [0.6] && bins.map(\.right) == [1])
        #expect(abs(Reliability.error(of: bins) - 0.4) < 1e-12)
        let wrong = Reliability.byScore(
            task: task, rankings: [ScoredRanking(candidates: [("x", 0.64), ("y", 0.26)])])
        let pooled = Reliability.pooled([bins, wrong])
        #expect(pooled.map(\.from) == [0.2, 0.6] && pooled.map(\.pairs) == [1, 2])
        #expect(pooled.map(\.right) == [0, 0.5] && abs(pooled[1].score - 0.62) < 1e-12)
        #expect(abs(Reliability.error(of: pooled) - (0.26 + 2 * 0.12) / 3) < 1e-12)
        let mean = try #require(
            FloorErrors.mean(of: [
                errors, FloorErrors(task: task, rankings: rankings, floor: 0.7),
            ]))
        #expect(mean.missed == 0.5 && mean.falseAlarms == 0)
        #expect(FloorErrors.mean(of: []) == nil)
    }

    @Test(arguments: [
        ("qrels.tsv", "n\tc\n", "line 1: expected need, candidate and gain"),
        ("qrels.tsv", "n\tc\t0\n", "line 1: expected need, candidate and gain"),
        ("qrels.tsv", "n\tx\t1\n", "line 1: expected the id of a candidate"),
        ("qrels.tsv", "n\tc\t1\nx\tc\t1\n", "line 2: expected the id of a need"),
        ("needs.jsonl", "{}\n", "line 1: expected a JSON object"),
        ("needs.jsonl", "", "line 1: expected at least one line"),
        ("candidates.jsonl", "{\"id\": 3}\n", "line 1: expected a JSON object"),
    ])
    func aBadFileIsNamedWithItsLine(file: String, content: String, expected: String) throws {
        var files = [
            "needs.jsonl": need, "candidates.jsonl": candidate, "qrels.tsv": "n\tc\t1\n",
        ]
        files[file] = content
        let path = try folder(files)
        let error = try #require(refusal(of: path))
        #expect(error.description.contains("\(file), \(expected)"))
    }

    @Test func aMissingFileIsNamed() {
        #expect(refusal(of: "/nowhere/at/all")?.file.hasSuffix("needs.jsonl") == true)
    }
}
