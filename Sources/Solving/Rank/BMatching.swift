/// A maximum-weight *b*-matching of rows with columns that grows row by row and is best for the
/// rows inserted so far.
///
/// A flow from rows through columns to a sink. Edges that count against a row's allowance leave the
/// row through a gate that lets only so many pass; the others leave it freely. The first unit into a
/// column may earn a bonus, which makes the arcs to the sink concave and keeps the problem a flow. A
/// unit of a row may also go to the sink for nothing, which leaves it unmatched. Each new unit takes
/// the cheapest path of the residual network, found by Dijkstra's algorithm on costs that potentials
/// keep at or above 0 and stopped at the sink (Edmonds & Karp, 1972; Jonker & Volgenant, 1987, for
/// the local search).
struct BMatching {
    private let instance: RankInstance
    private let keepsStanding: Bool
    private let servesDue: Bool
    private let rowCount: Int
    /// For each row the edges chosen, ascending.
    private var lists: [[Int]]
    private var metered: [Int]
    /// For each column, the rows matched with it and their edge.
    private var holders: [[(row: Int, edge: Int)]]
    // Nodes: rows, then their gates, then columns.
    private var potential: [Int]
    private var distance: [Int]
    private var parent: [(node: Int, edge: Int)]
    private var isSettled: [Bool]

    /// A matching without rows: edges that are new count against the allowance of their row; the
    /// first row of a column earns its priority where due members are served.
    init(_ instance: RankInstance, _ aims: RankInstance.Aims) {
        self.instance = instance
        keepsStanding = aims.keepsStanding
        servesDue = aims.servesDue
        rowCount = instance.rows.count
        let columns = instance.priority.count
        lists = Array(repeating: [], count: rowCount)
        metered = Array(repeating: 0, count: rowCount)
        holders = Array(repeating: [], count: columns)
        let nodes = 2 * rowCount + columns
        potential = []
        distance = Array(repeating: .max, count: nodes)
        parent = Array(repeating: (-1, -1), count: nodes)
        isSettled = Array(repeating: false, count: nodes)
        func best(of row: [RankInstance.Edge], _ isGate: Bool) -> Int {
            row.reduce(0) {
                isGate && !$1.isNew ? $0 : max($0, weight($1) + bonus(of: $1.column))
            }
        }
        potential = instance.rows.map { best(of: $0, false) }
        potential += instance.rows.map { best(of: $0, true) }
        potential += (0..<columns).map { bonus(of: $0) }
    }

    /// Above 0.
    private func weight(_ edge: RankInstance.Edge) -> Int {
        keepsStanding ? instance.weight(edge) : edge.score
    }

    /// What a column's first row earns beside the edge's weight, 0 or more.
    private func bonus(of column: Int) -> Int { servesDue ? instance.priority[column] : 0 }

    /// The edges of a row that are part of the matching, by their indices in it, ascending.
    func chosen(row: Int) -> [Int] { lists[row] }

    /// What a place in the column is worth: negative where one row more would earn its bonus.
    ///
    /// These prices are an optimal solution of the dual problem once every row is inserted.
    func price(column: Int) -> Int { -potential[2 * rowCount + column] }

    /// Matches a row with up to `units` columns, moving earlier matches where the total gains.
    ///
    /// - Complexity: O(*units* · *m* log *n*) for *m* edges and *n* nodes at the worst.
    mutating func insert(row: Int, units: Int) {
        for _ in 0..<min(units, instance.rows[row].count) {
            guard let end = cheapestPath(from: row), end != row else { return }
            augment(to: end)
        }
    }

    /// What it costs to go from a node straight to the sink; nil where that cannot be.
    private func exit(of node: Int) -> Int? {
        if node < rowCount { return 0 }
        guard node >= 2 * rowCount else { return nil }
        let column = node - 2 * rowCount
        guard holders[column].count < instance.capacity else { return nil }
        return holders[column].isEmpty ? -bonus(of: column) : 0
    }

    /// Searches from a row to the sink; answers the last node before it.
    private mutating func cheapestPath(from start: Int) -> Int? {
        var queue = DistanceQueue()
        var touched = [start]
        distance[start] = 0
        queue.push(distance: 0, node: start)
        var toSink = Int.max
        var end: Int?
        while let (reached, node) = queue.pop(), reached < toSink {
            guard !isSettled[node] else { continue }
            isSettled[node] = true
            // The sink's potential stays 0.
            if let cost = exit(of: node), reached + cost + potential[node] < toSink {
                toSink = reached + cost + potential[node]
                end = node
            }
            relax(from: node, at: reached, below: toSink, &queue, &touched)
        }
        for node in touched {
            if distance[node] < toSink { potential[node] += distance[node] - toSink }
            distance[node] = .max
            isSettled[node] = false
        }
        parent[start] = (-1, -1)
        return end
    }

    /// Follows the residual arcs of a node, but the one to the sink.
    private mutating func relax(
        from node: Int, at reached: Int, below limit: Int, _ queue: inout DistanceQueue,
        _ touched: inout [Int]
    ) {
        var limit = limit
        // An arc to a node at a cost, along an edge of its row; −1: between a row and its gate.
        func reach(_ next: Int, _ cost: Int, _ edge: Int) {
            let length = reached + cost + potential[node] - potential[next]
            guard length < distance[next], length < limit else { return }
            if distance[next] == .max { touched.append(next) }
            distance[next] = length
            parent[next] = (node, edge)
            queue.push(distance: length, node: next)
            // Nothing that lies farther than the sink on this way is looked at any more.
            if next >= 2 * rowCount, let out = exit(of: next) {
                limit = min(limit, max(length + 1, length + out + potential[next]))
            }
        }
        guard node < 2 * rowCount else {
            for (row, number) in holders[node - 2 * rowCount] {
                let edge = instance.rows[row][number]
                reach(edge.isNew ? rowCount + row : row, weight(edge), number)
            }
            return
        }
        let isGate = node >= rowCount
        let row = isGate ? node - rowCount : node
        let edges = instance.rows[row]
        func reach(edge number: Int) {
            guard edges[number].isNew == isGate, !lists[row].contains(number) else { return }
            reach(2 * rowCount + edges[number].column, -weight(edges[number]), number)
        }
        // The heaviest come first, and no potential of a column is above its bonus: once an edge
        // lies past the limit, only those to columns with a bonus are of any concern.
        var number = 0
        while number < edges.count,
            reached - instance.weight(edges[number]) + potential[node] < limit
        {
            reach(edge: number)
            number += 1
        }
        if servesDue {
            for due in instance.due[row] where due >= number { reach(edge: Int(due)) }
        }
        if isGate {
            if metered[row] > 0 { reach(row, 0, -1) }
        } else if metered[row] < instance.allowance[row] {
            reach(rowCount + row, 0, -1)
        }
    }

    /// Follows the path back and turns its arcs round.
    private mutating func augment(to end: Int) {
        var node = end
        while parent[node].node >= 0 {
            let (previous, edge) = parent[node]
            if edge < 0 {
                metered[min(node, previous)] += node > previous ? 1 : -1
            } else if node >= 2 * rowCount {
                let row = previous % rowCount
                lists[row].insert(edge, at: lists[row].firstIndex { $0 > edge } ?? lists[row].count)
                holders[node - 2 * rowCount].append((row, edge))
            } else {
                let row = node % rowCount
                lists[row].removeAll { $0 == edge }
                holders[previous - 2 * rowCount].removeAll { $0.row == row && $0.edge == edge }
            }
            node = previous
        }
    }
}
