internal import Foundation

/// A ranking task with known answers, as a folder holds it.
///
/// `needs.jsonl` and `candidates.jsonl` hold one JSON object a line: `id`, `title`, `text`,
/// `skills`, and `language` where it is known. `qrels.tsv` holds need, candidate and gain (a whole number above 0), parted by tabs.
public struct RankingTask: Sendable {
    /// A need or a candidate.
    public struct Entry: Sendable, Decodable {
        public let id: String
        public let title: String
        public let text: String
        public let skills: [String]
        /// ISO 639-1 code of what it is written in; nil where that is to be guessed.
        public let language: String?
    }

    /// Name of the folder.
    public let name: String
    public let needs: [Entry]
    public let candidates: [Entry]
    /// For each need, the gain of each right candidate, by id.
    public let gains: [String: [String: Int]]

    /// Reads a task.
    ///
    /// - Throws: ``RankingTaskError`` with file, line and what was expected.
    public init(directory: String) throws(RankingTaskError) {
        name = URL(filePath: directory).lastPathComponent
        needs = try RankingTask.entries("\(directory)/needs.jsonl")
        candidates = try RankingTask.entries("\(directory)/candidates.jsonl")
        var gains: [String: [String: Int]] = [:]
        let path = "\(directory)/qrels.tsv"
        let needIDs = Set(needs.map(\.id))
        let candidateIDs = Set(candidates.map(\.id))
        for (number, line) in try RankingTask.lines(path) {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 3, let gain = Int(fields[2]), (1...30).contains(gain) else {
                throw RankingTaskError(
                    file: path, line: number, expected: "need, candidate and gain, parted by tabs")
            }
            let (need, candidate) = (String(fields[0]), String(fields[1]))
            guard needIDs.contains(need) else {
                throw RankingTaskError(
                    file: path, line: number, expected: "the id of a need of needs.jsonl")
            }
            guard candidateIDs.contains(candidate) else {
                throw RankingTaskError(
                    file: path, line: number, expected: "the id of a candidate of candidates.jsonl")
            }
            gains[need, default: [:]][candidate] = gain
        }
        self.gains = gains
    }

    private static func entries(_ path: String) throws(RankingTaskError) -> [Entry] {
        var entries: [Entry] = []
        var seen: Set<String> = []
        let decoder = JSONDecoder()
        for (number, line) in try lines(path) {
            guard let entry = try? decoder.decode(Entry.self, from: Data(line.utf8)) else {
                throw RankingTaskError(
                    file: path, line: number,
                    expected: "a JSON object with id, title, text and skills")
            }
            guard seen.insert(entry.id).inserted else {
                throw RankingTaskError(file: path, line: number, expected: "an id of its own")
            }
            entries.append(entry)
        }
        guard !entries.isEmpty else {
            throw RankingTaskError(file: path, line: 1, expected: "at least one line")
        }
        return entries
    }

    private static func lines(_ path: String) throws(RankingTaskError) -> [(Int, Substring)] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw RankingTaskError(file: path, line: nil, expected: "a file of UTF-8 text")
        }
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { ($0 + 1, $1) }.filter { !$0.1.isEmpty }
    }
}

/// What is wrong with the files of a ranking task.
public struct RankingTaskError: Error, Sendable, Hashable, CustomStringConvertible {
    public let file: String
    /// Number of the line, from 1; nil where the file as a whole is at fault.
    public let line: Int?
    public let expected: String

    public var description: String {
        "\(file)\(line.map { ", line \($0)" } ?? ""): expected \(expected)"
    }
}
