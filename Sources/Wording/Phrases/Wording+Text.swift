extension Wording {
    /// Items in a row: `a, b et c`, `a, b and c`; empty for none.
    public func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return forms.joined(items.dropLast().joined(separator: ", "), last)
    }

    /// The text within quotation marks: `« … »`, `“…”`.
    public func quoted(_ text: String) -> String { forms.quoted(text) }

    /// A colon with the space that follows it, and in French the one before.
    public var colon: String { forms.colon }

    /// A semicolon with the space that follows it, and in French the one before.
    public var semicolon: String { forms.semicolon }

    /// The text with its first letter in upper case, accents kept.
    public func capitalised(_ text: String) -> String {
        guard let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }

    /// A language by its ISO 639-1 code, to stand within a sentence: `français`, `French`; the code
    /// itself where it is not among those of Europe and the most spoken elsewhere.
    public func languageName(_ code: String) -> String {
        forms.languageNames[code.lowercased()] ?? code
    }
}
