internal import Parallel

/// A local search for diverse lists: the similarity within each list counts against it.
///
/// The sum of weights less similarity within lists is a quadratic objective, and hard in general. A
/// local search changes one name of a list, or two names of two lists that meet in a member whose
/// places are taken, as long as that gains; ``bound(prices:limit:)`` proves how far from the best
/// choice it can be at the most.
struct DiverseLists {
    let instance: RankInstance
    let similarity: Similarity
    /// What two names lose to one another that are the same, in units.
    let cost: Double
    /// The same in whole units.
    private let mostLoss: Int
    /// Edges chosen in each row, by their place in it.
    private(set) var lists: [[Int]]
    /// Rows that hold each column, with their edge.
    private var holders: [[(row: Int, edge: Int)]]
    private var newNames: [Int]

    init(_ instance: RankInstance, lists: [[Int]], similarity: Similarity, diversity: Double) {
        self.instance = instance
        self.similarity = similarity
        cost = diversity * RankInstance.unit / Double(max(1, instance.perNeed - 1))
        mostLoss = Int(cost.rounded())
        self.lists = Array(repeating: [], count: instance.rows.count)
        holders = Array(repeating: [], count: instance.memberIDs.count)
        newNames = Array(repeating: 0, count: instance.rows.count)
        for (row, list) in lists.enumerated() {
            for edge in list { add(edge, to: row) }
        }
    }

    /// What two names of a row lose to one another.
    func loss(_ row: Int, _ one: Int, _ other: Int) -> Int {
        guard one != other else { return 0 }
        let edges = instance.rows[row]
        let alike = similarity.between(edges[one].candidate, edges[other].candidate)
        return Int(min(max(alike, 0), 1) * cost + 0.5)
    }

    /// What a name loses, or would lose, to the list of its row.
    private func lost(_ row: Int, _ edge: Int) -> Int {
        lists[row].reduce(0) { $0 + loss(row, $1, edge) }
    }

    private func weight(_ row: Int, _ edge: Int) -> Int {
        instance.weight(instance.rows[row][edge])
    }

    /// Sum of weights less what names lose.
    var objective: Int {
        lists.enumerated().reduce(0) { sum, entry in
            let (row, list) = entry
            return list.reduce(sum) { $0 + weight(row, $1) }
                - list.reduce(0) { $0 + lost(row, $1) } / 2
        }
    }

    private mutating func add(_ edge: Int, to row: Int) {
        let entry = instance.rows[row][edge]
        lists[row].append(edge)
        holders[entry.column].append((row, edge))
        if entry.isNew { newNames[row] += 1 }
    }

    private mutating func remove(_ edge: Int, from row: Int) {
        let entry = instance.rows[row][edge]
        lists[row].removeAll { $0 == edge }
        holders[entry.column].removeAll { $0.row == row }
        if entry.isNew { newNames[row] -= 1 }
    }

    /// A change of one list, and perhaps of another that gives the name up.
    private struct Move {
        var gain = 0
        var row = 0
        var leaving: Int?
        var coming: Int?
        var giver: (row: Int, leaving: Int, coming: Int?)?
    }

    /// Changes lists for as long as that gains.
    ///
    /// Rows are looked at in their order and take their best change; of equal ones the first. Each
    /// change gains a unit at least, so it ends.
    mutating func improve() {
        var isSettled = false
        while !isSettled {
            isSettled = true
            for row in lists.indices {
                while let move = bestMove(in: row) {
                    isSettled = false
                    apply(move)
                }
            }
        }
        for row in lists.indices { lists[row].sort() }
    }

    private mutating func apply(_ move: Move) {
        if let leaving = move.leaving { remove(leaving, from: move.row) }
        if let giver = move.giver {
            remove(giver.leaving, from: giver.row)
            if let coming = giver.coming { add(coming, to: giver.row) }
        }
        if let coming = move.coming { add(coming, to: move.row) }
    }

