import Foundation
import TestSupport

/// What the sources require of every language.
enum SentenceSources {
    /// Names of the functions and properties of the protocols named `…Sentences` and `WrittenForms`.
    static func requirements() throws -> Set<String> {
        var names: Set<String> = []
        for text in try texts(where: {
            $0.hasSuffix("Sentences.swift") || $0 == "WrittenForms.swift"
        }) {
            var isInside = false
            for line in text.split(separator: "\n") {
                if line.hasPrefix("package protocol") { isInside = true }
                if line == "}" { isInside = false }
                guard isInside else { continue }
                for word in ["    func ", "    var "] where line.hasPrefix(word) {
                    names.insert(
                        String(line.dropFirst(word.count).prefix { $0.isLetter || $0.isNumber }))
                }
            }
        }
        return names.subtracting(["wording", "forms"])
    }

    /// Names of the enumerations of keys that the files of `config/locales` have texts for.
    static func phraseKeys() throws -> Set<String> {
        var names: Set<String> = []
        for text in try texts(where: { $0.hasSuffix("Label.swift") }) {
            for line in text.split(separator: "\n") where line.contains(": String, PhraseKey {") {
                let words = line.split(whereSeparator: { !$0.isLetter })
                if let place = words.firstIndex(of: "enum") {
                    names.insert(String(words[place + 1]))
                }
            }
        }
        return names
    }

    /// Names of the columns that a query may return, as `MarketColumn` lists them.
    static func columns() throws -> Set<String> {
        var names: Set<String> = []
        for text in try texts(where: { $0 == "MarketColumn.swift" }) {
            let lines = text.split(separator: "\n").drop { !$0.hasPrefix("enum MarketColumn") }
            let cases = lines.dropFirst().prefix { !$0.contains("var index") }
                .filter { !$0.contains("///") }.joined(separator: "\n")
            for item in (cases + "\n").matches(of: /[\s,](\w+)(?= = "(\w+)"|,|\n)/) {
                names.insert(String(item.output.2 ?? item.output.1))
            }
        }
        return names
    }

    private static func texts(where isMeant: (String) -> Bool) throws -> [String] {
        let sources = packageRoot.appending(path: "Sources")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        return try (files?.compactMap { $0 as? URL } ?? [])
            .filter { isMeant($0.lastPathComponent) }
            .map { try String(contentsOf: $0, encoding: .utf8) }
    }
}
