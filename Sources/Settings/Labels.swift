internal import Foundation
public import Market
internal import SystemPackage

/// The fixed words of pages and messages: a folder a language, with the same files in each.
public enum Labels {
    /// Reads every YAML file of `fr`, `en` … in a folder: one `key: text` a line.
    ///
    /// A key that ends in a plural category of the Unicode CLDR (`_one`, `_other` …) is one form of a
    /// noun: each language has those that it needs.
    ///
    /// - Parameters:
    ///   - directory: The folder.
    ///   - forms: The plural categories of a language.
    /// - Returns: For each language, the text of every key.
    /// - Throws: ``SettingsError`` with every problem: a file that cannot be read, a value that is
    ///   no text, a key or a form that a language lacks, a form that it does not have, a key that two
    ///   files have.
    public static func load(
        _ directory: String, forms: (Language) -> [String]
    ) throws(SettingsError) -> [Language: [String: String]] {
        let names = fileNames(in: directory)
        guard !names.isEmpty else {
            let folders = Language.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingsError(
                Problem(
                    file: directory, line: nil, key: nil,
                    expected: "a folder of YAML files a language: \(folders)", found: "none"))
        }
        var problems: [Problem] = []
        var labels: [Language: [String: String]] = [:]
        for name in names {
            var files: [(Language, Section)] = []
            for language in Language.allCases {
                let path = FilePath(directory).appending(language.rawValue).appending(name)
                do {
                    var section = Section(try MarkedYAML(path: path.string))
                    read(&section, forms(language), into: &labels[language, default: [:]])
                    problems += section.finish()
                    files.append((language, section))
                } catch {
                    problems += error.problems
                }
            }
            problems += missing(in: files, forms)
        }
        guard problems.isEmpty else { throw SettingsError(problems.inReadingOrder()) }
        return labels
    }

    private static func read(
        _ section: inout Section, _ forms: [String], into labels: inout [String: String]
    ) {
        for key in section.keys {
            if labels[key] != nil {
                section.refuse("a key that no other file has", found: "another", key: key)
            }
            labels[key] = section.scalar(key, "a text", make: \.self)
            if let form = LabelKey(key).form, !forms.contains(form) {
                section.refuse(
                    "a form that nouns of the language have: \(forms.joined(separator: ", "))",
                    found: form, key: key)
            }
        }
    }

    /// Keys that a language does not have and another has, each form of a noun by itself.
    private static func missing(
        in files: [(Language, Section)], _ forms: (Language) -> [String]
    ) -> [Problem] {
        files.flatMap { language, file in
            var seen: Set<String> = []
            return files.flatMap { _, other in
                other.keys.flatMap { key in
                    LabelKey(key).names(in: forms(language))
                        .filter { !file.has($0) && seen.insert($0).inserted }
                        .map { name in
                            Problem(
                                file: file.file, line: nil, key: name,
                                expected:
                                    "a text, as \(other.file):\(other.line(of: key)) has one",
                                found: "nothing")
                        }
                }
            }
        }
    }

    /// Names of the files that any language has, in alphabetical order.
    private static func fileNames(in directory: String) -> [String] {
        let files = Language.allCases.flatMap { language in
            let folder = FilePath(directory).appending(language.rawValue).string
            return (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        }
        return Set(files.filter { $0.hasSuffix(".yaml") }).sorted()
    }
}

/// The name of a text, or of one form of a noun.
private struct LabelKey {
    let stem: String
    /// The plural category that the name ends in, if any.
    let form: String?

    init(_ key: String) {
        form = LabelKey.categories.first { key.hasSuffix("_" + $0) }
        stem = form.map { String(key.dropLast($0.count + 1)) } ?? key
    }

    /// What the text is named in a language whose nouns have these forms.
    func names(in forms: [String]) -> [String] {
        form == nil ? [stem] : forms.map { "\(stem)_\($0)" }
    }

    private static let categories = ["zero", "one", "two", "few", "many", "other"]
}
