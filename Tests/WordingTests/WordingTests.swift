import Market
import Testing
import Wording

private let french = Wording(.french)
private let english = Wording(.english)

/// Makes the spaces that cannot be seen visible: `~` for U+00A0, `_` for U+202F.
private func visible(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" ? "~" : $0 == "\u{202F}" ? "_" : $0 })
}

private func money(_ cents: Int) -> Money { Money(cents: cents) }

private func day(_ text: String) throws -> Day { try #require(Day(text)) }

@Test(arguments: [
    (0.0, 0, "0", "0"), (-0.2, 0, "0", "0"), (0.5, 0, "0", "0"), (1.5, 0, "2", "2"),
    (2.5, 0, "2", "2"), (999, 0, "999", "999"), (1_000, 0, "1_000", "1,000"),
    (1_250.5, 1, "1_250,5", "1,250.5"), (1_250, 2, "1_250,00", "1,250.00"),
    (1_234_567.891, 2, "1_234_567,89", "1,234,567.89"), (-1_250, 0, "−1_250", "−1,250"),
    (0.05, 2, "0,05", "0.05"), (9.999, 2, "10,00", "10.00"), (.infinity, 0, "–", "–"),
    (.nan, 1, "–", "–"),
])
func `a number is grouped by three and rounded half to even`(
    value: Double, digits: Int, inFrench: String, inEnglish: String
) {
    #expect(visible(french.number(value, digits: digits)) == inFrench)
    #expect(visible(english.number(value, digits: digits)) == inEnglish)
}

@Test(arguments: [
    (12.0, "12", "12"), (12.5, "12,5", "12.5"), (12.04, "12", "12"), (0.96, "1", "1"),
    (1_250.25, "1_250,2", "1,250.2"), (0.0, "0", "0"),
])
func `a quantity has one decimal at most`(value: Double, inFrench: String, inEnglish: String) {
    #expect(visible(french.quantity(value)) == inFrench)
    #expect(visible(english.quantity(value)) == inEnglish)
}

@Test(arguments: [
    (125_050, "1_250,50~€", "€1,250.50"), (125_000, "1_250~€", "€1,250"),
    (5, "0,05~€", "€0.05"), (0, "0~€", "€0"), (-52_000, "−520~€", "−€520"),
    (100_000_000_00, "100_000_000~€", "€100,000,000"), (1_010, "10,10~€", "€10.10"),
])
func `money shows cents only where there are any`(
    cents: Int, inFrench: String, inEnglish: String
) {
    #expect(visible(french.money(money(cents))) == inFrench)
    #expect(visible(english.money(money(cents))) == inEnglish)
}

@Test func `a rate says its unit`() {
    #expect(visible(french.rate(money(52_000), perHour: false)) == "520~€ par jour")
    #expect(visible(french.rate(money(3_550), perHour: true)) == "35,50~€ par heure")
    #expect(english.rate(money(52_000), perHour: false) == "€520 a day")
    #expect(english.rate(money(3_500), perHour: true) == "€35 an hour")
}

@Test(arguments: [
    (0.0, "0~jour", "0~days"), (0.5, "0,5~jour", "0.5~days"), (1, "1~jour", "1~day"),
    (1.5, "1,5~jour", "1.5~days"), (2, "2~jours", "2~days"), (12, "12~jours", "12~days"),
    (1.97, "2~jours", "2~days"), (1_200, "1_200~jours", "1,200~days"),
])
func `days agree in number with the language`(
    value: Double, inFrench: String, inEnglish: String
) {
    #expect(visible(french.days(value)) == inFrench)
    #expect(visible(english.days(value)) == inEnglish)
}

@Test func `hours and counts agree in number with the language`() {
    #expect(visible(french.hours(1.5)) == "1,5~heure")
    #expect(visible(french.hours(3)) == "3~heures")
    #expect(visible(english.hours(1)) == "1~hour")
    let mission = CountedNoun([.one: "mission", .other: "missions"])
    #expect(visible(french.count(0, mission)) == "0~mission")
    #expect(visible(french.count(1, mission)) == "1~mission")
    #expect(visible(french.count(1_200, mission)) == "1_200~missions")
    #expect(visible(english.count(0, mission)) == "0~missions")
}

@Test(arguments: [
    (0.0, "moins de 1~km", "less than 1~km"), (0.99, "moins de 1~km", "less than 1~km"),
    (1, "1~km", "1~km"), (23.4, "23~km", "23~km"), (1_023.4, "1_023~km", "1,023~km"),
])
func `kilometres are whole`(value: Double, inFrench: String, inEnglish: String) {
    #expect(visible(french.kilometres(value)) == inFrench)
    #expect(visible(english.kilometres(value)) == inEnglish)
}

@Test func `percent takes a share of the whole`() {
    #expect(visible(french.percent(0.354)) == "35_%")
    #expect(english.percent(1) == "100%")
}

@Test(arguments: [
    (
        "2026-11-23", "lundi 23~novembre 2026", "Monday 23~November 2026", "23~nov. 2026",
        "23~Nov 2026"
    ),
    (
        "2026-12-01", "mardi 1er~décembre 2026", "Tuesday 1~December 2026", "1er~déc. 2026",
        "1~Dec 2026"
    ),
    (
        "2028-02-29", "mardi 29~février 2028", "Tuesday 29~February 2028", "29~févr. 2028",
        "29~Feb 2028"
    ),
    (
        "2027-08-15", "dimanche 15~août 2027", "Sunday 15~August 2027", "15~août 2027",
        "15~Aug 2027"
    ),
])
func `a day is written out`(
    text: String, longFrench: String, longEnglish: String, shortFrench: String,
    shortEnglish: String
) throws {
    let day = try day(text)
    #expect(visible(french.day(day)) == longFrench)
    #expect(visible(english.day(day)) == longEnglish)
    #expect(visible(french.shortDay(day)) == shortFrench)
    #expect(visible(english.shortDay(day)) == shortEnglish)
}

@Test(arguments: [
    (
        "2026-12-03", "2026-12-20", "du 3 au 20~décembre 2026",
        "from 3 to 20~December 2026"
    ),
    (
        "2026-12-01", "2027-01-09", "du 1er~décembre 2026 au 9~janvier 2027",
        "from 1~December 2026 to 9~January 2027"
    ),
    (
        "2027-01-04", "2027-04-01", "du 4~janvier au 1er~avril 2027",
        "from 4~January to 1~April 2027"
    ),
    ("2026-12-03", "2026-12-03", "le 3~décembre 2026", "on 3~December 2026"),
])
func `a period says no month or year twice`(
    first: String, last: String, inFrench: String, inEnglish: String
) throws {
    let period = try #require(Period(from: day(first), to: day(last)))
    #expect(visible(french.period(period)) == inFrench)
    #expect(visible(english.period(period)) == inEnglish)
}

@Test func `every month and weekday has a name in both languages`() throws {
    for wording in [french, english] {
        let start = try day("2027-01-01")
        let names = Set((0..<365).map { wording.day(start.advanced(by: $0)) })
        #expect(names.count == 365)
    }
}

@Test func `lists end with a conjunction`() {
    #expect(french.list([]) == "")
    #expect(french.list(["a"]) == "a")
    #expect(french.list(["a", "b"]) == "a et b")
    #expect(french.list(["a", "b", "c"]) == "a, b et c")
    #expect(english.list(["a", "b", "c"]) == "a, b and c")
}

@Test func `quotation marks and colons are those of the language`() {
    #expect(visible(french.quoted("oui")) == "«~oui~»")
    #expect(english.quoted("yes") == "“yes”")
    #expect(visible("Prix" + french.colon + "5") == "Prix~: 5")
    #expect(visible("a" + french.semicolon + "b") == "a_; b")
    #expect("Price" + english.colon + "5" == "Price: 5")
}

@Test func `names of languages read within a sentence`() {
    #expect(french.languageName("fr") == "français")
    #expect(english.languageName("FR") == "French")
    #expect(french.languageName("tlh") == "tlh")
}

@Test func `capitals keep their accents`() {
    #expect(french.capitalised("évaluation") == "Évaluation")
    #expect(french.capitalised("") == "")
}

@Test func `who has heard enough of a need is said with its number`() {
    #expect(
        visible(french.contactCapReached(notified: 1))
            == "1~personne, autant que permis, a déjà entendu parler de cette demande.")
    #expect(
        visible(french.contactCapReached(notified: 20))
            == "20~personnes, autant que permis, ont déjà entendu parler de cette demande.")
    #expect(
        visible(english.contactCapReached(notified: 1))
            == "1~person, as many as allowed, has already heard of this request.")
    #expect(
        visible(english.contactCapReached(notified: 20))
            == "20~people, as many as allowed, have already heard of this request.")
}
