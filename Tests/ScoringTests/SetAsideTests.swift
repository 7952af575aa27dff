import Market
import Testing
import Wording

struct SetAsideTests {
    @Test(
        arguments: [
            (
                SetAside.Fault.negative(found: "-520"),
                "Champ «\u{A0}daily_rate\u{A0}»\u{A0}: -520, alors que zéro ou plus est attendu.",
                "Field “daily_rate”: -520, where zero or more is expected."
            ),
            (
                .notPositive(found: "0"),
                "Champ «\u{A0}daily_rate\u{A0}»\u{A0}: 0, alors qu’un nombre au-dessus de zéro est "
                    + "attendu.",
                "Field “daily_rate”: 0, where a number above zero is expected."
            ),
            (
                .reversedDates(first: "2026-12-20", last: "2026-12-03"),
                "Champ «\u{A0}daily_rate\u{A0}»\u{A0}: la fin (2026-12-03) précède le début "
                    + "(2026-12-20).",
                "Field “daily_rate”: the end (2026-12-03) comes before the start (2026-12-20)."
            ),
            (
                .level(found: "9"),
                "Champ «\u{A0}daily_rate\u{A0}»\u{A0}: niveau 9, alors qu’un niveau de 1 à 5 est "
                    + "attendu.",
                "Field “daily_rate”: level 9, where a level from 1 to 5 is expected."
            ),
            (
                .unknownSkill(found: "sk-404"),
                "Champ «\u{A0}daily_rate\u{A0}»\u{A0}: la compétence «\u{A0}sk-404\u{A0}» n’est pas "
                    + "définie dans le référentiel.",
                "Field “daily_rate”: the skill “sk-404” is not defined among the network’s skills."
            ),
            (
                .tooLong(bytes: 1_048_576, limit: 100_000),
                "Champ «\u{A0}daily_rate\u{A0}»\u{A0}: 1\u{202F}048\u{202F}576 octets, pour "
                    + "100\u{202F}000 au plus.",
                "Field “daily_rate”: 1,048,576 bytes, for 100,000 at most."
            ),
            (
                .duplicate,
                "Champ «\u{A0}daily_rate\u{A0}»\u{A0}: une autre ligne a déjà cet identifiant.",
                "Field “daily_rate”: another row already has this id."
            ),
            (
                .nothingToMatch,
                "Ni titre, ni texte, ni compétence\u{A0}: il en faut au moins un.",
                "No title, no text and no skill: at least one of them is needed."
            ),
        ] as [(SetAside.Fault, String, String)])
    func aRowSetAsideSaysWhatWasFoundAndWhatWasExpected(
        fault: SetAside.Fault, french: String, english: String
    ) {
        #expect(Wording(.french).sentence(for: fault, field: "daily_rate") == french)
        #expect(Wording(.english).sentence(for: fault, field: "daily_rate") == english)
    }

    @Test func everySignalAndRuleHasANameInBothLanguages() {
        for language in Language.allCases {
            let wording = Wording(language)
            let signals = SignalKind.allCases.map { wording.name(of: $0) }
            let rules = Exclusion.Rule.allCases.map { wording.name(of: $0) }
            #expect(Set(signals).count == signals.count)
            #expect(Set(rules).count == rules.count)
            #expect((signals + rules).allSatisfy { !$0.isEmpty })
        }
    }
}
