import Foundation
import TestSupport

/// Job files, configurations and CSV files that chance has changed: a command that reads them ends
/// with a documented code and a sentence.
struct Mutations {
    /// A file that is mutated, and what the shipped one holds.
    private struct Original {
        let url: URL
        let bytes: [UInt8]
        let kind: Kind
    }

    private enum Kind: String, CaseIterable {
        case configuration, job, query, texts, csv = "CSV"
    }

    func run(_ numbers: Range<Int>, _ tally: inout Tally) async throws {
        guard !numbers.isEmpty else { return }
        try await withDatabase(holding: .sample) { _, conninfo in
            let night = try Night(on: conninfo)
            defer { night.command.remove() }
            let originals = try Self.originals(night.command.home)
            for number in numbers where !tally.isOver {
                var random = tally.random(4, number)
                let kind = Kind.allCases[number % Kind.allCases.count]
                let ofKind = originals.filter { $0.kind == kind }
                guard let original = ofKind.randomElement(using: &random) else { continue }
                let mutated = Mutator.mutated(
                    original.bytes, with: ofKind.map(\.bytes), using: &random)
                try Data(mutated).write(to: original.url)
                let arguments = Self.arguments(kind, night.command.home, &random)
                let ended = try night.run(arguments, within: 60)
                try Data(original.bytes).write(to: original.url)
                tally.took(ended.seconds, "longest on a mutated file")
                let faults = ended.faults(
                    arguments.joined(separator: " "), codes: Ended.documented.subtracting([1]))
                tally.count(
                    "mutated \(kind.rawValue)", option: "--mutations 1", number: number,
                    faults: faults.map { "\(original.url.lastPathComponent): \($0)" })
            }
        }
    }

    private static func arguments(
        _ kind: Kind, _ home: URL, _ random: inout SeededGenerator
    ) -> [String] {
        if kind == .csv {
            return ["import", home.appending(path: "config/sample").path, "--replace"]
        }
        return Bool.random(using: &random)
            ? ["check", "--as-of", Night.day]
            : Night.arguments("run") + ["--dry-run"]
    }

    private static func originals(_ home: URL) throws -> [Original] {
        func files(_ folder: String, _ ending: String, _ kind: Kind) throws -> [Original] {
            let root = home.appending(path: folder)
            return try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
                .filter { $0.hasSuffix(ending) }
                .map { name in
                    let url = root.appending(path: name)
                    return Original(url: url, bytes: Array(try Data(contentsOf: url)), kind: kind)
                }
        }
        let written = try files("config", ".yaml", .configuration).map { file in
            Original(url: file.url, bytes: Array(filledIn(file.bytes).utf8), kind: file.kind)
        }
        return try written + files("jobs", ".yaml", .job) + files("jobs/sql", ".sql", .query)
            + files("config/locales/fr", ".yaml", .texts)
            + files("config/templates", ".mustache", .texts)
            + files("config/sample", ".csv", .csv)
    }

    /// The configuration with its defaults written out.
    private static func filledIn(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
            .replacing(/(?m)^  # ([a-z_]+: \S.*)$/) { "  \($0.1)" }
    }
}
