internal import Market
internal import SystemPackage
internal import Yams

/// The values of the configuration, read one by one, the environment before the file, with
/// everything wrong kept for the end.
///
/// A key becomes known by being asked for. ``finish()`` then refuses every other key of the file
/// and every other `ENTREMISE_…` variable.
struct Values {
    let root: FilePath
    private let written: WrittenKeys
    private let environment: [String: String]
    private var problems: [Problem]
    private(set) var entries: [Configuration.Entry] = []

    init(yaml: MarkedYAML, environment: [String: String], root: FilePath) {
        self.root = root
        let written = WrittenKeys(of: yaml)
        self.written = written
        self.environment = environment.filter { $0.key.hasPrefix("ENTREMISE_") }
        problems = written.problems
    }

    /// Where a key's value comes from.
    private func origin(of key: String) -> Configuration.Entry.Origin {
        let variable = Self.variable(of: key)
        if environment[variable] != nil { return .environment(variable: variable) }
        return written.values[key].map { .file(line: $0.line) } ?? .fallback
    }

    /// `database.conninfo` is `ENTREMISE_DATABASE_CONNINFO`.
    static func variable(of key: String) -> String {
        "ENTREMISE_" + key.uppercased().replacing(".", with: "_")
    }

    /// Refuses a key's value, or that it has none.
    mutating func refuse(
        _ key: String, _ expected: String, found: String?, nearest: String? = nil
    ) {
        let place: (file: String, line: Int?, key: String) =
            switch origin(of: key) {
            case .environment(let variable): ("environment", nil, variable)
            case .file(let line): (written.file, line, key)
            case .fallback: (written.file, nil, key)
            }
        problems.append(
            Problem(
                file: place.file, line: place.line, key: place.key, expected: expected,
                found: found, nearest: nearest))
    }

    /// The text of a key, the environment before the file; nil where there is none.
    private func text(of key: String) -> String? {
        environment[Self.variable(of: key)] ?? written.values[key]?.node.scalar?.string
    }

    /// The texts of a key, the environment before the file; nil where there is no list.
    private func texts(of key: String) -> [String]? {
        if let listed = environment[Self.variable(of: key)] {
            return listed.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
        }
        guard case .sequence(let items) = written.values[key]?.node else { return nil }
        let texts = items.compactMap(\.scalar?.string)
        return texts.count == items.count ? texts : nil
    }

    /// Reads one key: the text that is written, and what `make` makes of it; nil where nothing is
    /// written, or where what is written was refused.
    mutating func read<Value>(
        _ key: String, _ expected: String, fallback: String?, isSecret: Bool = false,
        shows: (String) -> Bool = { _ in true }, make: (String) -> Value?
    ) -> Value? {
        let origin = origin(of: key)
        let text = text(of: key)
        note(key, expected, fallback, isSecret ? nil : text ?? fallback, isSecret, origin)
        guard origin != .fallback else { return nil }
        guard let text, !text.isBlank, let value = make(text) else {
            let found = text.map { $0.isBlank ? "nothing" : $0.quoted }
            let hidden = isSecret || text.map { !$0.isBlank && !shows($0) } ?? false
            refuse(
                key, expected, found: hidden ? nil : found ?? written.values[key]?.node.kind)
            return nil
        }
        return value
    }

    /// Reads a list of texts: separated by commas in the environment. Empty where nothing is
    /// written.
    mutating func list(_ key: String, _ expected: String) -> [String] {
        let origin = origin(of: key)
        let items = texts(of: key)
        note(key, expected, nil, items?.joined(separator: ", "), false, origin)
        guard origin != .fallback else { return [] }
        guard let items, !items.contains(where: \.isBlank) else {
            let kind = written.values[key]?.node.kind
            refuse(key, expected, found: items == nil ? kind : "an empty name")
            return []
        }
        return items
    }

    private mutating func note(
        _ key: String, _ expected: String, _ fallback: String?, _ value: String?, _ isSecret: Bool,
        _ origin: Configuration.Entry.Origin
    ) {
        entries.append(
            Configuration.Entry(
                key: key, expected: expected, fallback: fallback, value: value, isSecret: isSecret,
                origin: origin))
    }

    /// Every problem: of values, then every key and variable that nobody asked for.
    func finish() -> [Problem] {
        let known = entries.map(\.key)
        let variables = known.map(Self.variable(of:))
        let strangers = environment.keys.sorted().filter {
            !variables.contains($0) && !Configuration.otherVariables.contains($0)
        }
        let unknown = strangers.map {
            Problem(
                file: "environment", line: nil, key: $0,
                expected: "a variable of the configuration", found: "an unknown one",
                nearest: nearest(to: $0, among: variables + Configuration.otherVariables))
        }
        return (problems + written.unknown(among: known)).inReadingOrder() + unknown
    }
}
