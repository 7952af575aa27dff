package import Market

/// What one language says on one subject.
///
/// Each subject has a protocol of its own, so that the compiler finds every sentence that a language
/// lacks. A protocol takes facts and leaves words, forms and their order to the language; which of its
/// sentences is said is decided once, for all languages.
package protocol Sentences: Sendable {
    /// How the language writes numbers, days and lists.
    var wording: Wording { get }
}

/// What a language says on all subjects of this module.
package protocol LanguageSentences: ExclusionSentences, OutcomeSentences, ReasonSentences,
    SeparationSentences, SetAsideSentences, SkillSentences, SurveySentences
{
    var forms: any WrittenForms { get }
}

/// How the language writes, without saying `wording` each time.
extension Sentences {
    package var colon: String { wording.colon }
    package var semicolon: String { wording.semicolon }

    package func number(_ count: Int) -> String { wording.number(Double(count)) }

    package func number(_ value: Double, digits: Int) -> String {
        wording.number(value, digits: digits)
    }

    package func quantity(_ value: Double) -> String { wording.quantity(value) }
    package func percent(_ share: Double) -> String { wording.percent(share) }
    package func money(_ amount: Money) -> String { wording.money(amount) }

    package func rate(_ price: Money, perHour: Bool) -> String {
        wording.rate(price, perHour: perHour)
    }

    package func days(_ count: Double) -> String { wording.days(count) }
    package func hours(_ count: Double) -> String { wording.hours(count) }
    package func kilometres(_ distance: Double) -> String { wording.kilometres(distance) }
    package func shortDay(_ day: Day) -> String { wording.shortDay(day) }
    package func inWords(_ count: Int) -> String { wording.inWords(count) }
    package func list(_ items: [String]) -> String { wording.list(items) }
    package func quoted(_ text: String) -> String { wording.quoted(text) }

    /// The items in a row, each within quotation marks.
    package func quoted(_ items: [String]) -> String { list(items.map { quoted($0) }) }

    package func count(_ count: Int, _ noun: CountedNoun) -> String { wording.count(count, noun) }
}
