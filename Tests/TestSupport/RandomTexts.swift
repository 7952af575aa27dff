/// Random texts of words of the trade, some empty, some repeated.
public func randomTexts(_ count: Int, using random: inout SeededGenerator) -> [String] {
    let words =
        """
        audit énergie atelier facilitation comptabilité logistique forêt eau numérique site design
        accompagnement coopérative formation budget données territoire tourisme agriculture santé
        water training project planning procurement waste recycling legal translation 2024 CO2
        """.split(whereSeparator: \.isWhitespace)
    return (0..<count).map { _ in
        let length = [0, 1, 2, 3, 3, 5, 12, 40].randomElement(using: &random) ?? 1
        return (0..<length).map { _ in String(words.randomElement(using: &random) ?? "") }
            .joined(separator: " ")
    }
}
