package import Market
package import Wording

extension Wording {
    /// Why nobody was found for most needs: what scores there are, what other floors would give, and
    /// what is missing. Nil where somebody was found for at least half of them.
    package func fewMatches(_ coverage: MatchCoverage, _ floor: FloorFigures?) -> String? {
        guard coverage.isLow else { return nil }
        var sentences = [
            rank.nobodyFound(for: coverage.needs - coverage.found, of: coverage.needs)
                + (floor.map(scores) ?? "") + "."
        ]
        if let steps = floor.flatMap({ others($0, than: coverage.found) }) {
            sentences.append(steps)
        }
        let gaps = coverage.gaps.map { rank.text(of: $0) }
        if !gaps.isEmpty { sentences.append(rank.missing(gaps)) }
        return sentences.joined(separator: " ")
    }

    private func scores(_ floor: FloorFigures) -> String {
        guard floor.best > 0 else { return colon + rank.noScore }
        return colon
            + rank.best(number(floor.best, digits: 2), needed: number(floor.floor, digits: 2))
    }

    /// What lower floors would give; nil where none would give more.
    private func others(_ figures: FloorFigures, than found: Int) -> String? {
        var most = found
        var steps: [String] = []
        for step in figures.reached ?? []
        where step.floor < figures.floor && step.needs > most {
            most = step.needs
            let floor = number(step.floor, digits: 2)
            steps.append(
                steps.isEmpty
                    ? rank.floor(floor, serves: step.needs)
                    : rank.nextFloor(floor, serves: step.needs))
        }
        return steps.isEmpty ? nil : list(steps) + "."
    }
}
