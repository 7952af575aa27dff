internal import Market

/// How much a signal tells a pair from the usual one.
enum SignalDifference {
    /// What the signal adds to the score, or takes from it, against the usual pair.
    static func contribution(_ signal: Signal) -> Double {
        signal.weight * (signal.value - typical(signal.kind))
    }

    /// What the signal could add to the score if it were as good as can be.
    static func room(_ signal: Signal) -> Double { signal.weight * (1 - signal.value) }
}
