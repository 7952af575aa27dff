import Foundation
import Market
import Samples
import Settings
import TestSupport
import Testing
import Verbs

/// What the package ships must load, and must say what the program does.
@Suite struct ShippedTests {
    let file = packageRoot.appending(path: "config/entremise.yaml").path

    @Test func `the shipped configuration is the defaults`() throws {
        let folder = try Folder()
        let empty = try folder.write("", to: "config/entremise.yaml")
        let shipped = try Configuration.load(file: file, environment: [:])
        let usual = try Configuration.load(file: empty, environment: [:])
        #expect(shipped.root == packageRoot.path)
        #expect(shipped.fingerprint == usual.fingerprint)
    }

    /// The commented keys of the shipped file: section, key and default.
    func commented() throws -> [(key: String, value: String?)] {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        var section = ""
        var keys: [(String, String?)] = []
        for line in text.split(separator: "\n") {
            if let match = line.wholeMatch(of: /([a-z_]+):/) {
                section = String(match.1)
            } else if let match = line.wholeMatch(of: #/[ ]{2}# ([a-z_]+):(?: (\S.*))?/#) {
                keys.append(("\(section).\(match.1)", match.2.map(String.init)))
            }
        }
        return keys
    }

    @Test func `the shipped configuration comments every key with its default`() throws {
        let entries = try Configuration.load(file: file, environment: [:]).entries
        let keys = try commented()
        #expect(keys.map(\.key).sorted() == entries.map(\.key).sorted())
        for (key, value) in keys {
            let entry = entries.first { $0.key == key }
            #expect(value == entry?.fallback, "\(key)")
        }
    }

    @Test func `taking every # away changes nothing`() throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.wholeMatch(of: #/[ ]{2}# ([a-z_]+): (\S.*)/#) == nil
                ? String(line) : String(line.replacing("  # ", with: "  ", maxReplacements: 1))
        }
        let folder = try Folder()
        let active = try folder.write(
            lines.joined(separator: "\n"), to: "config/entremise.yaml")
        let shipped = try Configuration.load(file: file, environment: [:])
        let loaded = try Configuration.load(file: active, environment: [:])
        #expect(loaded.fingerprint == shipped.fingerprint)
        #expect(loaded.entries.filter { $0.origin != .fallback }.count > 20)
    }

    @Test func `every key has its line in the documentation of its section`() throws {
        let sources = packageRoot.appending(path: "Sources/Settings/Configuration")
        let text = try [
            "Configuration+Sections.swift", "Configuration+Encoder.swift",
            "Configuration+Queries.swift",
        ].map {
            try String(contentsOf: sources.appending(path: $0), encoding: .utf8)
        }.joined()
        for entry in try Configuration.load(file: file, environment: [:]).entries {
            let fallback = entry.fallback.map { "default: \($0)" } ?? ""
            let line = text.split(separator: "\n").first { $0.contains("/// - `\(entry.key)` (") }
            #expect(
                line?.contains(fallback) == true || fallback.isEmpty && line != nil, "\(entry.key)")
            #expect(line?.contains("secret") == entry.isSecret, "\(entry.key)")
        }
    }

    @Test func `the shipped jobs load`() throws {
        let jobs = try JobFile.loadAll(
            packageRoot.appending(path: "jobs").path, verbs: VerbRegistry.all)
        #expect(jobs.map(\.name) == ["missions", "services", "tenders"])
        for job in jobs {
            #expect(abs(job.match.weights.values.reduce(0, +) - 1) < 1e-9, "\(job.name)")
        }
        #expect(jobs.map { $0.verb as? Form == Form() } == [false, false, true])
    }
}
