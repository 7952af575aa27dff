public import Market

extension Wording {
    /// What separates a pair from the one above it: one sentence of the score and of the signals
    /// that make the difference.
    public func sentence(for separation: Separation) -> String {
        let name = Wording.printed(separation.rival.name)
        let against = separation.parts.filter { $0.difference < 0 }.prefix(2)
        let inFavour = separation.parts.filter { $0.difference > 0 }.prefix(2)
        let gap = number(abs(separation.score), digits: 3)
        guard abs(separation.score) >= 0.0005 else { return sentences.isLevel(with: name) }
        let isBelow = separation.score < 0
        var text =
            isBelow
            ? sentences.score(gap, belowThatOf: name) : sentences.score(gap, aboveThatOf: name)
        let (why, despite) = isBelow ? (against, inFavour) : (inFavour, against)
        let ways = [
            why.isEmpty ? nil : sentences.by(why.map(part)),
            despite.isEmpty ? nil : sentences.despite(despite.map(part)),
        ]
        let reasons = ways.compactMap(\.self)
        if !reasons.isEmpty { text += ", " + list(reasons) }
        return capitalised(text) + "."
    }

    private func part(_ part: Separation.Part) -> String {
        let sign = part.difference < 0 ? "" : "+"
        return "\(nameWithArticle(part.kind)) (\(sign)\(number(part.difference, digits: 3)))"
    }
}
