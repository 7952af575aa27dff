import Market
import Testing
import Verbs
import Wording

/// Why nobody was found for most needs.
@Suite struct FewMatchesTests {
    private static let floor = FloorFigures(
        floor: 0.25, precision: 0.6, best: 0.31, quartiles: [0.04, 0.12, 0.2],
        reached: [
            .init(floor: 0.5, needs: 0), .init(floor: 0.3, needs: 1), .init(floor: 0.2, needs: 9),
            .init(floor: 0.15, needs: 9), .init(floor: 0.1, needs: 22),
        ])

    private static func coverage(
        found: Int = 3, ruledOut: Int = 0, needs: MatchCoverage.Side? = nil,
        candidates: MatchCoverage.Side? = nil
    ) -> MatchCoverage {
        let told = MatchCoverage.Side(
            rows: 34, withSkills: 30, medianWords: 60, languages: ["fr": 34])
        return MatchCoverage(
            needs: 34, found: found, ruledOut: ruledOut, needSide: needs ?? told,
            candidateSide: candidates ?? told)
    }

    @Test func whereHalfFoundSomebodyNothingIsSaid() {
        #expect(Wording(.french).fewMatches(Self.coverage(found: 17), Self.floor) == nil)
        let none = MatchCoverage.Side(rows: 0, withSkills: 0, medianWords: 0, languages: [:])
        let empty = MatchCoverage(
            needs: 0, found: 0, ruledOut: 0, needSide: none, candidateSide: none)
        #expect(Wording(.french).fewMatches(empty, nil) == nil)
    }

    @Test func scoresAndOtherFloorsAreTold() {
        #expect(
            Wording(.french).fewMatches(Self.coverage(), Self.floor)
                == "Personne n’a été trouvé pour 31 des 34 demandes\u{A0}: le meilleur score est "
                + "0,31, et il en faut 0,25. Un seuil de 0,20 trouverait quelqu’un pour "
                + "9\u{A0}demandes et de 0,10 pour 22.")
        #expect(
            Wording(.english).fewMatches(Self.coverage(), Self.floor)
                == "Nobody was found for 31 of the 34 requests: the best score is 0.31, and 0.25 is "
                + "needed. A floor of 0.20 would find somebody for 9\u{A0}requests and of 0.10 for 22."
        )
    }

    @Test func whatIsMissingIsNamed() throws {
        let bare = MatchCoverage.Side(
            rows: 50, withSkills: 2, medianWords: 6, languages: ["fr": 48, "en": 2])
        let english = MatchCoverage.Side(
            rows: 34, withSkills: 0, medianWords: 5, languages: ["en": 30, "fr": 4])
        let said = try #require(
            Wording(.french).fewMatches(
                Self.coverage(ruledOut: 20, needs: english, candidates: bare), nil))
        #expect(
            said
                == "Personne n’a été trouvé pour 31 des 34 demandes. Ce qui manque\u{A0}: des candidats "
                + "qui remplissent les conditions (personne pour 20 demandes), des compétences dans "
                + "les demandes (0\u{202F}% en nomment), des compétences chez les candidats "
                + "(4\u{202F}% en nomment), des demandes plus longues (une sur deux a 5\u{A0}mots ou "
                + "moins), des offres plus longues (une sur deux a 6\u{A0}mots ou moins) et des "
                + "candidats qui écrivent en anglais.")
        let nobody = MatchCoverage.Side(rows: 0, withSkills: 0, medianWords: 0, languages: [:])
        #expect(
            Wording(.english).fewMatches(Self.coverage(found: 0, candidates: nobody), nil)
                == "Nobody was found for 34 of the 34 requests. What is missing: candidates, there "
                + "are none.")
    }
}
