internal import Market

/// Topics: how far both sides are filed under the same ones, by the Jaccard index (1901): topics in common
/// over topics of either.
enum TopicsSignal: PairSignal {
    static let kind = SignalKind.topics
    static let isContent = true

    static func value(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent, in scorer: Scorer
    ) -> Double {
        let asked = scorer.needTopics[need.index]
        let given = scorer.candidateTopics[candidate]
        guard !asked.isEmpty, !given.isEmpty else { return .nan }
        var shared = 0
        for topic in asked where given.contains(topic) { shared += 1 }
        return Double(shared) / Double(asked.count + given.count - shared)
    }

    static func evidence(
        _ need: PreparedNeed, _ candidate: Int, value: Double, in scorer: Scorer
    ) -> Evidence? {
        let given = Set(scorer.snapshot.candidates[candidate].topics.map(Codes.folded))
        return .topics(need.need.topics.filter { given.contains(Codes.folded($0)) })
    }
}
