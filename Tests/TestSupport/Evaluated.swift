public import Foundation
internal import Testing

/// What `entremise evaluate --json` prints of one task.
public struct Evaluated: Decodable {
    public struct Method: Decodable {
        public let method: String
        public let ndcg10, mrr10, hit1, recall100: Estimate
    }
    public struct Estimate: Decodable {
        public let mean, low, high: Double
    }
    public let task: String
    public let needs, candidates: Int
    public let results: [Method]

    /// The mean nDCG@10 of a method.
    public func mean(_ method: String) throws -> Double {
        try #require(results.first { $0.method == method }).ndcg10.mean
    }

    /// Whether every estimate lies within its interval, and between 0 and 1.
    public var isSound: Bool {
        let names = results.map(\.method)
        guard names == ["fused", "BM25 alone", "vectors alone"] else { return false }
        let estimates: [Estimate] = results.flatMap { method in
            [method.ndcg10, method.mrr10, method.hit1, method.recall100]
        }
        return estimates.allSatisfy { (estimate: Estimate) -> Bool in
            let bounds = [0, estimate.low, estimate.mean, estimate.high, 1]
            return bounds == bounds.sorted()
        }
    }
}

extension Command {
    /// Ranks one task, and says what came of it.
    public func evaluate(_ arguments: String...) throws -> Evaluated {
        let outcome = try start(["evaluate", "--json"] + arguments).wait()
        #expect(outcome.code == 0, "\(outcome.errors)")
        return try #require(
            JSONDecoder().decode([Evaluated].self, from: Data(outcome.output.utf8)).first)
    }

    /// The command on a database that has nothing in it, with the real model.
    public static func onEmptyDatabase(_ body: (Command) throws -> Void) async throws {
        try await withDatabase { _, conninfo in
            let command = try Command(conninfo: conninfo)
            defer { command.remove() }
            try body(command)
        }
    }
}

/// A ranking task of names alone, written to a folder of its own.
public struct NamesTask {
    /// Id and name.
    public let needs, candidates: [(id: String, name: String)]
    /// Candidate that answers a need.
    public let answers: [String: String]

    public init(
        needs: [(id: String, name: String)], candidates: [(id: String, name: String)],
        answers: [String: String]
    ) {
        self.needs = needs
        self.candidates = candidates
        self.answers = answers
    }

    public func write(to folder: URL) throws {
        func lines(_ entries: [(id: String, name: String)]) throws -> String {
            try entries.map { entry in
                let line: [String: Any] = [
                    "id": entry.id, "title": entry.name, "text": "", "skills": [String](),
                ]
                let data = try JSONSerialization.data(withJSONObject: line)
                return String(decoding: data, as: UTF8.self) + "\n"
            }.joined()
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let files = [
            "needs.jsonl": try lines(needs), "candidates.jsonl": try lines(candidates),
            "qrels.tsv": needs.map { "\($0.id)\t\(answers[$0.id] ?? "")\t2\n" }.joined(),
        ]
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
    }
}
