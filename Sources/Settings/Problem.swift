/// One thing that is wrong in a file or in the environment, told so that it can be mended.
public struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// The file as it was named, or `environment`.
    public let file: String
    /// Line in the file, from 1; nil where no line is to blame.
    public let line: Int?
    /// The key with its sections (`encoder.batch`), or the environment variable; nil where the
    /// whole file is to blame.
    public let key: String?
    /// What should stand there.
    public let expected: String
    /// What stands there instead; nil where it must not be shown.
    public let found: String?
    /// The known name that comes nearest, where one was probably meant.
    public let nearest: String?

    public init(
        file: String, line: Int?, key: String?, expected: String, found: String?,
        nearest: String? = nil
    ) {
        self.file = file
        self.line = line
        self.key = key
        self.expected = expected
        self.found = found
        self.nearest = nearest
    }

    /// `config/entremise.yaml:12: encoder.batch: expected …, found …; did you mean …?`
    public var description: String {
        var text = file
        if let line { text += ":\(line)" }
        text += ": "
        if let key { text += "\(key): " }
        text += "expected \(expected)"
        if let found { text += ", found \(found)" }
        if let nearest { text += "; did you mean \(nearest)?" }
        return text
    }
}

/// Everything that was found wrong at once in configuration, job files or labels.
///
/// The description has one line a problem. It never holds a secret's value.
public struct SettingsError: Error, Hashable, CustomStringConvertible {
    /// At least one, by file and line.
    public let problems: [Problem]

    public init(_ problems: [Problem]) {
        self.problems = problems
    }

    init(_ problem: Problem) {
        self.problems = [problem]
    }

    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}

extension [Problem] {
    /// By file as first met, then by line; a file's problems without a line come first.
    func inReadingOrder() -> [Problem] {
        var rank: [String: Int] = [:]
        for problem in self where rank[problem.file] == nil { rank[problem.file] = rank.count }
        let keyed = enumerated().map { (rank[$1.file] ?? 0, $1.line ?? 0, $0, $1) }
        return keyed.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
    }
}
