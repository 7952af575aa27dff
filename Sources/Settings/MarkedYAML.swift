internal import Yams

/// A YAML file whose values know their lines. The root is a mapping.
struct MarkedYAML {
    let name: String
    let text: String
    let root: Node.Mapping

    /// - Throws: One problem: the file cannot be read, is empty, is not YAML, or is no mapping.
    init(path: String) throws(SettingsError) {
        let file = try TextFile(path: path)
        try self.init(name: file.name, text: file.text)
    }

    init(name: String, text: String, mayBeEmpty: Bool = false) throws(SettingsError) {
        self.name = name
        self.text = text
        let node: Node?
        do {
            node = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        } catch {
            throw SettingsError(Self.problem(of: error, in: name, text: text))
        }
        switch node {
        case .mapping(let mapping):
            root = mapping
        case let other where mayBeEmpty && (other == nil || other?.isNothing == true):
            root = Node.Mapping([])
        default:
            throw SettingsError(
                Problem(
                    file: name, line: node?.mark?.line ?? 1, key: nil,
                    expected: "keys with values, such as “name: value”",
                    found: node?.shown ?? "an empty file"))
        }
    }

    /// What Yams says, without the line's content: it could hold a secret.
    private static func problem(of error: any Error, in file: String, text: String) -> Problem {
        var line = 1
        var found = "something else"
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _):
            // Where a quotation or a key began says more than where its end was missed.
            line = context?.mark.line ?? mark.line
            found = [problem, context?.text].compactMap(\.self).joined(separator: " ")
            if found.contains("alias") { found += " (a value that starts with * needs quotes)" }
        case .parser(let context, let problem, let mark, _):
            line = mark.line
            found = [problem, context?.text].compactMap(\.self).joined(separator: " ")
        case .composer(_, let problem, let mark, _):
            line = mark.line
            found = problem.replacing("but found", with: "found")
        case .reader(let problem, let offset, _, _):
            let before = text.prefix(offset ?? 0)
            line = before.count { $0.isNewline } + 1
            found = problem
        case .duplicatedKeysInMapping(let keys, let context):
            line = context.mark.line
            let names = keys.map { $0.quoted }.joined(separator: ", ")
            return Problem(
                file: file, line: line, key: nil, expected: "each key once",
                found: "\(names) more than once")
        default:
            break
        }
        return Problem(
            file: file, line: line, key: nil, expected: "YAML", found: "a mistake: \(found)")
    }
}

extension Node {
    /// Whether nothing is written: an empty value, `~` or `null`, without quotes.
    var isNothing: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// The value as a problem shows it.
    var shown: String {
        switch self {
        case _ where isNothing: "nothing"
        case .scalar(let scalar): scalar.string.quoted
        case .sequence: "a list"
        case .mapping: "keys with values"
        case .alias: "an alias"
        }
    }
}

extension String {
    /// In quotation marks, on one line, cut after 60 characters.
    var quoted: String {
        let line = String(prefix(60).map { $0.isNewline ? " " : $0 })
        return "“\(line)\(count > 60 ? "…" : "")”"
    }
}
