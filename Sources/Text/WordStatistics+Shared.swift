public import Market

extension WordStatistics {
    /// The words that two texts share and that tell most, as the first one writes them.
    ///
    /// Two words of one stem are one word to a reader where they begin with the same four letters, or
    /// one is the other with two more at most: “données” is not “don”. Words that more than half of
    /// the texts have, single letters that are no capitals, bare numbers and the function words of any
    /// language tell nothing to a reader and are left out; “R” stays. Words
    /// as rare as each other come in the order of the text.
    ///
    /// - Parameters:
    ///   - text: The text to explain, and its language.
    ///   - other: The text that it is held against, and its language.
    ///   - limit: How many words at most.
    /// - Complexity: O(*n*) in the length of both texts.
    public func shared(
        _ text: (text: String, language: TextLanguage),
        with other: (text: String, language: TextLanguage), limit: Int
    ) -> [String] {
        var tokenisers = Tokenisers()
        let theirs = Dictionary(
            grouping: tokenisers.words(of: withoutMarkup(other.text), in: other.language),
            by: \.key
        )
        guard !theirs.isEmpty else { return [] }
        var met: Set<String> = []
        var found: [(text: String, rarity: Float)] = []
        for word in tokenisers.words(of: withoutMarkup(text.text), in: text.language)
        where theirs[word.key] != nil && !met.contains(word.key) {
            let form = Tokeniser.folded(prepared(word.text))
            guard word.text.count > 1 || word.text.allSatisfy(\.isUppercase),
                !word.text.allSatisfy(\.isNumber),
                theirs[word.key, default: []].contains(where: {
                    isOneWord(Tokeniser.folded(prepared($0.text)), form)
                })
            else { continue }
            met.insert(word.key)
            guard textsWithWord[form, default: 0] <= max(1, texts / 2) else { continue }
            found.append((word.text, rarity(of: form)))
        }
        return found.enumerated()
            .sorted { ($1.element.rarity, $0.offset) < ($0.element.rarity, $1.offset) }
            .prefix(max(0, limit))
            .map(\.element.text)
    }
}

/// Whether two forms of one stem, lower case and without accents, read as one word.
private func isOneWord(_ one: String, _ other: String) -> Bool {
    let (shorter, longer) = one.count < other.count ? (one, other) : (other, one)
    return longer.hasPrefix(shorter.prefix(4)) && shorter.count >= 4
        || longer.hasPrefix(shorter) && longer.count - shorter.count <= 2
}
