public import Market

/// Keys of the texts that a page or a message needs, as the files of `config/locales` name them.
public protocol PhraseKey: RawRepresentable<String>, CaseIterable, Sendable {}

/// The fixed texts of a page or a message in one language, known to be complete.
///
/// A text may hold places for values, as `{name}`. Nouns that are counted have two keys, for one and
/// for many; which of them is used follows the language.
public struct Phrases<Key: PhraseKey>: Sendable {
    /// How the language writes.
    public let wording: Wording
    /// Every text by its key, also those that no `Key` names.
    public let texts: [String: String]

    /// Takes the texts of one language.
    ///
    /// - Throws: ``MissingPhrases`` with every key of `Key` that has no text.
    public init(_ texts: [String: String], in language: Language) throws(MissingPhrases) {
        let missing = Key.allCases.map(\.rawValue).filter { texts[$0] == nil }
        guard missing.isEmpty else { throw MissingPhrases(keys: missing, language: language) }
        self.texts = texts
        wording = Wording(language)
    }

    /// The text of a key.
    public subscript(_ key: Key) -> String { texts[key.rawValue] ?? "" }

    /// The text of a key with its places filled.
    public func filled(_ key: Key, _ values: [String: String]) -> String {
        fill(self[key], values)
    }

    /// A count with its noun.
    public func count(_ count: Int, one: Key, many: Key) -> String {
        wording.count(count, CountedNoun(one: self[one], other: self[many]))
    }

    private func fill(_ text: String, _ values: [String: String]) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}"),
                let value = values[String(rest[rest.index(after: open)..<close])]
            else {
                filled += "{"
                rest = rest.dropFirst()
                continue
            }
            filled += value
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}

/// Texts that a language lacks.
public struct MissingPhrases: Error, Sendable, Hashable, CustomStringConvertible {
    /// The keys without a text, in the order of their declaration.
    public let keys: [String]
    public let language: Language

    public init(keys: [String], language: Language) {
        self.keys = keys
        self.language = language
    }

    public var description: String {
        "the labels of language \(language.rawValue) have no text for: "
            + keys.joined(separator: ", ")
    }
}
