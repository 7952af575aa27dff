internal import Solving
public import Wording

extension Wording {
    /// Who was suggested for a need the night before and is not any more, and why: one sentence, the
    /// names in the order given; nil where nobody left.
    public func sentence(for departures: [Departure]) -> String? {
        guard !departures.isEmpty else { return nil }
        return rank.gone(
            departures.map { "\(Wording.printed($0.memberName)) (\(rank.text(of: $0.reason)))" })
    }
}
