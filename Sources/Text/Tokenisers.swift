internal import Market

/// A tokeniser of each language that is met.
struct Tokenisers: ~Copyable {
    private var french = Tokeniser(.french)
    private var english = Tokeniser(.english)
    private var others: [TextLanguage: Owned] = [:]

    /// A tokeniser that a dictionary can hold: it owns the handle of a stemmer.
    private final class Owned {
        var tokeniser: Tokeniser

        init(_ language: TextLanguage) { tokeniser = Tokeniser(language) }
    }

    mutating func words(of text: String, in language: TextLanguage) -> [Tokeniser.Word] {
        switch language {
        case .french: return french.words(of: text)
        case .english: return english.words(of: text)
        default:
            let other = others[language] ?? Owned(language)
            others[language] = other
            return other.tokeniser.words(of: text)
        }
    }

    /// The key of a single word; nil where it is a stop word or no word.
    static func key(of word: String, in language: TextLanguage) -> String? {
        var tokeniser = Tokeniser(language)
        return tokeniser.words(of: word).first?.key
    }
}
