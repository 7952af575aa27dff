extension SignalDifference { static let words = 0.05 }

extension Wording {
    var wordsSignal: SignalText {
        SignalText(
            name: pick("mots en commun", "shared words"),
            nameWithArticle: pick("les mots en commun", "shared words"))
    }

    func wordsReason(_ words: [String]) -> String? {
        let shown = tellingWords(words).prefix(5)
        guard !shown.isEmpty else { return nil }
        return
            (shown.count == 1
            ? pick("Mot en commun", "Word in common") : pick("Mots en commun", "Words in common"))
            + colon + list(Array(shown)) + "."
    }

    func wordsClause(_ words: [String], besides skills: [String], _ you: Bool) -> String? {
        let named = skills.joined(separator: " ").lowercased()
        let shown = tellingWords(words).filter { !named.contains($0.lowercased()) }.prefix(3)
        guard shown.count > 1 else { return nil }
        let quoted = list(shown.map(quoted))
        return pick(
            "\(you ? "employez" : "emploie") les mêmes mots (\(quoted))",
            "\(you ? "use" : "uses") the same words (\(quoted))")
    }
}
