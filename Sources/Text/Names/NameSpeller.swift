internal import Market

/// The ways in which a name may be written, as the forms of their words.
struct NameSpeller: ~Copyable {
    private let inflection: InflectedForm
    private var forms: [String: String] = [:]

    /// One way to write a name.
    struct Spelling: Sendable, Hashable {
        let forms: [String]
        let writing: Gazetteer.Writing
    }

    /// Words of a name at most.
    private static let most = 12

    init(_ language: TextLanguage) { inflection = InflectedForm(language) }

    /// The spellings of a name: the whole of it, what stands before a parenthesis at its end, an acronym
    /// within one, and words that a sign joins, as one.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - isForeign: Whether whoever writes the texts did not choose the name: a single word is then
    ///     known only where it is written as a name.
    mutating func spellings(of name: String, isForeign: Bool) -> [Spelling] {
        var spellings: [Spelling] = []
        func add(_ spelling: Spelling?) {
            if let spelling, !spellings.contains(spelling) { spellings.append(spelling) }
        }
        let name = withoutMarkup(name).trimmed
        let tokens = NameToken.tokens(of: name)
        add(spelling(tokens, isQualified: isForeign))
        add(joined(tokens))
        if name.hasSuffix(")"), let open = name.lastIndex(of: "(") {
            let before = NameToken.tokens(of: String(name[..<open]))
            let within = NameToken.tokens(of: String(name[open...].dropFirst().dropLast()))
            let isAcronym =
                within.count == 1 && (2...6).contains(within[0].written.count)
                && within[0].written.allSatisfy(\.isUppercase)
            add(spelling(before, isQualified: isForeign || !isAcronym))
            add(joined(before))
            if isAcronym { add(spelling(within, isQualified: false)) }
        }
        return spellings
    }

    /// - Parameter isQualified: Whether the name needs a word beside it to be understood.
    private mutating func spelling(_ tokens: [NameToken], isQualified: Bool) -> Spelling? {
        guard !tokens.isEmpty, tokens.count <= Self.most else { return nil }
        let lower = tokens.map { prepared($0.written) }
        let telling = lower.filter { !NameWords.links.contains(Tokeniser.folded($0)) }
        let words = telling.isEmpty ? lower : telling
        guard words.contains(where: { $0.contains(where: \.isLetter) }) else { return nil }
        let isSingle = tokens.count == 1
        return Spelling(
            forms: words.map { form(of: $0) },
            writing: isSingle ? writing(of: lower[0], isQualified: isQualified) : .any)
    }

    /// The words as one, where a sign joins all of them: “e-commerce”, “Node.js”.
    private mutating func joined(_ tokens: [NameToken]) -> Spelling? {
        guard tokens.count == 2, let sign = tokens[0].after, sign == tokens[1].before,
            sign == "-" || sign == "."
        else { return nil }
        let word = prepared(tokens[0].written + tokens[1].written)
        return Spelling(forms: [form(of: word)], writing: writing(of: word, isQualified: false))
    }

    private func writing(of lower: String, isQualified: Bool) -> Gazetteer.Writing {
        guard lower.allSatisfy(\.isLetter) else { return .any }
        if lower.count == 1 { return .letter }
        return lower.count == 2 || isQualified ? .capital : .any
    }

    private mutating func form(of lower: String) -> String {
        if let form = forms[lower] { return form }
        let form = inflection.form(of: lower)
        forms[lower] = form
        return form
    }
}
