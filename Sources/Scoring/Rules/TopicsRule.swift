internal import Market

/// Topics: the candidate is filed under one of the need's at least. A side without topics passes.
struct TopicsRule: HardRule {
    static let name = Exclusion.Rule.topics

    // MARK: Table form

    private let holders: InvertedIndex
    /// For each need the indexes of its topics.
    private let topics: [[Int]]
    /// Who names no topic.
    private let silent: Bitmap

    init(_ columns: RuleColumns) {
        let (asked, held) = (columns.scorer.needTopics, columns.scorer.candidateTopics)
        var indexes: [Int: Int] = [:]
        topics = columns.needs.indices.map { need in
            asked[need].map { topic in
                let index = indexes[topic] ?? indexes.count
                indexes[topic] = index
                return index
            }
        }
        var lists = [[Int32]](repeating: [], count: indexes.count)
        for (row, candidate) in columns.order.enumerated() where !indexes.isEmpty {
            for topic in held[candidate] {
                if let index = indexes[topic] { lists[index].append(Int32(row)) }
            }
        }
        holders = InvertedIndex(lists, among: columns.count)
        silent = Bitmap(columns.count) { held[columns.order[$0]].isEmpty }
    }

    func exclude(from eligible: inout EligibleBits, need: Int) {
        guard !topics[need].isEmpty else { return }
        var kept = [UInt64](repeating: 0, count: eligible.words.count)
        for topic in topics[need] {
            var holding = eligible
            holders.keepHolders(of: topic, in: &holding, exempt: silent)
            for index in kept.indices { kept[index] |= holding.words[index] }
        }
        eligible.words = kept
    }

    // MARK: Pair form

    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        let asked = scorer.needTopics[need.index]
        let held = scorer.candidateTopics[candidate]
        return !asked.isEmpty && !held.isEmpty && !asked.contains { held.contains($0) }
    }

    static func failures(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Exclusion] { [.topics(asked: need.need.topics)] }
}
