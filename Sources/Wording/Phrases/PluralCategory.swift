/// A form that a noun takes after some numbers, as the Unicode CLDR names it. Each language has those
/// that it needs: French and English `one` and `other`, Polish `one`, `few` and `many` as well.
public enum PluralCategory: String, Sendable, Hashable, CaseIterable {
    case zero, one, two, few, many, other
}

/// A noun in the forms that it takes after numbers.
public struct CountedNoun: Sendable, Hashable {
    private let forms: [PluralCategory: String]

    public init(_ forms: [PluralCategory: String]) {
        self.forms = forms
    }

    /// A noun of a language that tells one from all others.
    package init(one: String, other: String) {
        self.init([.one: one, .other: other])
    }

    /// The form of a category; that of ``PluralCategory/other`` where the noun has none.
    public subscript(_ category: PluralCategory) -> String {
        forms[category] ?? forms[.other] ?? ""
    }
}
