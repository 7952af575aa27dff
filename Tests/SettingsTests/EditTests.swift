import Foundation
import Samples
import Settings
import TestSupport
import Testing

/// Random edits of valid files: whatever people type, they get a value or a line to look at.
@Suite struct EditTests {
    /// A few edits: characters put in, taken out and swapped, lines taken out, doubled and moved.
    func edited(_ text: String, using random: inout SeededGenerator) -> String {
        let odd = Array("{}[]:,-#&*!|>'\"%@`?~ \t\n\r\u{0}\u{85}\u{FEFF}é€🙂0.9x<=")
        var text = Array(text)
        for _ in 0...Int.random(in: 0...3, using: &random) {
            guard !text.isEmpty else { break }
            let index = Int.random(in: 0..<text.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: text.insert(odd.randomElement(using: &random) ?? " ", at: index)
            case 1: text.remove(at: index)
            case 2: text.swapAt(index, Int.random(in: 0..<text.count, using: &random))
            case 3: text[index] = odd.randomElement(using: &random) ?? " "
            case 4: text.removeSubrange(index..<min(text.count, index + 12))
            default:
                var lines = String(text).split(
                    separator: "\n", omittingEmptySubsequences: false)
                let line = Int.random(in: 0..<lines.count, using: &random)
                lines.insert(lines[line], at: Int.random(in: 0...lines.count, using: &random))
                if Bool.random(using: &random) { lines.remove(at: line) }
                text = Array(lines.joined(separator: "\n"))
            }
        }
        return String(text)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `an edited job file loads or every problem has its line`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<5 {
            let text = edited(validJob, using: &random)
            let (_, file) = try jobFolder(text)
            let lines = text.count { $0.isNewline } + 1
            do throws(SettingsError) {
                _ = try JobFile.load(file, verbs: verbs)
            } catch {
                #expect(!error.problems.isEmpty)
                for problem in error.problems {
                    let line = try #require(problem.line, "\(problem)")
                    #expect((1...lines + 1).contains(line), "\(problem)\n\(text)")
                    #expect(problem.file.hasSuffix("missions.yaml"))
                    #expect(!problem.description.contains("\n"))
                }
            }
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `an edited configuration loads or says what is wrong`(seed: UInt64) throws {
        let valid = """
            network: { name: Réseau }
            database:
              conninfo: host=a password=tiger-4711
            encoder:
              kind: words
              batch: 64
            jobs:
              order: [missions, tenders]
            """
        var random = SeededGenerator(seed: seed)
        let folder = try Folder()
        let text = edited(valid, using: &random)
        let file = try folder.write(text, to: "config/entremise.yaml")
        do throws(SettingsError) {
            _ = try Configuration.load(file: file, environment: [:])
        } catch {
            #expect(error.problems.allSatisfy { $0.line != nil || $0.key != nil })
        }
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "])
    func `deep nesting is refused`(opening: String) throws {
        let text = String(repeating: opening, count: 100_000)
        let (_, file) = try jobFolder(text)
        #expect(throws: SettingsError.self) { try JobFile.load(file, verbs: verbs) }
    }
}
