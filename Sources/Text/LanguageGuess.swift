public import Market

/// The languages of some texts of one origin, by the stop words that they hold.
///
/// A text with two stop words more of one language than of the other is taken to be in it; one that
/// says less, or more in the function words of a third language, in the language of most of the
/// others, French where there are none.
///
/// - Complexity: O(*n*) in the length of all texts.
public func guessedLanguages(of texts: [String]) -> [Language] {
    let french = stopWords(in: .french)
    let english = stopWords(in: .english)
    let guesses = texts.map { text -> Language? in
        var balance = 0
        var foreign = 0
        for word in prepared(text).split(whereSeparator: { !$0.isLetter }) {
            let word = String(word)
            balance += (french.contains(word) ? 1 : 0) - (english.contains(word) ? 1 : 0)
            foreign += foreignFunctionWords.contains(word) ? 1 : 0
        }
        guard abs(balance) >= leastBalance, foreign <= abs(balance) else { return nil }
        return balance > 0 ? .french : .english
    }
    let frenchTexts = guesses.count { $0 == .french }
    let englishTexts = guesses.count { $0 == .english }
    let usual: Language = englishTexts > frenchTexts ? .english : .french
    return guesses.map { $0 ?? usual }
}

/// Stop words that one language must be ahead by: one alone is also a name, or a word of a third
/// language.
private let leastBalance = 2
