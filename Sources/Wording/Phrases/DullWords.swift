internal import Market

extension Wording {
    /// Words that tell a reader something, of those that two texts share: no numerals, no calendar,
    /// no word that any request could hold; each once.
    func tellingWords(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { word in
            let plain = word.lowercased()
            return plain.count > 1 && !plain.contains(where: \.isNumber)
                && !Wording.dullWords.contains(plain) && seen.insert(plain).inserted
        }.map { typographic(calm($0)) }
    }

    /// A word in capitals was shouted if it is longer than acronyms are; a capital at its start
    /// stood at the start of a title.
    private func calm(_ word: String) -> String {
        let isShouted = word.count > 5 && word.uppercased() == word
        let rest = word.dropFirst()
        let isTitle = word.first?.isUppercase == true && rest == rest.lowercased()
        guard isShouted || isTitle && !Wording.properNames.contains(word) else { return word }
        return word.lowercased()
    }

    /// Those of all languages: what one text says in one of them another may say in the next.
    private static let dullWords = Set(
        Language.allCases.flatMap { language in
            Wording(language).forms.dullWords.split(whereSeparator: \.isWhitespace).map(String.init)
        })
}
