public import Market

extension WordStatistics {
    /// The words that two texts share and that tell most, as the first one writes them.
    ///
    /// Words that more than half of the texts have, single letters and bare numbers tell nothing to
    /// a reader and are left out. Words as rare as each other come in the order of the text.
    ///
    /// - Parameters:
    ///   - text: The text to explain, and its language.
    ///   - other: The text that it is held against, and its language.
    ///   - limit: How many words at most.
    /// - Complexity: O(*n*) in the length of both texts.
    public func shared(
        _ text: (text: String, language: Language), with other: (text: String, language: Language),
        limit: Int
    ) -> [String] {
        var tokenisers = Tokenisers()
        let keys = Set(tokenisers.words(of: other.text, in: other.language).map(\.key))
        guard !keys.isEmpty else { return [] }
        var met: Set<String> = []
        var found: [(text: String, rarity: Float)] = []
        for word in tokenisers.words(of: text.text, in: text.language)
        where keys.contains(word.key) && met.insert(word.key).inserted {
            guard word.text.count > 1, !word.text.allSatisfy(\.isNumber) else { continue }
            let form = Tokeniser.folded(prepared(word.text))
            guard textsWithWord[form, default: 0] <= max(1, texts / 2) else { continue }
            found.append((word.text, rarity(of: form)))
        }
        return found.enumerated()
            .sorted { ($1.element.rarity, $0.offset) < ($0.element.rarity, $1.offset) }
            .prefix(max(0, limit))
            .map(\.element.text)
    }
}
