/// A maximum-weight *b*-matching of rows with columns that grows row by row and is best for the
/// rows inserted so far.
///
/// A flow from rows through columns to a sink. A unit of a row may also go to the sink for nothing,
/// which leaves it unmatched. Each new unit takes the cheapest path of the residual network, found
/// by Dijkstra's algorithm on costs that potentials keep at or above 0 and stopped at the sink
/// (Edmonds & Karp, 1972; Jonker & Volgenant, 1987, for the local search).
struct BMatching {
    /// A column that a row may be matched with.
    struct Edge {
        let column: Int
        /// Above 0.
        let weight: Int
    }

    private let edges: [[Edge]]
    private let capacity: Int
    private let rowCount: Int
    private var chosen: [[Bool]]
    /// For each column, the rows matched with it and their edge.
    private var holders: [[(row: Int, edge: Int)]]
    private var potential: [Int]
    private var distance: [Int]
    private var parent: [(node: Int, edge: Int)]
    private var isSettled: [Bool]

    /// A matching without rows: edges by row, and how many rows a column takes.
    init(edges: [[Edge]], columnCount: Int, columnCapacity: Int) {
        self.edges = edges
        capacity = columnCapacity
        rowCount = edges.count
        let nodes = edges.count + columnCount
        chosen = edges.map { [Bool](repeating: false, count: $0.count) }
        holders = Array(repeating: [], count: columnCount)
        potential =
            edges.map { $0.map(\.weight).max() ?? 0 } + Array(repeating: 0, count: columnCount)
        distance = Array(repeating: .max, count: nodes)
        parent = Array(repeating: (-1, -1), count: nodes)
        isSettled = Array(repeating: false, count: nodes)
    }

    /// Whether the edge, by its place in its row, is part of the matching.
    func isChosen(row: Int, edge: Int) -> Bool { chosen[row][edge] }

    /// Matches a row with up to `units` columns, moving earlier matches where the total gains.
    ///
    /// - Complexity: O(*units* · *m* log *n*) for *m* edges and *n* nodes at the worst.
    mutating func insert(row: Int, units: Int) {
        for _ in 0..<min(units, edges[row].count) {
            guard let end = cheapestPath(from: row), end != row else { return }
            augment(to: end)
        }
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
            let leaves = node < rowCount || holders[node - rowCount].count < capacity
            if leaves, reached + potential[node] < toSink {
                toSink = reached + potential[node]
                end = node
            }
            if node < rowCount {
                for (number, edge) in edges[node].enumerated() where !chosen[node][number] {
                    let column = rowCount + edge.column
                    let length = reached - edge.weight + potential[node] - potential[column]
                    guard length < distance[column], length < toSink else { continue }
                    if distance[column] == .max { touched.append(column) }
                    distance[column] = length
                    parent[column] = (node, number)
                    queue.push(distance: length, node: column)
                }
            } else {
                for (row, number) in holders[node - rowCount] {
                    let length =
                        reached + edges[row][number].weight + potential[node] - potential[row]
                    guard length < distance[row], length < toSink else { continue }
                    if distance[row] == .max { touched.append(row) }
                    distance[row] = length
                    parent[row] = (node, number)
                    queue.push(distance: length, node: row)
                }
            }
        }
        for node in touched {
            if distance[node] < toSink { potential[node] += distance[node] - toSink }
            distance[node] = .max
            isSettled[node] = false
        }
        parent[start] = (-1, -1)
        return end
    }

    /// Follows the path back and turns its edges round.
    private mutating func augment(to end: Int) {
        var node = end
        while parent[node].node >= 0 {
            let (previous, edge) = parent[node]
            if node >= rowCount {
                chosen[previous][edge] = true
                holders[node - rowCount].append((previous, edge))
            } else {
                chosen[node][edge] = false
                holders[previous - rowCount].removeAll { $0.row == node && $0.edge == edge }
            }
            node = previous
        }
    }
}
