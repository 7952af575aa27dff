internal import Market

/// Words: telling words that both texts share, see ``LexicalSimilarity``.
enum WordsSignal: PairSignal {
    static let kind = SignalKind.words
    static let isContent = true
    static let shippedWeight = 0.42

    static func value(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent, in scorer: Scorer
    ) -> Double { content.words }

    static func evidence(
        _ need: PreparedNeed, _ candidate: Int, value: Double, in scorer: Scorer
    ) -> Evidence? { .words(scorer.words.shared(need.need, candidate: candidate, limit: 5)) }
}
