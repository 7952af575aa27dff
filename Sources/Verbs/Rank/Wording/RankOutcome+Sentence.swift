internal import Market
package import Wording

extension Wording {
    /// What became of a pair: one sentence.
    package func sentence(for outcome: RankOutcome) -> String {
        if case .suggested(let place) = outcome { return rank.suggested(at: place) }
        return pairs.notProposed(why(outcome))
    }

    private func why(_ outcome: RankOutcome) -> String {
        switch outcome {
        case .suggested(let place): rank.suggested(at: place)
        case .behind(let rivals, let most):
            rank.listIsFull(
                of: rivals.map { "\(Wording.printed($0.name)) (\(number($0.score, digits: 3)))" },
                most: most)
        case .memberStands(let rival):
            rank.memberStands(with: Wording.printed(rival.name), at: rival.rank)
        case .memberTaken(let needs, let most):
            rank.memberIsTaken(for: needs.map { Wording.printed($0.title) }, most: most)
        case .contactCapReached(let notified): rank.contactCapReached(notified)
        case .turn(let due): rank.turn(of: due.map { Wording.printed($0.name) })
        case .retained(let rivals): rank.retained(rivals.map { Wording.printed($0.name) })
        case .tooSimilar(let rival): rank.tooSimilar(to: Wording.printed(rival.name))
        case .heldBack: rank.heldBack
        }
    }
}
