internal import Market
internal import Yams

/// The keys under one key of a YAML file, read one by one, with everything wrong kept for the end.
///
/// A key becomes known by being asked for. ``finish()`` then refuses the keys that nobody asked
/// for.
public struct Section {
    let file: String
    /// The keys above this section with a dot after each, or empty at the root.
    let path: String
    let line: Int
    private var entries: [(key: String, line: Int, value: Node)] = []
    private var known: [String] = []
    private var problems: [Problem] = []

    init(_ file: MarkedYAML) {
        self.init(file: file.name, path: "", line: 1, mapping: file.root)
    }

    private init(file: String, path: String, line: Int, mapping: Node.Mapping) {
        self.file = file
        self.path = path
        self.line = mapping.mark?.line ?? line
        for (key, value) in mapping {
            let line = key.mark?.line ?? self.line
            if case .scalar(let name) = key {
                entries.append((name.string, line, value))
            } else {
                refuse("a text as key", found: key.shown, line: line)
            }
        }
    }

    /// The line of a key, or of the section where the key is missing.
    func line(of key: String) -> Int {
        entries.first { $0.key == key }?.line ?? line
    }

    /// Every key that is written, in order.
    public var keys: [String] { entries.map(\.key) }

    public func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    public mutating func refuse(
        _ expected: String, found: String?, key: String? = nil, line: Int? = nil,
        nearest: String? = nil
    ) {
        let name = key.map { path + $0 } ?? (path.isEmpty ? nil : String(path.dropLast()))
        problems.append(
            Problem(
                file: file, line: line ?? key.map(self.line(of:)) ?? self.line, key: name,
                expected: expected, found: found, nearest: nearest))
    }

    /// Refuses a key that earlier versions knew, where it is written.
    mutating func refuse(former key: String, _ expected: String) {
        guard let entry = entries.first(where: { $0.key == key }) else { return }
        known.append(key)
        refuse(expected, found: entry.value.shown, key: key)
    }

    /// The problems of this section and of those ``absorb(_:)``ed, with every unknown key.
    public mutating func finish() -> [Problem] {
        for entry in entries where !known.contains(entry.key) {
            let place = path.isEmpty ? "" : " under \(path.dropLast())"
            refuse(
                "one of the keys known\(place)", found: "an unknown one",
                key: String(entry.key.prefix(60)), line: entry.line,
                nearest: nearest(to: entry.key, among: known))
        }
        return problems
    }

    public mutating func absorb(_ others: [Problem]) { problems += others }

    /// The value of a key; refused where it is required and missing, or written with no value.
    mutating func value(_ key: String, _ expected: String, required: Bool = true) -> Node? {
        known.append(key)
        guard let entry = entries.first(where: { $0.key == key }) else {
            if required { refuse(expected, found: "nothing", key: key) }
            return nil
        }
        guard !entry.value.isNothing else {
            refuse(expected, found: "nothing", key: key)
            return nil
        }
        return entry.value
    }

    /// The keys under a key. With `mayBeEmpty`, a key with no value counts as no keys.
    public mutating func section(
        _ key: String, _ expected: String, required: Bool = true, mayBeEmpty: Bool = false
    ) -> Section? {
        if mayBeEmpty, let entry = entries.first(where: { $0.key == key }), entry.value.isNothing {
            known.append(key)
            return Section(
                file: file, path: "\(path)\(key).", line: entry.line, mapping: Node.Mapping([]))
        }
        guard let node = value(key, expected, required: required) else { return nil }
        guard case .mapping(let mapping) = node else {
            refuse(expected, found: node.shown, key: key)
            return nil
        }
        return Section(file: file, path: "\(path)\(key).", line: line(of: key), mapping: mapping)
    }

    /// A value made of a scalar's text; `make` gives nil for what is not `expected`.
    public mutating func scalar<Value>(
        _ key: String, _ expected: String, required: Bool = true, make: (String) -> Value?
    ) -> Value? {
        guard let node = value(key, expected, required: required) else { return nil }
        guard case .scalar(let scalar) = node, let value = make(scalar.string) else {
            refuse(expected, found: node.shown, key: key)
            return nil
        }
        return value
    }

    /// A text that is not blank.
    public mutating func text(_ key: String, _ expected: String, required: Bool = true) -> String? {
        scalar(key, expected, required: required) { $0.isBlank ? nil : $0 }
    }

    public mutating func number(
        _ key: String, in range: ClosedRange<Double>, required: Bool = true
    ) -> Double? {
        let expected = "a number from \(range.lowerBound.brief) to \(range.upperBound.brief)"
        return scalar(key, expected, required: required) {
            Double($0).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    public mutating func whole(
        _ key: String, in range: ClosedRange<Int>, required: Bool = true
    ) -> Int? {
        let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        return scalar(key, expected, required: required) {
            Int($0).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    public mutating func flag(_ key: String, default fallback: Bool) -> Bool {
        let flags = ["true": true, "yes": true, "false": false, "no": false]
        return scalar(key, "true or false", required: false) { flags[$0.lowercased()] } ?? fallback
    }

    /// Names of a list, each one of `choices` and none twice; empty where the key is missing.
    public mutating func names(_ key: String, of what: String, among choices: [String]) -> [String]
    {
        let expected = "a list of \(what)s (\(choices.joined(separator: ", ")))"
        guard let node = value(key, expected, required: false) else { return [] }
        guard case .sequence(let items) = node else {
            refuse(expected, found: node.shown, key: key)
            return []
        }
        var names: [String] = []
        for item in items {
            let name = item.scalar?.string
            if let name, choices.contains(name), !names.contains(name) {
                names.append(name)
            } else {
                let once = name.map(names.contains) == true
                refuse(
                    once
                        ? "each \(what) once" : "\(what)s among \(choices.joined(separator: ", "))",
                    found: item.shown + (once ? " again" : ""), key: key, line: item.mark?.line,
                    nearest: once ? nil : name.flatMap { nearest(to: $0, among: choices) })
            }
        }
        return names
    }
}

extension Double {
    /// As short as it can be: whole numbers without a decimal point.
    public var brief: String {
        Int(exactly: self).map(String.init) ?? String(self)
    }
}
