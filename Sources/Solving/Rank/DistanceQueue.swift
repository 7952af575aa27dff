/// A binary heap of nodes by distance, then by node.
struct DistanceQueue {
    private var items: [(distance: Int, node: Int)] = []

    /// Adds a node.
    ///
    /// - Complexity: O(log *n*).
    mutating func push(distance: Int, node: Int) {
        items.append((distance, node))
        var child = items.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard items[child] < items[parent] else { return }
            items.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes the nearest node, if any.
    ///
    /// - Complexity: O(log *n*).
    mutating func pop() -> (distance: Int, node: Int)? {
        guard let nearest = items.first else { return nil }
        let last = items.removeLast()
        guard !items.isEmpty else { return nearest }
        items[0] = last
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < items.count else { return nearest }
            if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
            guard items[child] < items[parent] else { return nearest }
            items.swapAt(child, parent)
            parent = child
        }
    }
}
