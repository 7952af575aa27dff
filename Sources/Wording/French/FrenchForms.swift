internal import Market

/// How French is written, after the *Lexique des règles typographiques en usage à l'Imprimerie
/// nationale* (2002): a narrow no-break space (U+202F) between groups of three digits and before `%`
/// and `;`, a no-break space (U+00A0) between a number and its unit, before `:` and inside guillemets.
struct FrenchForms: WrittenForms {
    let pluralCategories: [PluralCategory] = [.one, .other]

    /// The singular below 2.
    func pluralCategory(of quantity: Double) -> PluralCategory {
        abs(quantity) < 2 ? .one : .other
    }

    let decimalSign = ","
    let groupSeparator = Wording.thinSpace

    func percent(_ digits: String) -> String { "\(digits)\(Wording.thinSpace)%" }
    func euros(_ digits: String) -> String { "\(digits)\(Wording.space)€" }

    func rate(_ price: String, perHour: Bool) -> String {
        price + (perHour ? " par heure" : " par jour")
    }

    let smallCounts = [
        "aucune", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    ]

    let day = CountedNoun(one: "jour", other: "jours")
    let hour = CountedNoun(one: "heure", other: "heures")
    func lessThan(_ distance: String) -> String { "moins de \(distance)" }

    let colon = "\(Wording.space): "
    let semicolon = "\(Wording.thinSpace); "
    func quoted(_ text: String) -> String { "«\(Wording.space)\(text)\(Wording.space)»" }
    func joined(_ items: String, _ last: String) -> String { "\(items) et \(last)" }
    let conjunctions = [" et ", " ou "]
    let oneLetterWords: Set<Character> = ["À"]
}
