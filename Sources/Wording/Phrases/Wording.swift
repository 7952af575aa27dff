public import Market

/// How numbers, money, days and lists are written to people, in one language.
///
/// Made by hand for French and English, so that the bytes never change with the machine, its locale
/// or its version of ICU. French follows the *Lexique des règles typographiques en usage à
/// l'Imprimerie nationale* (2002): a narrow no-break space (U+202F) between groups of three digits
/// and before `%`, a no-break space (U+00A0) between a number and its unit and inside guillemets.
/// A number and its unit never part at the end of a line, in either language.
public struct Wording: Sendable, Hashable {
    /// The reader's language.
    public let language: Language

    public init(_ language: Language) {
        self.language = language
    }

    /// U+00A0, as wide as a space.
    package static let space = "\u{A0}"
    /// U+202F, narrower than a space.
    package static let thinSpace = "\u{202F}"

    /// The text in the reader's language.
    package func pick(_ french: String, _ english: String) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }

    /// Whether a noun after this quantity stands in the singular: in French below 2, in English at
    /// 1 only.
    package func isSingular(_ value: Double) -> Bool {
        switch language {
        case .french: abs(value) < 2
        case .english: abs(value) == 1
        }
    }
}
