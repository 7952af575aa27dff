internal import Market

/// How much a signal tells a pair from the usual one.
enum SignalDifference {
    /// What a signal is worth in an unremarkable pair: set by hand, and fixed, so that a sentence
    /// changes with its pair and with nothing else.
    ///
    /// `entremise usual-signals` prints what pairs of the sample network show that pass the hard
    /// rules. The medians for missions (110 pairs) and services (34): skills 0.76 and 1.00, meaning
    /// 0.38 and 0.51, words 0.12 and 0.10, place 0.70 and 0.70, price 0.81 and 0.50, balance 0.74,
    /// dates and language 1.00. Mandatory skills have sifted these pairs, so that most of them are
    /// good ones: the values of content here lie far below, or the best would go unmentioned. Those
    /// of circumstances lie a little below, price and balance by up to 0.3, so that what is usual is
    /// told only where nothing better is to be said.
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
