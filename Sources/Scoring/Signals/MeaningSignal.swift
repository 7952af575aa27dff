internal import Market

/// Meaning: nearness of both texts as an encoder sees them, see ``SemanticSimilarity``.
enum MeaningSignal: PairSignal {
    static let kind = SignalKind.meaning
    static let isContent = true
    static let shippedWeight = 0.48

    static func value(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent, in scorer: Scorer
    ) -> Double { content.meaning }

    static func evidence(
        _ need: PreparedNeed, _ candidate: Int, value: Double, in scorer: Scorer
    ) -> Evidence? { .meaning(nearness: value) }
}
