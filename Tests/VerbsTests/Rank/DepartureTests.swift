import Market
import Solving
import Testing
import Verbs
import Wording

@Suite struct DepartureSentenceTests {
    private func left(_ names: [String], _ reason: RankTradeOff.Departure) -> [Departure] {
        names.map {
            Departure(
                job: "missions", need: "n", candidate: "c", memberName: $0, reason: reason)
        }
    }

    @Test func whoLeftAListIsNamedWithTheReason() {
        let all = left(["Claire"], .unmatched) + left(["Léa &amp; Tom"], .turn)
        #expect(
            Wording(.french).sentence(for: all)
                == "Sorties de la liste depuis la nuit précédente\u{A0}: Claire (ne remplit plus les "
                + "conditions ou n’atteint plus le seuil) et Léa & Tom (la place revient à un membre "
                + "qui attendait).")
        #expect(
            Wording(.english).sentence(for: left(["Claire"], .outranked) + left(["Tom"], .variety))
                == "Gone since the night before: Claire (others bring more) and Tom (the list is "
                + "more varied).")
        #expect(Wording(.french).sentence(for: []) == nil)
    }
}