    private func bestMove(in row: Int) -> Move? {
        var best = Move()
        var losses = Losses()
        for leaving in [nil] + lists[row].map(Optional.some) {
            let free = leaving.map { leavingGain($0, of: row) } ?? 0
            if free > best.gain { best = Move(gain: free, row: row, leaving: leaving) }
            guard leaving != nil || lists[row].count < instance.perNeed else { continue }
            // The heaviest come first, and the name that leaves gives back no more than was lost to
            // it: from some name on, only members who are due can bring more.
            var coming = 0
            while coming < instance.rows[row].count,
                free + weight(row, coming) > best.gain
            {
                look(at: coming, in: row, after: leaving, free, &losses, &best)
                coming += 1
            }
            for due in instance.due[row] where due >= coming {
                look(at: Int(due), in: row, after: leaving, free, &losses, &best)
            }
        }
        return best.gain > 0 ? best : nil
    }

    /// What names of a row would lose to its list, as far as it was reckoned.
    private struct Losses {
        private var known: [Int?] = []

        mutating func of(_ edge: Int, _ reckon: (Int) -> Int) -> Int {
            while known.count <= edge { known.append(nil) }
            let loss = known[edge] ?? reckon(edge)
            known[edge] = loss
            return loss
        }
    }

    /// Takes a name for the best to come if it is, in a list that another has left.
    private func look(
        at coming: Int, in row: Int, after leaving: Int?, _ free: Int, _ losses: inout Losses,
        _ best: inout Move
    ) {
        let column = instance.rows[row][coming].column
        let held = holders[column].count
        let first = held == 0 ? instance.priority[column] : 0
        // Similarity is looked up only where all would do that is gained without it.
        let most = free + weight(row, coming) + (held < instance.capacity ? first : 0)
        guard most > best.gain, !lists[row].contains(coming),
            hasRoom(row, for: coming, without: leaving)
        else { return }
        let gain =
            free + weight(row, coming) - losses.of(coming) { lost(row, $0) }
            + (leaving.map { loss(row, coming, $0) } ?? 0)
        if held < instance.capacity {
            let all = gain + first
            if all > best.gain {
                best = Move(gain: all, row: row, leaving: leaving, coming: coming)
            }
        } else if gain > best.gain {
            for giver in holders[column] {
                let freed = leaving.map { instance.rows[row][$0].column }
                let (other, worth) = refill(giver.row, giver.edge, freed: freed)
                if gain + worth > best.gain {
                    best = Move(
                        gain: gain + worth, row: row, leaving: leaving, coming: coming,
                        giver: (giver.row, giver.edge, other))
                }
            }
        }
    }

    /// What is gained when a name leaves its list, the member's only suggestion perhaps.
    private func leavingGain(_ edge: Int, of row: Int) -> Int {
        let entry = instance.rows[row][edge]
        let isLast = holders[entry.column].count == 1
        return lost(row, edge) - instance.weight(entry)
            - (isLast ? instance.priority[entry.column] : 0)
    }

    private func hasRoom(_ row: Int, for coming: Int, without leaving: Int?) -> Bool {
        guard instance.rows[row][coming].isNew else { return true }
        let isNewLeaving = leaving.map { instance.rows[row][$0].isNew } ?? false
        return newNames[row] - (isNewLeaving ? 1 : 0) < instance.allowance[row]
    }

    /// The best name, or none, for the place of one that its row gives up to another row.
    private func refill(
        _ row: Int, _ leaving: Int, freed: Int?
    ) -> (coming: Int?, gain: Int) {
        let without = lost(row, leaving) - weight(row, leaving)
        var best: (coming: Int?, gain: Int) = (nil, without)
        func look(at coming: Int) {
            guard !lists[row].contains(coming), hasRoom(row, for: coming, without: leaving) else {
                return
            }
            let column = instance.rows[row][coming].column
            let held = holders[column].count - (column == freed ? 1 : 0)
            guard held < instance.capacity else { return }
            let first = held == 0 ? instance.priority[column] : 0
            let least = without + weight(row, coming) + first
            guard least > best.gain else { return }
            let gain = least - lost(row, coming) + loss(row, coming, leaving)
            if gain > best.gain { best = (coming, gain) }
        }
        var coming = 0
        while coming < instance.rows[row].count, without + weight(row, coming) > best.gain {
            look(at: coming)
            coming += 1
        }
        for due in instance.due[row] where due >= coming { look(at: Int(due)) }
        return best
    }
}

