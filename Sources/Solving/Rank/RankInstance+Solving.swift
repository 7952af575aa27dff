internal import Parallel

/// Which edges are chosen, and what places with members are worth then.
struct RankChoice {
    /// Edges chosen in each row, ascending.
    let lists: [[Int]]
    /// Price of a place with each member.
    let prices: [Int]
}

extension RankInstance {
    /// What a choice looks at.
    struct Aims {
        /// Whether pairs that stand are worth more.
        let keepsStanding: Bool
        /// Whether members who are due come first.
        let servesDue: Bool
    }

    /// The choice with the highest total weight, similarity left out: exact.
    func best(_ aims: Aims) -> RankChoice {
        var matching = BMatching(self, aims)
        for row in rows.indices { matching.insert(row: row, units: perNeed) }
        return RankChoice(
            lists: rows.indices.map { matching.chosen(row: $0) },
            prices: priority.indices.map { matching.price(column: $0) })
    }

    /// The choice that weighs how alike the names of a list are, and its bound.
    ///
    /// What stands is bettered first, where it can stand again; if no change gains anything, it
    /// stays, so that a night without news changes nothing. Otherwise the search also starts from
    /// the best choice without similarity, and from nothing; the best end is taken, and of equal ones
    /// the first.
    func varied(
        from choice: RankChoice, similarity: Similarity, diversity: Double
    ) -> (lists: [[Int]], objective: Int, bound: Int) {
        @Sendable func improved(_ start: [[Int]]) -> DiverseLists {
            var lists = DiverseLists(
                self, lists: start, similarity: similarity, diversity: diversity)
            lists.improve()
            return lists
        }
        func served(_ lists: [[Int]]) -> Int128 {
            due(in: lists).reduce(0) { $0 + Int128(priority[$1]) }
        }
        let inForce = listsInForce
        var best = improved(inForce)
        let stays = best.lists == inForce && served(inForce) == served(choice.lists)
        if !stays || inForce.allSatisfy(\.isEmpty) {
            let starts = [choice.lists, rows.map { _ in [] }]
            for other in Threads.map(starts.count, { improved(starts[$0]) }) {
                if (served(best.lists), best.objective) < (served(other.lists), other.objective) {
                    best = other
                }
            }
        }
        let limit = max(16, min(1_000, 100_000 / max(1, rows.count)))
        let bound = best.bound(
            prices: choice.prices, served: due(in: choice.lists), limit: limit)
        return (best.lists, best.objective, bound)
    }

    /// Columns of the due members whom a choice suggests.
    func due(in lists: [[Int]]) -> Set<Int> {
        var columns: Set<Int> = []
        for (row, list) in lists.enumerated() {
            for edge in list where priority[rows[row][edge].column] > 0 {
                columns.insert(rows[row][edge].column)
            }
        }
        return columns
    }

    /// What stands and can stand again within the caps, the heaviest of each row first.
    private var listsInForce: [[Int]] {
        var held = [Int](repeating: 0, count: priority.count)
        return rows.indices.map { row in
            var list: [Int] = []
            var new = 0
            for (edge, entry) in rows[row].enumerated()
            where entry.isInForce && list.count < perNeed && held[entry.column] < capacity {
                guard !entry.isNew || new < allowance[row] else { continue }
                if entry.isNew { new += 1 }
                held[entry.column] += 1
                list.append(edge)
            }
            return list
        }
    }
}
