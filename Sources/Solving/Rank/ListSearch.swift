/// The best list for one need when places with members have prices: names of the highest worth, less
/// what names of one list lose by being alike.
///
/// Branch and bound, the node with the highest bound first. A node's bound adds to what is chosen
/// the best that remains, each name with what it loses to those chosen and half of the least that it
/// can lose to the others (Gilmore, 1962; Lawler, 1963); so the highest bound left is proven whenever
/// the search ends.
struct ListSearch {
    /// Worth of each name, descending.
    let worth: [Int]
    let isNew: [Bool]
    /// What two names lose to one another, 0 or more; symmetric, with 0 on the diagonal.
    let loss: [[Int]]
    let most: Int
    /// Most new names.
    let allowance: Int
    /// For each name, the least that it can lose to 0, 1, 2 … others.
    private let leastLoss: [[Int]]

    init(worth: [Int], isNew: [Bool], loss: [[Int]], most: Int, allowance: Int) {
        self.worth = worth
        self.isNew = isNew
        self.loss = loss
        self.most = most
        self.allowance = allowance
        leastLoss = loss.indices.map { name in
            var others = loss[name]
            others.remove(at: name)
            others.sort()
            var sums = [0]
            for least in others.prefix(max(0, most - 1)) { sums.append((sums.last ?? 0) + least) }
            return sums
        }
    }

    private struct Node: Comparable {
        let bound: Int
        let value: Int
        let chosen: [Int]
        /// Names that may still be chosen, with what each adds now, highest first.
        let open: [(name: Int, gain: Int)]
        let number: Int

        static func < (one: Node, other: Node) -> Bool {
            (one.bound, other.number) < (other.bound, one.number)
        }
        static func == (one: Node, other: Node) -> Bool { one.number == other.number }
    }

    /// A value that no list exceeds.
    ///
    /// - Parameter limit: How many nodes are opened at the most; the answer is the optimum where
    ///   fewer are needed.
    func bound(limit: Int) -> Int {
        var best = 0
        var opened = 0
        var numbered = 0
        func node(_ value: Int, _ chosen: [Int], _ open: [(name: Int, gain: Int)]) -> Node {
            numbered += 1
            let bound = value + most(from: open, after: chosen)
            return Node(bound: bound, value: value, chosen: chosen, open: open, number: numbered)
        }
        let all = worth.indices.map { (name: $0, gain: worth[$0]) }.filter { $0.gain > 0 }
        var queue = [node(0, [], all)]
        while let top = queue.indices.max(by: { queue[$0] < queue[$1] }) {
            let next = queue.remove(at: top)
            guard next.bound > best else { return best }
            guard opened < limit else { return next.bound }
            opened += 1
            guard let (name, gain) = next.open.first else { continue }
            let rest = Array(next.open.dropFirst())
            let chosen = next.chosen + [name]
            best = max(best, next.value + gain)
            if chosen.count < most {
                let isFull = isNew[name] && chosen.count { isNew[$0] } >= allowance
                let open = rest.filter { !isFull || !isNew[$0.name] }
                    .map { (name: $0.name, gain: $0.gain - loss[$0.name][name]) }
                    .filter { $0.gain > 0 }
                    .sorted { ($0.gain, $1.name) > ($1.gain, $0.name) }
                queue.append(node(next.value + gain, chosen, open))
            }
            queue.append(node(next.value, next.chosen, rest))
        }
        return best
    }

    /// No more than this can be added to what is chosen.
    private func most(from open: [(name: Int, gain: Int)], after chosen: [Int]) -> Int {
        let left = min(most - chosen.count, open.count)
        guard left > 0 else { return 0 }
        let newLeft = allowance - chosen.count { isNew[$0] }
        var most = 0
        for count in 1...left {
            let gains = open.map { name, gain in
                (
                    isNew: isNew[name],
                    gain: gain - leastLoss[name][min(count, leastLoss[name].count) - 1] / 2
                )
            }.sorted { $0.gain > $1.gain }
            var (sum, taken, new) = (0, 0, 0)
            for entry in gains where entry.gain > 0 && taken < count {
                if entry.isNew {
                    guard new < newLeft else { continue }
                    new += 1
                }
                sum += entry.gain
                taken += 1
            }
            most = max(most, sum)
        }
        return most
    }
}
