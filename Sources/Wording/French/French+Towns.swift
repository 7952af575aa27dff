extension French {
    /// A name after *de*: `de Caen`, `d’Alençon`, `du Havre`, `des Andelys`.
    func from(_ town: String) -> String {
        let town = wording.typographic(town)
        if let rest = contracted(town, "Le ") { return "du " + rest }
        if let rest = contracted(town, "Les ") { return "des " + rest }
        return (startsWithVowel(town) ? "d’" : "de ") + town
    }

    /// A town after *à*: `à Caen`, `au Havre`, `aux Andelys`.
    func at(_ town: String) -> String {
        let town = wording.typographic(town)
        if let rest = contracted(town, "Le ") { return "au " + rest }
        if let rest = contracted(town, "Les ") { return "aux " + rest }
        return "à " + town
    }

    private func contracted(_ town: String, _ article: String) -> Substring? {
        town.hasPrefix(article) && town.count > article.count
            ? town.dropFirst(article.count) : nil
    }

    private func startsWithVowel(_ word: String) -> Bool {
        word.first.map { "aàâäeéèêëiîïoôöuùûüyœæ".contains($0.lowercased()) } ?? false
    }
}
