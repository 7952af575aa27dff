public import Market
internal import Text

extension Snapshot {
    /// The snapshot as it is scored: with the languages that nobody said, guessed from the texts, and the
    /// skills that texts mention.
    ///
    /// - Parameter mentions: Whether skills that texts mention are looked for.
    /// - Complexity: O(*n*) in the length of all texts, and of all labels of skills where they are
    ///   looked for.
    public func prepared(mentions: Bool = true) -> Snapshot {
        var prepared = self
        prepared.guessLanguages()
        if mentions { prepared.findMentions() }
        return prepared
    }

    private mutating func guessLanguages() {
        if needs.contains(where: { $0.language == .undetermined }) {
            let languages = guessedLanguages(
                of: needs.map { text($0.title, $0.text, $0.skills.map(\.skill)) },
                known: needs.map(\.language))
            for index in needs.indices { needs[index].language = languages[index] }
        }
        if candidates.contains(where: { $0.language == .undetermined }) {
            let languages = guessedLanguages(
                of: candidates.map { text($0.title, $0.text, $0.skills.map(\.skill)) },
                known: candidates.map(\.language))
            for index in candidates.indices { candidates[index].language = languages[index] }
        }
    }

    /// What a row says. The names of its skills are in the language of whoever named them: they tell
    /// where there is no text.
    private func text(_ title: String, _ text: String, _ named: [Skill.ID]) -> String {
        ([title, text] + named.map { skills[$0]?.french ?? $0 }).joined(separator: ". ")
    }
}
