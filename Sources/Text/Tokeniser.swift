internal import Foundation
public import Market

/// Splits texts of one language into the words that tell something.
///
/// A word is a run of letters and digits; hyphens, apostrophes and everything else part words. Its
/// key is what it is found by: lower case, Snowball stem, accents folded and ligatures spelt out,
/// so that “Animées” and “ANIMEES” meet. Stop words (``stopWords(in:)``) are left out, and so are the
/// function words of neighbouring languages; numbers are kept, and so are `C++`, `C#` and their like.
/// A language without a stemmer keeps its words, one without stop words those too.
public struct Tokeniser: ~Copyable {
    private let stemmer: Stemmer
    private let stops: Set<String>
    /// Keys of words met before, as they are written; empty for a stop word, one space for a function
    /// word of a neighbouring language.
    private var keys: [String: String] = [:]

    public init(_ language: TextLanguage) {
        stemmer = Stemmer(language)
        stops = Tokeniser.stops[language] ?? Tokeniser.foreignWords
    }

    /// What falls away in each language that has stop words; beside French and English, whose texts
    /// count the function words of their neighbours, these too.
    private static let stops: [TextLanguage: Set<String>] = {
        var stops: [TextLanguage: Set<String>] = [:]
        for (language, words) in StopWords.byLanguage {
            let isCounting = language == .french || language == .english
            stops[language] = Set(words.map(Tokeniser.folded))
                .union(isCounting ? [] : Tokeniser.foreignWords)
        }
        stops[.undetermined] = [TextLanguage.french, .english]
            .reduce(into: Tokeniser.foreignWords) { $0.formUnion(stops[$1] ?? []) }
        return stops
    }()

    /// One word of a text.
    public struct Word: Sendable, Hashable {
        /// As written.
        public let text: String
        /// What the word is found by.
        public let key: String
    }

    /// The words of a text in order, stop words left out; in a text with two function words of a
    /// neighbouring language or more, those that are words of this one as well.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public mutating func words(of text: String) -> [Word] {
        var words: [Word] = []
        var foreign = 0
        for written in Tokeniser.split(text) {
            let key = keys[written] ?? read(written)
            if key == Tokeniser.foreign {
                foreign += 1
            } else if !key.isEmpty {
                words.append(Word(text: written, key: key))
            }
        }
        if foreign > 1 {
            words.removeAll {
                Tokeniser.ambiguousWords.contains(Tokeniser.folded(Tokeniser.plain($0.text)))
            }
        }
        return words
    }

    private static func plain(_ written: String) -> String {
        LatinLetters.plain(written) ?? plainByUnicode(written)
    }

    private static let foreignWords = Set(foreignFunctionWords.map(Tokeniser.folded))
    private static let ambiguousWords = Set(ambiguousFunctionWords.map(Tokeniser.folded))
    /// What stands for a function word of a neighbouring language among keys.
    private static let foreign = " "

    /// The key of a word that was not met before.
    private mutating func read(_ written: String) -> String {
        let lower = Tokeniser.plain(written)
        let folded = Tokeniser.folded(lower)
        let key =
            stops.contains(folded)
            ? "" : Tokeniser.foreignWords.contains(folded) ? Tokeniser.foreign : key(of: lower)
        keys[written] = key
        return key
    }

    private func key(of lower: String) -> String {
        if lower.utf8.allSatisfy({ $0 < 0x80 && !Tokeniser.isASCIILetter($0) }) { return lower }
        switch stemmer.language {
        case .english:
            return stemmer.stem(of: Tokeniser.folded(lower))
        case _ where stemmer.language != .french:
            return Tokeniser.folded(stemmer.stem(of: lower))
        default:
            // Capitals and haste lose accents, and the stemmer needs them in endings: they are
            // folded first and the endings that carry one get it back, so that every spelling of
            // a word goes the same way.
            let restored = Tokeniser.restoringEnding(of: Tokeniser.folded(lower))
            var key = Tokeniser.folded(stemmer.stem(of: restored))
            while key.utf8.count > 3, key.hasSuffix("e") { key.removeLast() }
            if key.utf8.count > 3, key.hasSuffix("y") { key = key.dropLast() + "i" }
            return key
        }
    }

    private static func isASCIILetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    /// A French word without accents, with that of its ending: -ité, -ée, -ière, and their plurals.
    private static func restoringEnding(of folded: String) -> String {
        let plural = folded.hasSuffix("s") ? "s" : ""
        let singular = folded.dropLast(plural.count)
        for (plain, accented) in [("ite", "ité"), ("ee", "ée"), ("iere", "ière")]
        where singular.hasSuffix(plain) {
            return singular.dropLast(plain.count) + accented + plural
        }
        return folded
    }

    /// Runs of letters, marks and digits, as written.
    private static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func end() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            if LatinLetters.isPart(scalar)
                || (scalar == "+" || scalar == "#") && isSingleLetter(word)
            {
                word.append(scalar: scalar)
            } else if scalar.value != 0xAD {  // a soft hyphen lies within a word
                end()
            }
        }
        end()
        return words
    }

    /// Whether a scalar is part of a word, by Unicode's own answers.
    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case ..<0x80: false
        default:
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
                .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber:
                true
            default: false
            }
        }
    }

    /// Whether a word is one letter, with `+` or `#` after it or not: `C`, `C+`.
    private static func isSingleLetter(_ word: [UInt8]) -> Bool {
        guard let first = word.first, isASCIILetter(first | 0x20), word.count < 3 else {
            return false
        }
        return word.dropFirst().allSatisfy { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#") }
    }

    /// A lower-case word without accents, `œ`, `æ` and `ß` spelt out.
    package static func folded(_ word: String) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word }
        return LatinLetters.unaccented(word) ?? unaccented(word)
    }

    /// What ``folded(_:)`` makes of a word of any scalars.
    package static func unaccented(_ word: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "œ": result.append(contentsOf: "oe".unicodeScalars)
            case "æ": result.append(contentsOf: "ae".unicodeScalars)
            case "ß": result.append(contentsOf: "ss".unicodeScalars)
            case "ø": result.append("o")
            case "ł": result.append("l")
            // Accents are above or below a letter; vowels of Indic scripts, of class 0, are letters.
            case _
            where scalar.properties.generalCategory == .nonspacingMark
                && scalar.properties.canonicalCombiningClass.rawValue > 9:
                continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
