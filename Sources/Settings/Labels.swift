public import Market
internal import SystemPackage

/// The fixed words of pages and messages, one file a language.
public enum Labels {
    /// Reads `fr.yaml` and `en.yaml` of a folder: one `key: text` a line.
    ///
    /// - Returns: For each language, the text of every key.
    /// - Throws: ``SettingsError`` with every problem: a file that cannot be read, a value that is
    ///   no text, a key that one of the languages does not have.
    public static func load(
        _ directory: String
    ) throws(SettingsError) -> [Language: [String: String]] {
        var problems: [Problem] = []
        var files: [Language: Section] = [:]
        var labels: [Language: [String: String]] = [:]
        for language in Language.allCases {
            let path = FilePath(directory).appending("\(language.rawValue).yaml").string
            do {
                var section = Section(try MarkedYAML(path: path))
                var texts: [String: String] = [:]
                for key in section.keys {
                    texts[key] = section.scalar(key, "a text", make: \.self)
                }
                problems += section.finish()
                labels[language] = texts
                files[language] = section
            } catch {
                problems += error.problems
            }
        }
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
        guard problems.isEmpty else { throw SettingsError(problems.inReadingOrder()) }
        return labels
    }
}
