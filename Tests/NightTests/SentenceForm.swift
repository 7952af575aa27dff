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
    for slip in ["  ", " ,", "()", "..", "'", "\"", ",,", "( ", " )", "« ", " »"]
    where sentence.contains(slip) {
        return "“\(slip)” in it"
    }
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
    if sentence.contains(
        /(?i)(?:^|[\s(’])(?:de|que|le|la|ne|se|je|me|te|si il) [aeiouàâéèêëîïôùûœ]/)
    {
        return "no elision"
    }
    for (before, sign) in zip(sentence, sentence.dropFirst())
    where sign == ":" && before != "\u{A0}" || sign == ";" && before != "\u{202F}" {
        return "no no-break space before “\(sign)”"
    }
    return nil
}
