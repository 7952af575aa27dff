internal import Market

/// How much a signal tells a pair from the usual one.
enum SignalDifference {
    /// What a signal is worth in an unremarkable pair that passes the hard rules: set by hand, near
    /// what the sample network shows. They are fixed, so that a sentence changes with its pair and
    /// with nothing else.
    static func typical(_ kind: SignalKind) -> Double {
        switch kind {
        case .skills: 0.2
        case .meaning: 0.1
        case .words: 0.05
        case .place: 0.6
        case .dates: 0.8
        case .price: 0.5
        case .language: 0.9
        case .balance: 0.5
        }
    }

    /// What the signal adds to the score, or takes from it, against the usual pair.
    static func contribution(_ signal: Signal) -> Double {
        signal.weight * (signal.value - typical(signal.kind))
    }

    /// What the signal could add to the score if it were as good as can be.
    static func room(_ signal: Signal) -> Double { signal.weight * (1 - signal.value) }
}
