internal import Market

/// A signal: one reason for or against a pair, 0 … 1, that can be put into words.
///
/// A signal is one file of this folder, named in ``PairSignals``.
protocol PairSignal: Sendable {
    /// What job files and reports call it.
    static var kind: SignalKind { get }

    /// Whether it speaks of the content of the pair, and not of circumstances such as the place: see
    /// ``Fusion``.
    static var isContent: Bool { get }

    /// Weight that jobs are shipped with, chosen on ranking tasks with known answers: see
    /// <doc:HowPairsAreScored>. 0 where the tasks say nothing of it.
    static var shippedWeight: Double { get }

    /// Value for a pair, 0 … 1; NaN where it does not apply.
    ///
    /// Called for every pair that is scored: nothing is allocated.
    ///
    /// - Parameter content: The pair's signals that come from texts.
    static func value(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent, in scorer: Scorer
    ) -> Double

    /// The facts that a value which applies rests on; nil where there is nothing to tell.
    static func evidence(
        _ need: PreparedNeed, _ candidate: Int, value: Double, in scorer: Scorer
    ) -> Evidence?
}

extension PairSignal {
    static var isContent: Bool { false }
    static var shippedWeight: Double { 0 }
}
