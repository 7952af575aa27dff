import Market

/// A sentence, whose form is looked at once, however many pairs it is said of.
struct Said: Hashable {
    let sentence: String
    let language: Language
    /// Whether it is a line of a list, such as “23 km from Caen.”
    let isLine: Bool

    init(_ sentence: String, _ language: Language, isLine: Bool = false) {
        self.sentence = sentence
        self.language = language
        self.isLine = isLine
    }

    /// What is wrong with how it is written; nil where nothing is.
    var fault: String? {
        faultOfForm(sentence, language, mayBeginWithNumber: isLine).map { "\(sentence) [\($0)]" }
    }
}

/// What is wrong with how a sentence is written; nil for a sound one.
///
/// - Parameter mayBeginWithNumber: Whether it is a line of a list, such as “23 km from Caen.”
func faultOfForm(
    _ sentence: String, _ language: Language, mayBeginWithNumber: Bool = false
) -> String? {
    if let slip = slip(in: sentence) { return "“\(slip)” in it" }
    let begins = sentence.first.map {
        $0.isUppercase || mayBeginWithNumber && ($0.isNumber || $0 == "€")
    }
    guard sentence.hasSuffix("."), begins == true else { return "no sentence" }
    if sentence.dropLast().contains(". ") { return "more than one sentence" }
    let quotes = language == .french ? ("«", "»") : ("“", "”")
    if sentence.ranges(of: quotes.0).count != sentence.ranges(of: quotes.1).count {
        return "quotation marks do not pair"
    }
    guard language == .french else { return nil }
    if isWithoutElision(sentence) { return "no elision" }
    for (before, sign) in zip(sentence, sentence.dropFirst())
    where sign == ":" && before != "\u{A0}" || sign == ";" && before != "\u{202F}" {
        return "no no-break space before “\(sign)”"
    }
    return nil
}

/// Two signs that do not stand beside each other in print, or a quotation mark of the keyboard.
private func slip(in sentence: String) -> String? {
    let signs = Array(sentence.unicodeScalars)
    if let mark = signs.first(where: { $0 == "'" || $0 == "\"" }) { return String(mark) }
    for (one, next) in zip(signs, signs.dropFirst()) {
        switch (one, next) {
        case (" ", " "), (" ", ","), ("(", ")"), (".", "."), (",", ","), ("(", " "), (" ", ")"),
            ("«", " "), (" ", "»"):
            return "\(one)\(next)"
        default: continue
        }
    }
    return nil
}

/// Whether a French word that loses its vowel before another has kept it.
private func isWithoutElision(_ sentence: String) -> Bool {
    let words = sentence.lowercased().split(separator: " ")
    return zip(words, words.dropFirst()).contains { word, next in
        guard let first = next.first, "aeiouàâéèêëîïôùûœ".contains(first) else { return false }
        let last = word.split { $0.isWhitespace || $0 == "(" || $0 == "’" }.last ?? ""
        return ["de", "que", "le", "la", "ne", "se", "je", "me", "te"].contains(last)
            || last == "si" && next.hasPrefix("il")
    }
}
