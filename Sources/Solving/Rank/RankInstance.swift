internal import Market
internal import Parallel

/// A ranking problem in whole numbers: needs are rows and members columns, both in the order of
/// their ids, so that ties fall to the lower id.
struct RankInstance {
    /// A pair as an edge. A large market has tens of millions: what can be reckoned is not kept.
    struct Edge {
        private let columnNumber: Int32
        private let candidateNumber: Int32
        /// The score as it was given.
        let points: Float
        /// Whether the pair stood the night before.
        let isInForce: Bool
        /// Whether the member counts against the attention budget: has not heard of the need.
        let isNew: Bool

        init(column: Int, candidate: Int, points: Float, isInForce: Bool, isNew: Bool) {
            columnNumber = Int32(column)
            candidateNumber = Int32(candidate)
            self.points = points
            self.isInForce = isInForce
            self.isNew = isNew
        }

        var column: Int { Int(columnNumber) }
        /// Place of the candidate.
        var candidate: Int { Int(candidateNumber) }
        var score: Int { max(1, RankInstance.units(Double(min(points, 1_024)))) }
    }

    /// Units of a point of score.
    static let unit = 0x1p32

    let perNeed: Int
    let capacity: Int
    /// What keeping a pair that stands is worth beside its score.
    let bonus: Int
    /// For each row one edge a member, the heaviest first, then by candidate id.
    let rows: [[Edge]]
    /// For each row the edges to members who are due, ascending.
    let due: [[Int32]]
    /// For each row, how many members more may hear of it.
    let allowance: [Int]
    /// For each column, what it is worth to suggest the member at all: 0 for those who are not due;
    /// otherwise more than any loss of score that one exchange can bring.
    let priority: [Int]
    /// Id of the member of each column: those whom a pair names.
    let memberIDs: [String]
    /// Row of each need, and need of each row.
    let rowOfNeed: [Int]
    let needOfRow: [Int]
    /// Pairs that stood the night before and match.
    let inForce: Set<NeedCandidate>
    /// Needs that have a budget and have spent it.
    let exhausted: Int

    init(
        _ pairs: some Sequence<Pairing>, needIDs: [String], candidateIDs: [String],
        members: [String], rules: RankRules, history: ProposalHistory
    ) {
        perNeed = max(0, rules.perNeed)
        capacity = max(0, rules.perCandidate)
        let needOrder = needIDs.indices.sorted { (needIDs[$0], $0) < (needIDs[$1], $1) }
        var rowOfNeed = [Int](repeating: 0, count: needIDs.count)
        for (row, need) in needOrder.enumerated() { rowOfNeed[need] = row }
        self.rowOfNeed = rowOfNeed
        needOfRow = needOrder

        let bonus = Self.units(min(max(rules.stability, 0), 1))
        self.bonus = bonus
        let isMetered = rules.attention != nil
        var found = [[Found]](repeating: [], count: needIDs.count)
        var isNamed = [Bool](repeating: false, count: candidateIDs.count)
        for pair in pairs where pair.score.isFinite && pair.score > 0 {
            found[rowOfNeed[pair.need]].append(
                Found(candidate: Int32(pair.candidate), points: pair.score))
            isNamed[pair.candidate] = true
        }
        let named = isNamed.indices.filter { isNamed[$0] }
        // Sorted already, or nearly, where members ascend as their candidates do.
        var memberIDs: [String] = []
        var columns = [Int](repeating: -1, count: candidateIDs.count)
        for candidate in named.sorted(by: { members[$0] < members[$1] }) {
            if memberIDs.last != members[candidate] { memberIDs.append(members[candidate]) }
            columns[candidate] = memberIDs.count - 1
        }
        let hasSeveral = memberIDs.count < named.count
        var idsInForce = [[String]](repeating: [], count: needIDs.count)
        let rowOfID = Dictionary(
            needIDs.enumerated().map { ($1, rowOfNeed[$0]) }, uniquingKeysWith: { one, _ in one })
        for pair in history.inForce {
            if let row = rowOfID[pair.need] { idsInForce[row].append(pair.candidate) }
        }
        let notified = needOrder.map { history.notified[needIDs[$0]] ?? [] }
        var rows: [[Edge]] = []
        rows.reserveCapacity(found.count)
        var inForce: Set<NeedCandidate> = []
        // Some rows at a time, so that pairs and edges of all are never there together.
        for start in stride(from: 0, to: found.count, by: 256) {
            let block = start..<min(start + 256, found.count)
            let made = Threads.map(block.count) { [found, columns, idsInForce] offset in
                let row = block.lowerBound + offset
                return Self.best(
                    of: found[row].map { pair in
                        let candidate = Int(pair.candidate)
                        return Edge(
                            column: columns[candidate], candidate: candidate, points: pair.points,
                            isInForce: idsInForce[row].contains(candidateIDs[candidate]),
                            isNew: isMetered
                                && (notified[row].isEmpty
                                    || !notified[row].contains(members[candidate]))
                        )
                    }, bonus: bonus, candidateIDs: candidateIDs, hasSeveral: hasSeveral)
            }
            for (row, edges) in zip(block, made) {
                found[row] = []
                for edge in edges where edge.isInForce {
                    inForce.insert(
                        NeedCandidate(
                            need: needIDs[needOrder[row]], candidate: candidateIDs[edge.candidate]))
                }
                rows.append(edges)
            }
        }
        self.memberIDs = memberIDs
        self.inForce = inForce
        let attention = rules.attention ?? .max
        allowance = notified.map { max(0, attention - $0.count) }
        exhausted = isMetered ? allowance.count { $0 == 0 } : 0
        let heaviest = rows.reduce(1) { max($0, $1.first.map { Self.weight($0, bonus) } ?? 0) }
        let priority = Self.priorities(
            of: memberIDs, rows: rows.count, heaviest: heaviest, exposure: rules.exposure,
            history: history)
        self.priority = priority
        let someAreDue = priority.contains { $0 > 0 }
        due = rows.map { row in
            someAreDue ? row.indices.filter { priority[row[$0].column] > 0 }.map(Int32.init) : []
        }
        self.rows = rows
    }

