internal import Market
internal import SystemPackage
internal import Yams

/// The values of the configuration, read one by one, the environment before the file, and the file
/// before the one that it inherits from, with everything wrong kept for the end.
///
/// A key becomes known by being asked for. ``finish()`` then refuses every other key of the files
/// and every other `ENTREMISE_…` variable.
struct Values {
    let root: FilePath
    /// The file, then the one that it inherits from.
    private let written: [WrittenKeys]
    private let environment: [String: String]
    private var problems: [Problem]
    /// Sections whose keys are free.
    private var free: Set<String> = []
    private(set) var entries: [Configuration.Entry] = []

    /// - Parameters:
    ///   - yaml: The file.
    ///   - inherited: The file that it inherits from, if any.
    init(
        yaml: MarkedYAML, inheriting inherited: MarkedYAML? = nil, environment: [String: String],
        root: FilePath
    ) {
        self.root = root
        written = [yaml, inherited].compactMap(\.self).map(WrittenKeys.init)
        self.environment = environment.filter { $0.key.hasPrefix("ENTREMISE_") }
        problems = written.flatMap(\.problems)
    }

    /// What is written under a key, and in which file.
    private func place(of key: String) -> (file: String, value: WrittenKeys.Value)? {
        written.lazy.compactMap { file in file.values[key].map { (file.file, $0) } }.first
    }

    private func value(of key: String) -> WrittenKeys.Value? { place(of: key)?.value }

    /// Whether a key stands in the file itself, and the environment says nothing else.
    func isOwn(_ key: String) -> Bool {
        environment[Self.variable(of: key)] == nil && written.first?.values[key] != nil
    }

    /// Names under a section whose keys are free, of the files and the environment.
    mutating func names(under section: String) -> [String] {
        free.insert(section)
        for file in written {
            guard let value = file.values[section], !value.node.isNothing else { continue }
            if case .mapping = value.node { continue }
            refuse(section, "names with values", found: value.node.kind)
        }
        let files = written.flatMap(\.names).filter { $0.hasPrefix("\(section).") }
            .map { String($0.dropFirst(section.count + 1)) }
        let prefix = "\(Self.variable(of: section))_"
        let variables = environment.keys.filter { $0.hasPrefix(prefix) }
            .map { $0.dropFirst(prefix.count).lowercased() }
        return Set(files + variables).sorted()
    }

    /// Where a key's value comes from.
    private func origin(of key: String) -> Configuration.Entry.Origin {
        let variable = Self.variable(of: key)
        if environment[variable] != nil { return .environment(variable: variable) }
        return value(of: key).map { .file(line: $0.line) } ?? .fallback
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
            case .file(let line): (self.place(of: key)?.file ?? "", line, key)
            case .fallback: (written.first?.file ?? "", nil, key)
            }
        problems.append(
            Problem(
                file: place.file, line: place.line, key: place.key, expected: expected,
                found: found, nearest: nearest))
    }

    /// The text of a key, the environment before the file; nil where there is none.
    private func text(of key: String) -> String? {
        environment[Self.variable(of: key)] ?? value(of: key)?.node.scalar?.string
    }

    /// The texts of a key, the environment before the file; nil where there is no list.
    private func texts(of key: String) -> [String]? {
        if let listed = environment[Self.variable(of: key)] {
            return listed.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
        }
        guard case .sequence(let items) = value(of: key)?.node else { return nil }
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
                key, expected, found: hidden ? nil : found ?? self.value(of: key)?.node.kind)
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
            let kind = value(of: key)?.node.kind
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

    /// Notes a key that was refused unread, so that it is not refused as unknown besides.
    mutating func know(_ key: String) {
        note(key, "", nil, nil, false, origin(of: key))
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
        let foreign = written.flatMap { $0.unknown(among: known + free.sorted()) }
        return (problems + foreign).inReadingOrder() + unknown
    }
}
