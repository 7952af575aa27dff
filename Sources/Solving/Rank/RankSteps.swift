internal import Market

/// The choices that a ranking goes through, one rule after another, so that what each rule costs can
/// be told.
struct RankSteps {
    let instance: RankInstance
    /// The highest total of scores within caps and budget.
    let capped: RankChoice
    /// The same with due members first.
    let exposed: RankChoice
    /// The highest total with what stands worth more, due members not looked at.
    let steady: RankChoice
    /// The same with due members first.
    let steadyExposed: RankChoice
    /// What is suggested: edges by row.
    let final: [[Int]]
    let objective: Int
    let bound: Int

    /// Solves the problem step by step; a step whose rule changes nothing is not solved again.
    init(_ instance: RankInstance, diversity: Double, similarity: Similarity?) {
        self.instance = instance
        let someStand = instance.bonus > 0 && !instance.inForce.isEmpty
        let someAreDue = instance.priority.contains { $0 > 0 }
        capped = instance.best(.init(keepsStanding: false, servesDue: false))
        exposed =
            someAreDue
            ? instance.best(.init(keepsStanding: false, servesDue: true)) : capped
        steady =
            someStand
            ? instance.best(.init(keepsStanding: true, servesDue: false)) : capped
        steadyExposed =
            someStand && someAreDue
            ? instance.best(.init(keepsStanding: true, servesDue: true))
            : someStand ? steady : exposed
        if let similarity, diversity > 0, instance.perNeed > 1 {
            (final, objective, bound) = instance.varied(
                from: steadyExposed, similarity: similarity, diversity: min(diversity, 1))
        } else {
            final = steadyExposed.lists
            objective = Self.sum(steadyExposed.lists, of: instance, instance.weight)
            bound = objective
        }
    }

    private static func sum(
        _ lists: [[Int]], of instance: RankInstance, _ value: (RankInstance.Edge) -> Int
    ) -> Int {
        zip(instance.rows, lists).reduce(0) { sum, entry in
            entry.1.reduce(sum) { $0 + value(entry.0[$1]) }
        }
    }

    /// The sum of the highest scores of a row: those that stand, and the others, are in their order.
    private static func highest(_ count: Int, of row: [RankInstance.Edge]) -> Int {
        let inForce = row.lazy.filter(\.isInForce).prefix(count)
        let others = row.lazy.filter { !$0.isInForce }.prefix(count)
        return (inForce.map(\.score) + others.map(\.score)).sorted(by: >).prefix(count)
            .reduce(0, +)
    }

    /// Departures: why pairs of the run before are not retained.
    ///
    /// A pair makes way for somebody's turn where a due member is new in its list, or where only the
    /// choice without due members retains it; for variety where only the choice without similarity
    /// does; and is outranked otherwise.
    ///
    /// - Parameters:
    ///   - history: What the nights before left.
    ///   - ids: The need and the candidate of a pairing.
    func departures(
        history: ProposalHistory, ids: (Pairing) -> NeedCandidate
    ) -> [NeedCandidate: RankTradeOff.Departure] {
        func pairs(_ lists: [[Int]]) -> Set<NeedCandidate> {
            var pairs: Set<NeedCandidate> = []
            for (row, list) in lists.enumerated() {
                for edge in list where instance.rows[row][edge].isInForce {
                    pairs.insert(ids(instance.pair(instance.rows[row][edge], row: row)))
                }
            }
            return pairs
        }
        var turned: Set<Need.ID> = []
        for (row, list) in final.enumerated() {
            for edge in list.map({ instance.rows[row][$0] })
            where !edge.isInForce && instance.priority[edge.column] > 0 {
                turned.insert(ids(instance.pair(edge, row: row)).need)
            }
        }
        let stayed = pairs(final)
        let varied = pairs(steadyExposed.lists)
        let turns = pairs(steady.lists)
        var departures: [NeedCandidate: RankTradeOff.Departure] = [:]
        for pair in history.inForce where !stayed.contains(pair) {
            departures[pair] =
                !instance.inForce.contains(pair)
                ? .unmatched
                : turned.contains(pair.need)
                    ? .turn
                    : varied.contains(pair)
                        ? .variety : turns.contains(pair) ? .turn : .outranked
        }
        return departures
    }

    /// What the choice gave up for what.
    ///
    /// - Parameters:
    ///   - history: What the nights before left.
    ///   - departures: Pairs that do not stand again.
    ///   - passedOver: Members with a match and no suggestion.
    func trade(
        history: ProposalHistory, departures: [NeedCandidate: RankTradeOff.Departure],
        passedOver: [String]
    ) -> RankTradeOff {
        func total(_ lists: [[Int]]) -> Double {
            RankInstance.points(Self.sum(lists, of: instance) { $0.score })
        }
        let unconstrained = instance.rows.reduce(0) { sum, row in
            sum + Self.highest(instance.perNeed, of: row)
        }
        let due = instance.priority.count { $0 > 0 }
        return RankTradeOff(
            total: total(final), unconstrained: RankInstance.points(unconstrained),
            capped: total(capped.lists), exposed: total(exposed.lists),
            objective: RankInstance.points(objective), bound: RankInstance.points(bound),
            inForce: history.inForce.count, retained: history.inForce.count - departures.count,
            departures: Dictionary(departures.values.map { ($0, 1) }, uniquingKeysWith: +),
            due: due, served: instance.due(in: final).count, waiting: passedOver.count,
            longestWait: passedOver.map { (history.waits[$0]?.nights ?? 0) + 1 }.max() ?? 0,
            exhausted: instance.exhausted)
    }
}