    /// The score, and more for a pair that stands.
    func weight(_ edge: Edge) -> Int { Self.weight(edge, bonus) }

    private static func weight(_ edge: Edge, _ bonus: Int) -> Int {
        edge.score + (edge.isInForce ? bonus : 0)
    }

    /// The pair that an edge of a row stands for.
    func pair(_ edge: Edge, row: Int) -> Pairing {
        Pairing(need: needOfRow[row], candidate: edge.candidate, score: edge.points)
    }

    /// Points, 0 or more, in units.
    static func units(_ points: Double) -> Int { Int(points * unit + 0.5) }

    static func points(_ units: Int) -> Double { Double(units) / unit }

    /// A pair of a row.
    private struct Found {
        let candidate: Int32
        let points: Float
    }

    /// The heaviest edge of each member, heaviest first, then by candidate id.
    ///
    /// - Parameter hasSeveral: Whether any member has several candidates.
    private static func best(
        of row: [Edge], bonus: Int, candidateIDs: [String], hasSeveral: Bool
    ) -> [Edge] {
        let order = row.map { (weight: weight($0, bonus), edge: $0) }.sorted {
            if $0.weight != $1.weight { return $0.weight > $1.weight }
            let (left, right) = ($0.edge.candidate, $1.edge.candidate)
            return (candidateIDs[left], left) < (candidateIDs[right], right)
        }
        guard hasSeveral else { return order.map(\.edge) }
        var seen: Set<Int> = []
        return order.map(\.edge).filter { seen.insert($0.column).inserted }
    }

    /// A path of the residual network meets each row once at the most, so this much outweighs what
    /// it can lose. Among members who are due, each night more of waiting counts one more time.
    private static func priorities(
        of memberIDs: [String], rows: Int, heaviest: Int, exposure: Int?,
        history: ProposalHistory
    ) -> [Int] {
        guard let exposure else { return Array(repeating: 0, count: memberIDs.count) }
        let one = 2 * (rows + 2) * heaviest
        let levels = max(1, min(1_024, (1 << 58) / one))
        return memberIDs.map { member in
            let nights = history.waits[member]?.nights ?? 0
            return nights < exposure ? 0 : one * min(1 + nights - exposure, levels)
        }
    }
}
