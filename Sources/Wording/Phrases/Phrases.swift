public import Market

/// Keys of the texts that a page or a message needs, as the files of `config/locales` name them.
public protocol PhraseKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// Keys whose text depends on a number: the files have one for each form that a noun takes in their
    /// language, named `KEY_one`, `KEY_other` and so on.
    static var counted: Set<Self> { get }
}

extension PhraseKey {
    public static var counted: Set<Self> { [] }

    /// What the files of a language name the key: one name, or one for each form.
    public func names(in language: Language) -> [String] {
        Self.counted.contains(self)
            ? language.pluralForms.map { "\(rawValue)_\($0)" } : [rawValue]
    }
}

extension Language {
    /// Names of the forms that a noun takes after numbers, by ``PluralCategory``.
    public var pluralForms: [String] { Wording(self).forms.pluralCategories.map(\.rawValue) }
}

/// The fixed texts of a page or a message in one language, known to be complete.
///
/// A text may hold places for values, as `{name}`. One that depends on a number has a key for each
/// form, see ``PhraseKey/counted``; which of them is used follows the language.
public struct Phrases<Key: PhraseKey>: Sendable {
    /// How the language writes.
    public let wording: Wording
    /// Every text by its key, also those that no `Key` names.
    public let texts: [String: String]

    /// Takes the texts of one language.
    ///
    /// - Throws: ``MissingPhrases`` with every key of `Key` that has no text.
    public init(_ texts: [String: String], in language: Language) throws(MissingPhrases) {
        let missing = Key.allCases.flatMap { $0.names(in: language) }.filter { texts[$0] == nil }
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

    /// The text of a counted key that goes with a number, with its places filled.
    public func filled(_ key: Key, for number: Int, _ values: [String: String]) -> String {
        let noun = noun(named: key.rawValue)
        return fill(noun?[wording.forms.pluralCategory(of: Double(number))] ?? "", values)
    }

    /// A count with its noun, which is a counted key.
    public func count(_ count: Int, _ key: Key) -> String {
        noun(named: key.rawValue).map { wording.count(count, $0) } ?? ""
    }

    /// A noun by the name that its keys begin with; nil where a form has no text.
    public func noun(named name: String) -> CountedNoun? {
        var forms: [PluralCategory: String] = [:]
        for category in wording.forms.pluralCategories {
            guard let text = texts["\(name)_\(category.rawValue)"] else { return nil }
            forms[category] = text
        }
        return CountedNoun(forms)
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
