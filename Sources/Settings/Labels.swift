internal import Foundation
public import Market
internal import SystemPackage

/// The fixed words of pages and messages, one file a language, and beside it one file a language for
/// each part that brings its own.
public enum Labels {
    /// Reads `fr.yaml` and `en.yaml` of a folder, then `NAME.fr.yaml` and `NAME.en.yaml` for every
    /// name there is: one `key: text` a line.
    ///
    /// - Returns: For each language, the text of every key.
    /// - Throws: ``SettingsError`` with every problem: a file that cannot be read, a value that is
    ///   no text, a key that one of the languages does not have or that two files have.
    public static func load(
        _ directory: String
    ) throws(SettingsError) -> [Language: [String: String]] {
        var problems: [Problem] = []
        var labels: [Language: [String: String]] = [:]
        for prefix in [""] + parts(of: directory) {
            var files: [Language: Section] = [:]
            for language in Language.allCases {
                let path = FilePath(directory).appending("\(prefix)\(language.rawValue).yaml")
                    .string
                do {
                    var section = Section(try MarkedYAML(path: path))
                    for key in section.keys {
                        if labels[language]?[key] != nil {
                            section.refuse(
                                "a key that no other file has", found: "another", key: key)
                        }
                        labels[language, default: [:]][key] = section.scalar(
                            key, "a text", make: \.self)
                    }
                    problems += section.finish()
                    files[language] = section
                } catch {
                    problems += error.problems
                }
            }
            problems += missing(in: files)
        }
        guard problems.isEmpty else { throw SettingsError(problems.inReadingOrder()) }
        return labels
    }

    /// Keys that one of the languages does not have.
    private static func missing(in files: [Language: Section]) -> [Problem] {
        var problems: [Problem] = []
        for (language, section) in files.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for (other, file) in files where other != language {
                for key in section.keys where !file.has(key) {
                    problems.append(
                        Problem(
                            file: file.file, line: nil, key: key,
                            expected: "a text, as \(section.file):\(section.line(of: key)) has one",
                            found: "nothing"))
                }
            }
        }
        return problems
    }

    /// What the names of the parts' files begin with, point included, in alphabetical order.
    private static func parts(of directory: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        let parts = Language.allCases.flatMap { language in
            files.filter { $0.hasSuffix(".\(language.rawValue).yaml") }
                .map { String($0.dropLast("\(language.rawValue).yaml".count)) }
        }
        return Set(parts).sorted()
    }
}