extension DiverseLists {
    /// An objective that no choice exceeds which suggests as many due members as `served`.
    ///
    /// The caps of members are taken out of the problem at the given prices, which leaves a list a
    /// need to be found by itself (Lagrangian relaxation; Geoffrion, 1974). With the prices of the
    /// matching without similarity the bound is that matching's total or lower.
    ///
    /// - Parameters:
    ///   - prices: Price of a place with each member.
    ///   - served: Due members who are suggested, of whom no choice has more.
    ///   - limit: Nodes of the search for each list; more make the bound tighter.
    func bound(prices: [Int], served: Set<Int>, limit: Int) -> Int {
        var sum: Int128 = 0
        let bounds = Threads.map(instance.rows.count) { listBound($0, prices, limit) }
        for bound in bounds { sum += Int128(bound) }
        for column in prices.indices {
            let priority = Int128(instance.priority[column])
            let price = Int128(prices[column])
            sum += max(0, price + priority, Int128(instance.capacity) * price + priority)
            if served.contains(column) { sum -= priority }
        }
        return Int(clamping: sum)
    }

    private func listBound(_ row: Int, _ prices: [Int], _ limit: Int) -> Int {
        let edges = instance.rows[row]
        let allowance = instance.allowance[row]
        let priced = edges.indices.map {
            (edge: $0, worth: instance.weight(edges[$0]) - prices[edges[$0].column])
        }
        .filter { $0.worth > 0 && (allowance > 0 || !edges[$0.edge].isNew) }
        .sorted { ($0.worth, $1.edge) > ($1.worth, $0.edge) }
        // A name is not missed that so many others beat by more than all similarity can cost: whichever
        // of them is not on the list could take its place.
        let most = mostLoss * max(1, instance.perNeed - 1)
        func threshold(_ entries: some Sequence<(edge: Int, worth: Int)>) -> Int {
            Array(entries.prefix(instance.perNeed)).last.map { $0.worth - most } ?? .min
        }
        let notified = priced.filter { !edges[$0.edge].isNew }
        let notifiedThreshold = notified.count < instance.perNeed ? .min : threshold(notified)
        let overallThreshold =
            priced.count < instance.perNeed ? .min : threshold(priced)
        let near = priced.filter {
            $0.worth
                >= (edges[$0.edge].isNew
                    ? max(notifiedThreshold, overallThreshold) : notifiedThreshold)
        }
        // Of those past the first no list holds more than these; they are taken to lose nothing.
        let past = near.dropFirst(DiverseLists.mostNames)
        let rest =
            past.filter { !edges[$0.edge].isNew }.prefix(instance.perNeed)
            + past.filter { edges[$0.edge].isNew }.prefix(min(instance.perNeed, allowance))
        let retained =
            near.prefix(DiverseLists.mostNames)
            + rest.sorted { ($0.worth, $1.edge) > ($1.worth, $0.edge) }
        return ListSearch(
            worth: retained.map(\.worth), isNew: retained.map { edges[$0.edge].isNew },
            loss: retained.indices.map { one in
                retained.indices.map { other in
                    max(one, other) < DiverseLists.mostNames
                        ? loss(row, retained[one].edge, retained[other].edge) : 0
                }
            },
            most: instance.perNeed, allowance: allowance
        ).bound(limit: limit)
    }

    /// Names that are told apart in the search for the best list.
    private static let mostNames = 128
}
