extension SignalDifference { static let words = 0.05 }

extension Wording {
    func wordsReason(_ words: [String]) -> String? {
        let shown = tellingWords(words).prefix(5)
        return shown.isEmpty ? nil : sentences.wordsInCommon(Array(shown))
    }

    func wordsClause(_ words: [String], besides skills: [String], _ you: Bool) -> String? {
        let named = skills.joined(separator: " ").lowercased()
        let shown = tellingWords(words).filter { !named.contains($0.lowercased()) }.prefix(3)
        return shown.count > 1 ? sentences.usesWords(Array(shown), you: you) : nil
    }
}
