import Market
import Testing
import Wording

@Suite struct SurveyTests {
    private static let remarks: [SurveyRemark] = {
        let sides = SurveyRemark.Side.allCases
        let seldom = sides.flatMap { side in
            SurveyRemark.Aspect.allCases.flatMap { aspect in
                [0, 0.25].map { SurveyRemark.seldom(side, aspect, share: $0) }
            }
        }
        let counted: [(Int) -> SurveyRemark] = [
            { .setAside($0) }, { .unknownSkills($0) }, { .unknownOwners($0) },
            { .unknownMembers($0) }, { .missingAddresses($0) }, { .malformedAddresses($0) },
        ]
        return sides.flatMap { [.empty($0), .mostLost($0, lost: 3, rows: 4)] } + seldom
            + [.noMembers] + counted.flatMap { [$0(1), $0(1_200)] }
    }()

    @Test(arguments: remarks)
    func `a remark has a meaning and a mend in each language`(remark: SurveyRemark) {
        var seen: Set<String> = []
        for language in Language.allCases {
            let wording = Wording(language)
            for text in [wording.meaning(of: remark), wording.mend(for: remark)] {
                #expect(text.hasSuffix(".") || text.hasSuffix("?"))
                #expect(seen.insert(text).inserted)
            }
        }
    }

    @Test func `one is told in the singular`() {
        #expect(
            Wording(.english).meaning(of: .missingAddresses(1))
                == "One member wants news and has no address: they get none.")
        #expect(
            Wording(.french).meaning(of: .seldom(.candidates, .coordinates, share: 0)).hasPrefix(
                "Aucun candidat n’a de coordonnées"))
    }
}
