internal import Foundation
public import Market

extension MatchFloor {
    /// The lowest score that the choice may need to see.
    public var lowest: Double {
        switch self {
        case .number(let floor): floor
        case .automatic: 0.1
        }
    }

    /// The floor for a market.
    ///
    /// An automatic one is the lowest that those who come first for their need reach so that the mean
    /// of their scores is what is asked; within four and six tenths of that, since no market's scores
    /// are known better. A market of few needs leans on what is usual, as if 200 more needs had been
    /// seen with a floor of 0.48 times what is asked.
    ///
    /// - Parameter bests: The score of whoever comes first for each need; 0 where nobody does.
    /// - Complexity: O(*n* log *n*).
    public func chosen(forBests bests: [Double]) -> Double {
        guard case .automatic(let precision) = self else { return lowest }
        var sum = 0.0
        var own = 1.0
        for (index, score) in bests.sorted(by: >).enumerated() {
            sum += score
            guard sum >= precision * Double(index + 1) else { break }
            own = score
        }
        own = min(max(own, Self.least * precision), Self.most * precision)
        let count = Double(bests.count)
        let floor = (count * own + Self.prior * Self.usual * precision) / (count + Self.prior)
        return (floor * 1_000).rounded() / 1_000
    }

    /// The floor that was chosen for some matches; the lowest where none was.
    public func applied(to matches: Matches) -> Double { matches.floor?.floor ?? lowest }

    private static let least = 0.4
    private static let usual = 0.48
    private static let most = 0.6
    private static let prior = 200.0
}

extension Matches {
    /// The same, those below the floor that is chosen for them left out.
    public func above(_ floor: MatchFloor) -> Matches {
        let bests = perNeed.map { Double($0.first?.score ?? 0) }
        let chosen = floor.chosen(forBests: bests)
        let sorted = bests.sorted()
        var precision: Double?
        if case .automatic(let share) = floor { precision = share }
        return Matches(
            needs: needs, candidates: candidates,
            perNeed: perNeed.map { $0.filter { Double($0.score) >= chosen } }, tallies: tallies,
            floor: FloorFigures(
                floor: chosen, precision: precision, best: sorted.last ?? 0,
                quartiles: sorted.isEmpty
                    ? [] : [1, 2, 3].map { sorted[(sorted.count - 1) * $0 / 4] },
                reached: [0.5, 0.4, 0.3, 0.2, 0.15, 0.1].filter { $0 >= floor.lowest }.map { step in
                    FloorFigures.Reached(floor: step, needs: bests.count { $0 >= step })
                }))
    }
}
