package import Market

/// How a language writes numbers, money, days and lists: what the Unicode CLDR holds for it, as the
/// texts of this program need it.
package protocol WrittenForms: Sendable {
    /// Forms that a noun has after a number, in the order of ``PluralCategory``; the last is
    /// ``PluralCategory/other``.
    var pluralCategories: [PluralCategory] { get }
    /// The form of a noun after a quantity, whole or not, 0 or more.
    func pluralCategory(of quantity: Double) -> PluralCategory

    /// Between the whole part and the rest: `,`, `.`.
    var decimalSign: String { get }
    /// Between groups of three digits.
    var groupSeparator: String { get }
    /// Digits as a share of a hundred: `35 %`, `35%`.
    func percent(_ digits: String) -> String
    /// Digits as an amount in euros: `520 €`, `€520`.
    func euros(_ digits: String) -> String
    /// A price for a day or an hour of work: `520 € par jour`.
    func rate(_ price: String, perHour: Bool) -> String
    /// Small counts in words from none on, in the gender of a skill: `aucune`, `une`, `deux` …
    var smallCounts: [String] { get }

    var day: CountedNoun { get }
    var hour: CountedNoun { get }
    /// `moins de 1 km`.
    func lessThan(_ distance: String) -> String

    /// `lundi 23 novembre 2026`.
    func dateWithWeekday(_ day: Day) -> String
    /// `1er décembre 2026`.
    func date(_ day: Day) -> String
    /// `23 nov. 2026`.
    func shortDate(_ day: Day) -> String
    /// `le 3 décembre 2026`, from its date.
    func on(_ date: String) -> String
    /// `du 3 au 20 décembre 2026`: both days in full, the first without what it shares with the last.
    func period(from first: Day, to last: Day) -> String
    /// `Réponse attendue jusqu’au 24 décembre 2026`, from its date.
    func answersUntil(_ date: String) -> String
    /// `Réponse attendue avant le 3 décembre 2026 à 12 h`, from its moment.
    func answersBefore(_ moment: String) -> String
    /// A time of the day: `12 h`, `8 h 05`.
    func time(_ time: TimeOfDay) -> String
    /// A day with a time: `3 décembre 2026 à 12 h`.
    func moment(_ day: String, at time: String) -> String

    /// A colon with its spaces.
    var colon: String { get }
    /// A semicolon with its spaces.
    var semicolon: String { get }
    /// A text within quotation marks.
    func quoted(_ text: String) -> String
    /// The last of a list, joined to those before: `a, b et c` from `a, b` and `c`.
    func joined(_ items: String, _ last: String) -> String
    /// Words that join the last of a list, with their spaces: ` et `, ` ou `.
    var conjunctions: [String] { get }

    /// Languages by their ISO 639-1 code, to stand within a sentence: `français`.
    var languageNames: [String: String] { get }
    /// Words that tell nothing where two texts share them: numerals, the calendar, what any request
    /// could hold.
    var dullWords: String { get }
    /// Words of a single letter, in upper case, that a text may begin with.
    var oneLetterWords: Set<Character> { get }
}
