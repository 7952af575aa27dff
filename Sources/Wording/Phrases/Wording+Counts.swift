internal import Market

extension Wording {
    /// A small count in words, feminine in French: `une`, `deux`, `ten`; digits above ten.
    package func inWords(_ count: Int) -> String {
        let words =
            switch language {
            case .french:
                [
                    "aucune", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit",
                    "neuf", "dix",
                ]
            case .english:
                [
                    "none", "one", "two", "three", "four", "five", "six", "seven", "eight",
                    "nine", "ten",
                ]
            }
        return words.indices.contains(count) ? words[count] : number(Double(count))
    }

    /// Labels in a row that cannot be read apart wrongly: within quotation marks where one of them
    /// holds a comma or the word that joins the last.
    func apart(_ labels: [String]) -> String {
        let joins = [",", " et ", " and ", " ou ", " or "]
        let isUnclear =
            labels.count > 1 && labels.contains { label in joins.contains { label.contains($0) } }
        return list(isUnclear ? labels.map(quoted) : labels)
    }

    /// A text within parentheses, those that it holds turned into brackets.
    func inParentheses(_ text: String) -> String {
        "(" + text.replacing("(", with: "[").replacing(")", with: "]") + ")"
    }
}
