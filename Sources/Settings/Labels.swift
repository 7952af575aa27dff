internal import Foundation
public import Market
internal import SystemPackage

/// The fixed words of pages and messages: a folder a language, with the same files in each.
public enum Labels {
    /// Reads every YAML file of `fr`, `en` … in a folder: one `key: text` a line.
    ///
    /// Keys that differ only in the plural category of the Unicode CLDR that they end in (`_one`,
    /// `_other` …) are the forms of a noun: each language has those that it needs.
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
                    read(&section, into: &labels[language, default: [:]])
                    problems += section.finish()
                    files.append((language, section))
                } catch {
                    problems += error.problems
                }
            }
            let nouns = LabelKey.nouns(in: files.map { $0.1.keys })
            problems += foreign(in: files, nouns, forms) + missing(in: files, nouns, forms)
        }
        guard problems.isEmpty else { throw SettingsError(problems.inReadingOrder()) }
        return labels
    }

    private static func read(_ section: inout Section, into labels: inout [String: String]) {
        for key in section.keys {
            if labels[key] != nil {
                section.refuse("a key that no other file has", found: "another", key: key)
            }
            labels[key] = section.scalar(key, "a text", make: \.self)
        }
    }

    /// Forms that nouns of the language do not have.
    private static func foreign(
        in files: [(Language, Section)], _ nouns: Set<String>, _ forms: (Language) -> [String]
    ) -> [Problem] {
        files.flatMap { language, file in
            file.keys.compactMap { key in
                let known = forms(language)
                guard let form = LabelKey(key, nouns).form, !known.contains(form) else {
                    return nil
                }
                return Problem(
                    file: file.file, line: file.line(of: key), key: key,
                    expected:
                        "a form that nouns of the language have: \(known.joined(separator: ", "))",
                    found: form)
            }
        }
    }

    /// Keys that a language does not have and another has, each form of a noun by itself.
    private static func missing(
        in files: [(Language, Section)], _ nouns: Set<String>, _ forms: (Language) -> [String]
    ) -> [Problem] {
        files.flatMap { language, file in
            var seen: Set<String> = []
            return files.flatMap { _, other in
                other.keys.flatMap { key in
                    LabelKey(key, nouns).names(in: forms(language))
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
    /// The plural category that the name ends in, if it is a noun's.
    let form: String?

    /// - Parameter nouns: Names of nouns; nil: any name may be one.
    init(_ key: String, _ nouns: Set<String>?) {
        let form = LabelKey.categories.first { key.hasSuffix("_" + $0) }
        let stem = form.map { String(key.dropLast($0.count + 1)) } ?? key
        let isNoun = nouns?.contains(stem) ?? true
        self.form = isNoun ? form : nil
        self.stem = isNoun ? stem : key
    }

    /// What the text is named in a language whose nouns have these forms.
    func names(in forms: [String]) -> [String] {
        form == nil ? [stem] : forms.map { "\(stem)_\($0)" }
    }

    /// Names that some language has two forms of, or more.
    static func nouns(in files: [[String]]) -> Set<String> {
        Set(
            files.flatMap { keys in
                Dictionary(grouping: keys.map { LabelKey($0, nil) }.filter { $0.form != nil }) {
                    $0.stem
                }.filter { $0.value.count > 1 }.keys
            })
    }

    private static let categories = ["zero", "one", "two", "few", "many", "other"]
}
