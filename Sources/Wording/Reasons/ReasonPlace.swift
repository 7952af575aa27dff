internal import Market

extension Wording {
    func place(
        _ kilometres: Double?, _ needPlace: String?, _ candidatePlace: String?, _ atDistance: Bool
    ) -> String? {
        guard let kilometres else {
            return atDistance
                ? pick("Accepte de travailler à distance.", "Accepts work at a distance.")
                : pick(
                    "N’accepte pas le travail à distance.", "Does not accept work at a distance.")
        }
        let remote =
            atDistance && kilometres >= 1
            ? pick("\(semicolon)peut travailler à distance", "; can work at a distance") : ""
        guard let needPlace, !needPlace.isEmpty else {
            return pick("À ", "") + self.kilometres(kilometres)
                + pick("", " away") + remote + "."
        }
        if kilometres < 1, needPlace == candidatePlace {
            return pick("Sur place, \(at(needPlace)).", "On the spot, in \(needPlace).")
        }
        return switch language {
        case .french: "À \(self.kilometres(kilometres)) \(from(needPlace))\(remote)."
        case .english:
            capitalised(self.kilometres(kilometres)) + " from \(needPlace)\(remote)."
        }
    }

    /// A French town after *de*: `de Caen`, `d’Alençon`, `du Havre`, `des Andelys`.
    func from(_ town: String) -> String {
        let town = typographic(town)
        if let rest = contracted(town, "Le ") { return "du " + rest }
        if let rest = contracted(town, "Les ") { return "des " + rest }
        return (startsWithVowel(town) ? "d’" : "de ") + town
    }

    /// A French town after *à*: `à Caen`, `au Havre`, `aux Andelys`.
    func at(_ town: String) -> String {
        let town = typographic(town)
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
