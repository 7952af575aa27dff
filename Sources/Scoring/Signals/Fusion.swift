internal import Market

/// Weighs signals into one score.
///
/// Signals that do not apply give their weight to the others, so that the unknown neither helps nor
/// hurts. They do so in two groups: what the signals of content weigh together stays theirs.
/// Otherwise a profile that says nothing but where it is would come first everywhere. Where no
/// signal of content applies, every weight, and the score, is 0.
struct Fusion: Sendable {
    /// Number of signals, *n*.
    private let count: Int
    /// The weights for each set of signals that apply, worked out beforehand: 2*ⁿ* sets of *n*
    /// numbers, 36 KiB for nine signals.
    private let shares: [Double]
    private let contentTotal: Double
    private let total: Double

    /// - Parameters:
    ///   - weights: Weight of each signal.
    ///   - wordTrust: Share of its weight, 0 … 1, that the signal of words keeps; the other signals
    ///     of content get the rest.
    /// - Complexity: O(2*ⁿ* × *n*) in the number of signals.
    init(weights: [SignalKind: Double], wordTrust: Double = 1) {
        let given = PairSignals.all.map { weights[$0.kind] ?? 0 }
        let contentTotal = zip(PairSignals.all, given).reduce(0) { $1.0.isContent ? $0 + $1.1 : $0 }
        let trusted = zip(PairSignals.all, given).map { signal, weight in
            signal.isContent ? weight * (signal.kind == .words ? wordTrust : 1) : 0
        }
        let left = trusted.reduce(0, +)
        let content = trusted.map { left > 0 ? $0 * contentTotal / left : $0 }
        let own = zip(PairSignals.all, zip(given, content)).map { $0.isContent ? $1.1 : $1.0 }
        count = own.count
        total = own.reduce(0, +)
        shares = (0..<1 << own.count).flatMap {
            Fusion.shares(of: $0, own, content, contentTotal: contentTotal)
        }
        self.contentTotal = contentTotal
    }

    /// Weights of a set of signals, adding up to 1 or all 0.
    ///
    /// - Parameters:
    ///   - applying: The set, one bit a signal.
    ///   - own: Weight of each signal.
    ///   - content: Weight of each signal of content; 0 for the others.
    private static func shares(
        of applying: Int, _ own: [Double], _ content: [Double], contentTotal: Double
    ) -> [Double] {
        func applies(_ index: Int) -> Bool { applying >> index & 1 == 1 }
        let present = content.indices.reduce(0) { applies($1) ? $0 + content[$1] : $0 }
        guard contentTotal <= 0 || present > 0 else { return own.map { _ in 0 } }
        let scale = present > 0 ? contentTotal / present : 1
        let shares = own.indices.map { index in
            applies(index) ? content[index] * scale + (own[index] - content[index]) : 0
        }
        let total = shares.reduce(0, +)
        return shares.map { total > 0 ? $0 / total : 0 }
    }

    /// Whether nothing but signals of content can make a score: where none applies, it is 0.
    var needsContent: Bool { contentTotal > 0 }

    /// Share of the weights that belongs to signals of content.
    var contentShare: Double { total > 0 ? contentTotal / total : 0 }

    /// Where the weights for the signals that apply begin.
    private func start(_ values: SignalValues) -> Int {
        var applying = 0
        for index in 0..<count where !values[index].isNaN { applying |= 1 << index }
        return applying * count
    }

    /// Weights of the signals that apply, those whose value is a number; they add up to 1 or are
    /// all 0.
    func weights(for values: SignalValues) -> SignalValues {
        let start = start(values)
        var weights = SignalValues(repeating: 0)
        for index in 0..<count { weights[index] = shares[start + index] }
        return weights
    }

    /// What the signals of content add to the fused score of a pair.
    func content(_ values: SignalValues) -> Double {
        let start = start(values)
        return PairSignals.all.indices.reduce(0) { sum, index in
            guard PairSignals.all[index].isContent, !values[index].isNaN else { return sum }
            return sum + values[index] * shares[start + index]
        }
    }

    /// What the texts of a pair say together, 0 … 1; 0 where they say nothing.
    func mean(of content: PairContent) -> Double {
        var values = SignalValues(repeating: .nan)
        values[.meaning] = content.meaning
        values[.words] = content.words
        let start = start(values)
        var sum = 0.0
        var total = 0.0
        for index in 0..<count where !values[index].isNaN {
            sum += values[index] * shares[start + index]
            total += shares[start + index]
        }
        return total > 0 ? sum / total : 0
    }

    /// The fused score of a pair: its signals by their weights, 0 … 1.
    ///
    /// It is rounded to 0.00001 so that the last bits of a matrix product, which vary with its
    /// shape, decide nothing.
    func score(_ values: SignalValues) -> Double {
        let start = start(values)
        var sum = 0.0
        for index in 0..<count where !values[index].isNaN {
            sum += values[index] * shares[start + index]
        }
        return (min(1, max(0, sum)) * 100_000).rounded() / 100_000
    }
}
