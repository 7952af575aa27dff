package import Market

/// The registry of signals.
///
/// A signal is named twice: in ``all``, and among ``values(_:_:_:in:)``, where every call is direct
/// since it is made for every pair. A test holds the two to each other.
enum PairSignals {
    /// Every signal, in the order of `SignalKind`.
    static let all: [any PairSignal.Type] = [
        SkillsSignal.self, MeaningSignal.self, WordsSignal.self, PlaceSignal.self,
        DatesSignal.self, PriceSignal.self, LanguageSignal.self, BalanceSignal.self,
        TopicsSignal.self,
    ]

    /// The signals of one pair; NaN where one does not apply.
    ///
    /// - Complexity: O(skills asked × skills held); nothing is allocated.
    static func values(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent, in scorer: Scorer
    ) -> SignalValues {
        var values = SignalValues(repeating: .nan)
        values[.skills] = SkillsSignal.value(need, candidate, content, in: scorer)
        values[.meaning] = MeaningSignal.value(need, candidate, content, in: scorer)
        values[.words] = WordsSignal.value(need, candidate, content, in: scorer)
        values[.place] = PlaceSignal.value(need, candidate, content, in: scorer)
        values[.dates] = DatesSignal.value(need, candidate, content, in: scorer)
        values[.price] = PriceSignal.value(need, candidate, content, in: scorer)
        values[.language] = LanguageSignal.value(need, candidate, content, in: scorer)
        values[.balance] = BalanceSignal.value(need, candidate, content, in: scorer)
        values[.topics] = TopicsSignal.value(need, candidate, content, in: scorer)
        return values
    }

    /// Weights of the signals of content that jobs are shipped with.
    static var shippedWeights: [SignalKind: Double] {
        Dictionary(
            uniqueKeysWithValues: all.filter { $0.shippedWeight > 0 }
                .map { ($0.kind, $0.shippedWeight) })
    }
}

extension Scorer {
    /// Every signal that is registered, in order.
    package static var signals: [SignalKind] { PairSignals.all.map { $0.kind } }

    /// The signals of one pair, as all are worked out together and one by one: what tests hold
    /// against each other. NaN where one does not apply.
    package func forms(
        ofSignalsOf need: Int, _ candidate: Int
    ) -> (together: [Double], alone: [Double]) {
        let prepared = prepare(need, beside: [candidate])
        var similarities = words.similarities
        let content = contents(ofNeed: need, [candidate], &similarities)[0]
        let values = PairSignals.values(prepared, candidate, content, in: self)
        return (
            together: (0..<SignalValues.count).map { values[$0] },
            alone: PairSignals.all.map { $0.value(prepared, candidate, content, in: self) }
        )
    }
}
