public import Market

/// The languages of some texts of one origin, by the stop words that they hold.
///
/// A text with two stop words more of French than of English, or the other way round, is taken to be
/// in it, unless it has still more of a third language; one with more stop words of a third language
/// than of either in that, where two of them at least are words of neither: “mer” and “sol” are
/// French words too. A text that says less is taken to be in the language of most of the others,
/// French where there are none.
///
/// - Parameters:
///   - texts: The texts.
///   - known: For each text its language where somebody said it, and `undetermined` elsewhere; empty:
///     nobody said any.
/// - Complexity: O(*n*) in the length of the texts to guess.
public func guessedLanguages(
    of texts: [String], known: [TextLanguage] = []
) -> [TextLanguage] {
    let languages = texts.indices.map { index -> TextLanguage? in
        let said = known.isEmpty ? .undetermined : known[index]
        return said == .undetermined ? guessedLanguage(of: texts[index]) : said
    }
    let counts = languages.reduce(into: [TextLanguage: Int]()) { counts, language in
        if let language { counts[language, default: 0] += 1 }
    }
    let usual = counts.min { ($1.value, precedence($0.key)) < ($0.value, precedence($1.key)) }?.key
    return languages.map { $0 ?? usual ?? .french }
}

/// French first, English second, then by code.
private func precedence(_ language: TextLanguage) -> String {
    switch language {
    case .french: "0"
    case .english: "1"
    default: language.rawValue
    }
}

/// The language that a text's stop words tell; nil where they do not.
private func guessedLanguage(of text: String) -> TextLanguage? {
    var counts: [TextLanguage: Int] = [:]
    var own: [TextLanguage: Set<String>] = [:]
    var foreign = 0
    for word in prepared(text).split(whereSeparator: { !$0.isLetter }) {
        let word = String(word)
        let languages = StopWords.languages[word] ?? []
        let isTheirs =
            !languages.contains(.french) && !languages.contains(.english)
            && !ambiguousFunctionWords.contains(word)
        for language in languages {
            counts[language, default: 0] += 1
            if isTheirs { own[language, default: []].insert(word) }
        }
        foreign += foreignFunctionWords.contains(word) ? 1 : 0
    }
    let french = counts.removeValue(forKey: .french) ?? 0
    let english = counts.removeValue(forKey: .english) ?? 0
    let other = counts.filter { own[$0.key, default: []].count >= leastBalance }.min {
        ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue)
    }
    let lead = (other?.value ?? 0) - max(french, english)
    if lead >= leastBalance { return other?.key }
    let balance = french - english
    if abs(balance) >= leastBalance, foreign <= abs(balance) {
        return balance > 0 ? .french : .english
    }
    return lead > 0 ? other?.key : nil
}

/// Stop words that one language must be ahead by: one alone is also a name, or a word of a third
/// language.
private let leastBalance = 2
