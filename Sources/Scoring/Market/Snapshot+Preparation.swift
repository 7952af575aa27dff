public import Market
internal import Text

extension Snapshot {
    /// The snapshot as it is scored: with the languages that nobody said, guessed from the texts.
    ///
    /// - Complexity: O(*n*) in the length of the texts whose language nobody said.
    public func prepared() -> Snapshot {
        var prepared = self
        prepared.guessLanguages()
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
