internal import Market

extension Wording {
    /// A count with its noun, whose form agrees: `0 mission` in French, `0 missions` in English.
    public func count(_ count: Int, _ noun: CountedNoun) -> String {
        measured(Double(count), noun)
    }

    /// A quantity with its noun.
    func measured(_ value: Double, _ noun: CountedNoun) -> String {
        let tenths = (value * 10).rounded(.toNearestOrEven) / 10
        return quantity(value) + Wording.space + noun[forms.pluralCategory(of: tenths)]
    }

    /// A small count in words, in the gender of a skill: `une`, `deux`, `ten`; digits above ten.
    package func inWords(_ count: Int) -> String {
        let words = forms.smallCounts
        return words.indices.contains(count) ? words[count] : number(Double(count))
    }

    /// Labels in a row that cannot be read apart wrongly: within quotation marks where one of them
    /// holds a comma or a word that joins the last.
    func apart(_ labels: [String]) -> String {
        let isUnclear =
            labels.count > 1
            && labels.contains { label in Wording.joints.contains { label.contains($0) } }
        return list(isUnclear ? labels.map { quoted($0) } : labels)
    }

    /// A text within parentheses, those that it holds turned into brackets.
    func inParentheses(_ text: String) -> String {
        "(" + text.replacing("(", with: "[").replacing(")", with: "]") + ")"
    }

    /// What joins items in any language.
    private static let joints =
        [","] + Language.allCases.flatMap { Wording($0).forms.conjunctions }
}
