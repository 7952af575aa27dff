internal import Market

/// A ranking problem in whole numbers: needs are rows and members columns, both in the order of
/// their ids, so that ties fall to the lower id.
struct RankInstance {
    /// A pair as an edge.
    struct Edge {
        let column: Int
        /// The score.
        let score: Int
        /// What keeping the pair is worth beside its score.
        let bonus: Int
        /// Whether the pair stood the night before.
        let isStanding: Bool
        /// Whether the member counts against the attention budget: has not heard of the need.
        let isNew: Bool
        let pair: Pairing

        var weight: Int { score + bonus }
    }

    /// Units of a point of score.
    static let unit = 0x1p32

    let perNeed: Int
    let capacity: Int
    /// For each row one edge a member, the heaviest first, then by candidate id.
    let rows: [[Edge]]
    /// For each row, how many members more may hear of it.
    let allowance: [Int]
    /// For each column, what it is worth to suggest the member at all: 0 for those who are not due;
    /// otherwise more than any loss of score that one exchange can bring.
    let priority: [Int]
    /// Id of the member of each column: those whom a pair names.
    let memberIDs: [String]
    /// Row of each need.
    let rowOfNeed: [Int]
    /// Pairs that stood the night before and match.
    let standing: Set<NeedCandidate>
    /// Needs that have a budget and have spent it.
    let exhausted: Int

    init(
        _ pairs: [Pairing], needIDs: [String], candidateIDs: [String], members: [String],
        rules: RankRules, history: SuggestionHistory
    ) {
        perNeed = max(0, rules.perNeed)
        capacity = max(0, rules.perCandidate)
        let needOrder = needIDs.indices.sorted { (needIDs[$0], $0) < (needIDs[$1], $1) }
        var rowOfNeed = [Int](repeating: 0, count: needIDs.count)
        for (row, need) in needOrder.enumerated() { rowOfNeed[need] = row }
        self.rowOfNeed = rowOfNeed
        let memberIDs = Set(pairs.lazy.map { members[$0.candidate] }).sorted()
        self.memberIDs = memberIDs
        let columnOfMember = Dictionary(
            uniqueKeysWithValues: memberIDs.enumerated().map { ($0.element, $0.offset) })

        let bonus = Self.units(min(max(rules.stability, 0), 1))
        let isMetered = rules.attention != nil
        var rows = [[Edge]](repeating: [], count: needIDs.count)
        var standing: Set<NeedCandidate> = []
        for pair in pairs where pair.score.isFinite && pair.score > 0 {
            let need = needIDs[pair.need]
            let member = members[pair.candidate]
            let ids = NeedCandidate(need: need, candidate: candidateIDs[pair.candidate])
            let isStanding = history.standing.contains(ids)
            if isStanding { standing.insert(ids) }
            rows[rowOfNeed[pair.need]].append(
                Edge(
                    column: columnOfMember[member, default: 0],
                    score: max(1, Self.units(Double(min(pair.score, 1_024)))),
                    bonus: isStanding ? bonus : 0, isStanding: isStanding,
                    isNew: isMetered && history.told[need]?.contains(member) != true, pair: pair))
        }
        self.rows = rows.map { Self.best(of: $0, candidateIDs: candidateIDs) }
        self.standing = standing
        let told = needOrder.map { history.told[needIDs[$0]]?.count ?? 0 }
        let attention = rules.attention ?? .max
        allowance = told.map { max(0, attention - $0) }
        exhausted = isMetered ? allowance.count { $0 == 0 } : 0
        priority = Self.priorities(
            of: memberIDs, in: self.rows, exposure: rules.exposure, history: history)
    }

    static func units(_ points: Double) -> Int { Int((points * unit).rounded()) }

    static func points(_ units: Int) -> Double { Double(units) / unit }

    /// The heaviest edge of each member, heaviest first, then by candidate id.
    private static func best(of row: [Edge], candidateIDs: [String]) -> [Edge] {
        let sorted = row.sorted {
            if $0.weight != $1.weight { return $0.weight > $1.weight }
            let (left, right) = ($0.pair.candidate, $1.pair.candidate)
            return (candidateIDs[left], left) < (candidateIDs[right], right)
        }
        var seen: Set<Int> = []
        return sorted.filter { seen.insert($0.column).inserted }
    }

    /// A path of the residual network meets each row once at the most, so this much outweighs what
    /// it can lose. Among members who are due, each night more of waiting counts one more time.
    private static func priorities(
        of memberIDs: [String], in rows: [[Edge]], exposure: Int?, history: SuggestionHistory
    ) -> [Int] {
        guard let exposure else { return Array(repeating: 0, count: memberIDs.count) }
        let heaviest = rows.reduce(1) { max($0, $1.first?.weight ?? 0) }
        let one = 2 * (rows.count + 2) * heaviest
        let levels = max(1, min(1_024, (1 << 58) / one))
        return memberIDs.map { member in
            let nights = history.waits[member]?.nights ?? 0
            return nights < exposure ? 0 : one * min(1 + nights - exposure, levels)
        }
    }
}
