import Market
import Solving
import Testing
import Verbs
import Wording

private let skills = [
    "s": Skill(id: "s", french: "animation d'ateliers", english: "workshop facilitation")
]

@Test(arguments: [
    (
        Shortfall.days(skill: "s", level: 3, asked: 30, missing: 12, qualified: 4, nearest: []),
        "Il manque 12 jours sur 30 de « animation d’ateliers », niveau 3 ; 4 membres ont cette compétence.",
        "12 days of 30 are missing for “workshop facilitation”, level 3; 4 members have this skill."
    ),
    (
        .days(skill: "s", level: nil, asked: 1.5, missing: 1.5, qualified: 1, nearest: []),
        "Aucun jour libre pour 1,5 jour de « animation d’ateliers » ; 1 membre a cette compétence.",
        "No free day for 1.5 days of “workshop facilitation”; 1 member has this skill."
    ),
    (
        .days(skill: "s", level: 5, asked: 6, missing: 6, qualified: 0, nearest: []),
        "Personne ne peut être proposé pour « animation d’ateliers », niveau 5 : 6 jours à couvrir.",
        "Nobody can be put forward for “workshop facilitation”, level 5: 6 days to cover."
    ),
    (
        .budget(published: Money(cents: 1_000_000), needed: Money(cents: 1_250_050)),
        "L’équipe la moins chère coûterait 12 500,50 €, soit 2 500,50 € de plus que le budget (10 000 €).",
        "The cheapest team would cost €12,500.50, which is €2,500.50 more than the budget (€10,000)."
    ),
    (
        .size(most: 3, needed: 4), "Il faudrait 4 membres, pour 3 au plus.",
        "It would take 4 members, for 3 at most."
    ),
    (
        .turnover(lowest: Money(cents: 50_000_000), reached: Money(cents: 42_000_000)),
        "Le chiffre d’affaires de l’équipe atteint 420 000 €, pour 500 000 € au moins.",
        "The team’s turnover reaches €420,000, for €500,000 at least."
    ),
    (
        .certifications(missing: ["qualiopi"]),
        "Personne dans une équipe possible n’a la certification « qualiopi ».",
        "Nobody in a possible team holds the certification “qualiopi”."
    ),
    (
        .promised(to: ["t", "unknown"]),
        "Les jours nécessaires sont déjà promis à une autre réponse, acceptée ou plus urgente : « Tiers-lieu ».",
        "The days it takes are already promised to another bid, accepted or more urgent: “Tiers-lieu”."
    ),
    (
        .windowPast(last: Day(number: 20_769)),
        "Les dates du travail sont passées : elles s’arrêtaient le 12 nov. 2026.",
        "The dates of the work are past: they ended on 12 Nov 2026."
    ),
    (
        .otherLots(["l1", "l2"]), "Possible seul, mais pas à côté du lot 1 et du lot 2.",
        "Possible by itself, but not beside lot 1 and lot 2."
    ),
])
func `a shortfall is one plain sentence`(shortfall: Shortfall, french: String, english: String) {
    let (numbers, titles) = (["l1": 1, "l2": 2], ["t": "Tiers-lieu"])
    for (language, expected) in [(Language.french, french), (.english, english)] {
        let sentence = Wording(language).sentence(
            for: shortfall, skills: skills, tenders: titles, lots: numbers)
        #expect(
            sentence.replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ") == expected)
    }
}

@Test func `every shortfall has its sentence in both languages`() {
    let all: [Shortfall] = [
        .nothingAsked, .noWindow, .refusals(pairs: 1), .promised(to: []), .otherLots([]),
        .declined, .outOfTime, .notSolved(detail: "secret"), .certifications(missing: ["a", "b"]),
    ]
    for shortfall in all {
        let french = Wording(.french).sentence(for: shortfall, skills: [:])
        let english = Wording(.english).sentence(for: shortfall, skills: [:])
        #expect(french != english && french.hasSuffix(".") && english.hasSuffix("."))
        #expect(!french.contains("secret"))
    }
}
