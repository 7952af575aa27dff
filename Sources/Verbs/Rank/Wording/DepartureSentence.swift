internal import Solving
public import Wording

extension Wording {
    /// Who was suggested for a need the night before and is not any more, and why: one sentence, the
    /// names in the order given; nil where nobody left.
    public func sentence(for departures: [Departure]) -> String? {
        guard !departures.isEmpty else { return nil }
        let names = departures.map { "\(Wording.printed($0.memberName)) (\(why($0.reason)))" }
        return pick("Sorties de la liste depuis la nuit précédente", "Gone since the night before")
            + colon + list(names) + "."
    }

    private func why(_ reason: RankTradeOff.Departure) -> String {
        switch reason {
        case .unmatched:
            pick(
                "ne remplit plus les conditions ou n’atteint plus le seuil",
                "no longer meets the conditions or the floor")
        case .outranked: pick("d’autres apportent davantage", "others bring more")
        case .turn:
            pick(
                "la place revient à un membre qui attendait",
                "a member who had waited has the place")
        case .variety: pick("la liste gagne en variété", "the list is more varied")
        }
    }
}
