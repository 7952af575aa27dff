public import Market

/// What people read, in one language.
///
/// What is said, and in which order, is decided here once; words, forms and punctuation are those of
/// the language, which has a folder of its own beside this one. Numbers, dates and lists are made by
/// hand, so that the bytes never change with the machine, its locale or its version of ICU. A number
/// and its unit never part at the end of a line, in any language.
public struct Wording: Sendable, Hashable {
    /// The reader's language.
    public let language: Language

    public init(_ language: Language) {
        self.language = language
    }

    /// The registry of languages: what each says.
    package var sentences: any LanguageSentences {
        switch language {
        case .french: French()
        case .english: English()
        }
    }

    /// How the language writes numbers, days and lists.
    package var forms: any WrittenForms { sentences.forms }

    /// U+00A0, as wide as a space.
    package static let space = "\u{A0}"
    /// U+202F, narrower than a space.
    package static let thinSpace = "\u{202F}"

    /// The same said in every language that people are written to in.
    package static func inEachLanguage<T>(_ say: (Wording) -> T) -> [Language: T] {
        Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, say(Wording($0))) })
    }
}
