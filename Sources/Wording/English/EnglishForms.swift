internal import Market

/// How English is written: a comma between groups of three digits, the sign of the currency before
/// its amount, a no-break space (U+00A0) between a number and its unit.
struct EnglishForms: WrittenForms {
    let pluralCategories: [PluralCategory] = [.one, .other]

    /// The singular at 1 only.
    func pluralCategory(of quantity: Double) -> PluralCategory {
        abs(quantity) == 1 ? .one : .other
    }

    let decimalSign = "."
    let groupSeparator = ","

    func percent(_ digits: String) -> String { "\(digits)%" }
    func euros(_ digits: String) -> String { "€\(digits)" }

    func rate(_ price: String, perHour: Bool) -> String {
        price + (perHour ? " an hour" : " a day")
    }

    let smallCounts = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]

    let day = CountedNoun(one: "day", other: "days")
    let hour = CountedNoun(one: "hour", other: "hours")
    func lessThan(_ distance: String) -> String { "less than \(distance)" }

    let colon = ": "
    let semicolon = "; "
    func quoted(_ text: String) -> String { "“\(text)”" }
    func joined(_ items: String, _ last: String) -> String { "\(items) and \(last)" }
    let conjunctions = [" and ", " or "]
    let oneLetterWords: Set<Character> = ["A"]
}
