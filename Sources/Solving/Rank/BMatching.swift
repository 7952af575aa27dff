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
    /// A column that a row may be matched with.
    struct Edge {
        let column: Int
        /// Above 0.
        let weight: Int
        /// Whether it counts against the allowance of its row.
        let isMetered: Bool
    }

    private let edges: [[Edge]]
    private let allowance: [Int]
    private let capacity: Int
    private let bonus: [Int]
    private let rowCount: Int
    private var chosen: [[Bool]]
    private var metered: [Int]
    /// For each column, the rows matched with it and their edge.
    private var holders: [[(row: Int, edge: Int)]]
    // Nodes: rows, then their gates, then columns.
    private var potential: [Int]
    private var distance: [Int]
    private var parent: [(node: Int, edge: Int)]
    private var isSettled: [Bool]

    /// A matching without rows.
    ///
    /// - Parameters:
    ///   - edges: Edges by row.
    ///   - allowance: For each row, how many metered edges it may have.
    ///   - capacity: How many rows a column takes.
    ///   - bonus: For each column, what its first row earns beside the edge's weight, 0 or more.
    init(edges: [[Edge]], allowance: [Int], capacity: Int, bonus: [Int]) {
        self.edges = edges
        self.allowance = allowance
        self.capacity = capacity
        self.bonus = bonus
        rowCount = edges.count
        chosen = edges.map { [Bool](repeating: false, count: $0.count) }
        metered = Array(repeating: 0, count: edges.count)
        holders = Array(repeating: [], count: bonus.count)
        let best = { (row: [Edge]) in row.map { $0.weight + bonus[$0.column] }.max() ?? 0 }
        potential =
            edges.map(best) + edges.map { best($0.filter(\.isMetered)) } + bonus
        let nodes = 2 * edges.count + bonus.count
        distance = Array(repeating: .max, count: nodes)
        parent = Array(repeating: (-1, -1), count: nodes)
        isSettled = Array(repeating: false, count: nodes)
    }

    /// Whether the edge, by its place in its row, is part of the matching.
    func isChosen(row: Int, edge: Int) -> Bool { chosen[row][edge] }

    /// What a place in the column is worth: negative where one row more would earn its bonus.
    ///
    /// These prices are an optimal solution of the dual problem once every row is inserted.
    func price(column: Int) -> Int { -potential[2 * rowCount + column] }

    /// Matches a row with up to `units` columns, moving earlier matches where the total gains.
    ///
    /// - Complexity: O(*units* · *m* log *n*) for *m* edges and *n* nodes at the worst.
    mutating func insert(row: Int, units: Int) {
        for _ in 0..<min(units, edges[row].count) {
            guard let end = cheapestPath(from: row), end != row else { return }
            augment(to: end)
        }
    }

    /// What it costs to go from a node straight to the sink; nil where that cannot be.
    private func exit(of node: Int) -> Int? {
        if node < rowCount { return 0 }
        guard node >= 2 * rowCount else { return nil }
        let column = node - 2 * rowCount
        guard holders[column].count < capacity else { return nil }
        return holders[column].isEmpty ? -bonus[column] : 0
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
        // An arc to a node at a cost, along an edge of its row; −1: between a row and its gate.
        func reach(_ next: Int, _ cost: Int, _ edge: Int) {
            let length = reached + cost + potential[node] - potential[next]
            guard length < distance[next], length < limit else { return }
            if distance[next] == .max { touched.append(next) }
            distance[next] = length
            parent[next] = (node, edge)
            queue.push(distance: length, node: next)
        }
        guard node < 2 * rowCount else {
            for (row, number) in holders[node - 2 * rowCount] {
                let edge = edges[row][number]
                reach(edge.isMetered ? rowCount + row : row, edge.weight, number)
            }
            return
        }
        let isGate = node >= rowCount
        let row = isGate ? node - rowCount : node
        for (number, edge) in edges[row].enumerated()
        where edge.isMetered == isGate && !chosen[row][number] {
            reach(2 * rowCount + edge.column, -edge.weight, number)
        }
        if isGate {
            if metered[row] > 0 { reach(row, 0, -1) }
        } else if metered[row] < allowance[row] {
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
                chosen[row][edge] = true
                holders[node - 2 * rowCount].append((row, edge))
            } else {
                let row = node % rowCount
                chosen[row][edge] = false
                holders[previous - 2 * rowCount].removeAll { $0.row == row && $0.edge == edge }
            }
            node = previous
        }
    }
}
