internal import Yams

/// The keys of a configuration file, those of sections joined by dots, with their lines.
struct WrittenKeys {
    /// What stands under one key.
    struct Value {
        let line: Int
        let node: Node
    }

    let file: String
    /// Keys in the order of the file, sections before their keys.
    private(set) var names: [String] = []
    private(set) var values: [String: Value] = [:]
    private(set) var problems: [Problem] = []

    init(of yaml: MarkedYAML) {
        file = yaml.name
        visit(yaml.root, under: "", line: 1)
    }

    private mutating func visit(_ mapping: Node.Mapping, under path: String, line: Int) {
        for (key, node) in mapping {
            let line = key.mark?.line ?? line
            guard case .scalar(let scalar) = key else {
                refuse(path.isEmpty ? nil : path, line, "a text as key", key.shown)
                continue
            }
            let name = path + scalar.string
            guard values[name] == nil else {
                refuse(name, line, "each key once", "it again")
                continue
            }
            names.append(name)
            values[name] = Value(line: line, node: node)
            if case .mapping(let inner) = node {
                visit(inner, under: "\(name).", line: line)
            }
        }
    }

    private mutating func refuse(_ key: String?, _ line: Int, _ expected: String, _ found: String) {
        problems.append(
            Problem(file: file, line: line, key: key, expected: expected, found: found))
    }

    /// The keys that are neither known nor sections of known ones; of an unknown section only
    /// itself.
    func unknown(among known: [String]) -> [Problem] {
        let sections = Set(known.flatMap(Self.sections(of:)))
        // A known key that holds keys of its own was refused when it was read.
        var refused = known
        var problems: [Problem] = []
        for name in names where !known.contains(name) {
            guard let value = values[name], !refused.contains(where: { name.hasPrefix("\($0).") })
            else { continue }
            let shown = String(name.prefix(60))
            if sections.contains(name) {
                if case .mapping = value.node { continue }
                if value.node.isNothing { continue }
                problems.append(
                    Problem(
                        file: file, line: value.line, key: shown,
                        expected: "the keys of this section", found: value.node.kind))
            } else {
                refused.append(name)
                let isSection = if case .mapping = value.node { true } else { false }
                problems.append(
                    Problem(
                        file: file, line: value.line, key: shown,
                        expected: "a key of the configuration", found: "an unknown one",
                        nearest: nearest(to: name, among: isSection ? sections.sorted() : known)))
            }
        }
        return problems
    }

    /// `a.b.c` lies in the sections `a` and `a.b`.
    private static func sections(of key: String) -> [String] {
        let parts = key.split(separator: ".")
        return (1..<max(1, parts.count)).map { parts.prefix($0).joined(separator: ".") }
    }
}

extension Node {
    /// What kind of value it is, without the value.
    var kind: String {
        if case .scalar = self, !isNothing { return "a text" }
        return shown
    }
}
