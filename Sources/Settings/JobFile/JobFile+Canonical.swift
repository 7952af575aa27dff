internal import Market

extension JobFile {
    /// Everything that the file and its queries say, in one fixed form, for the configuration hash.
    ///
    /// Comments, spaces and the order of keys in the file do not change it, and neither does the
    /// folder that the file lies in.
    public var canonical: String {
        var text = CanonicalText()
        addDeciding(to: &text)
        for language in Language.allCases {
            text.add("title.\(language.rawValue)", title[language] ?? "")
        }
        text.add("publish.report", String(publish.report))
        text.add("publish.digest", publish.digest.map(\.rawValue).sorted().joined(separator: ","))
        return text.text
    }

    /// What of the file decides which proposals a run makes, in one fixed form: titles and
    /// readers do not.
    public var deciding: String {
        var text = CanonicalText()
        addDeciding(to: &text)
        return text.text
    }

    private func addDeciding(to text: inout CanonicalText) {
        text.add("job", name)
        text.add("needs", needs.text)
        text.add("candidates", candidates.text)
        if let exclusions { text.add("exclusions", exclusions.text) }
        for (key, query) in further.sorted(by: { $0.key < $1.key }) { text.add(key, query.text) }
        text.add("match.require", match.require.map(\.rawValue).sorted().joined(separator: ","))
        for kind in SignalKind.allCases {
            text.add("match.weights.\(kind.rawValue)", String(match.weights[kind] ?? 0))
        }
        switch match.floor {
        case .number(let floor): text.add("match.floor", String(floor))
        case .automatic(let precision): text.add("match.floor", "auto \(precision)")
        }
        text.add("match.retrieve", String(match.retrieve))
        if case .days(let days) = match.declinedFor {
            text.add("match.declined_for", "\(days) days")
        }
        if match.mentioned != .adds { text.add("match.mentioned", match.mentioned.rawValue) }
        if match.learns { text.add("match.learn", "true") }
        let verbName = type(of: verb).name
        for (key, value) in verb.canonical { text.add("solve.\(verbName).\(key)", value) }
    }
}

extension JobFile: Hashable {
    /// Whether both say the same, wherever their keys stand.
    public static func == (one: JobFile, other: JobFile) -> Bool {
        one.canonical == other.canonical && one.file == other.file
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(file)
    }
}

extension Configuration {
    /// What of the configuration decides which proposals a run makes, in one fixed form.
    public var deciding: String {
        var text = CanonicalText()
        for entry in entries where Self.isDeciding(entry.key) && !entry.isSecret {
            text.add(entry.key, entry.value ?? "")
        }
        return text.text
    }

    private static func isDeciding(_ key: String) -> Bool {
        ["encoder.", "solve.", "run.seed"].contains { key.hasPrefix($0) }
    }
}

/// Keys and values, one after the other, so that different ones never give the same text.
struct CanonicalText {
    private(set) var text = ""

    /// Adds `key=length:value`, the length in bytes.
    mutating func add(_ key: String, _ value: String) {
        text += "\(key)=\(value.utf8.count):\(value)\n"
    }
}
