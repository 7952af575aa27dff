internal import Market

/// The signals of one pair side by side, in the order of `SignalKind`; NaN where one does not
/// apply.
typealias SignalValues = SIMD8<Double>

/// Weighs signals into one score.
///
/// Signals that do not apply give their weight to the others, so that the unknown neither helps nor
/// hurts. They do so in two groups: what skills, meaning and words weigh together stays theirs.
/// Otherwise a profile that says nothing but where it is would come first everywhere. Where none of
/// the three applies, every weight, and the score, is 0.
struct Fusion: Sendable {
    private let weights: SIMD8<Double>
    private let contentTotal: Double

    /// Signals of content: the first three kinds.
    private static let content = SIMD8<Double>(1, 1, 1, 0, 0, 0, 0, 0)

    init(weights: [SignalKind: Double]) {
        var row = SIMD8<Double>.zero
        for (index, kind) in SignalKind.allCases.enumerated() { row[index] = weights[kind] ?? 0 }
        self.weights = row
        contentTotal = (row * Fusion.content).sum()
    }

    /// Whether nothing but signals of content can make a score: where none applies, it is 0.
    var needsContent: Bool { contentTotal > 0 }

    /// Share of the weights that belongs to signals of content.
    var contentShare: Double {
        let total = weights.sum()
        return total > 0 ? contentTotal / total : 0
    }

    /// Weights of the signals that apply, adding up to 1 or all 0.
    func weights(for values: SignalValues) -> SIMD8<Double> {
        let applying = weights.replacing(with: 0, where: values .!= values)
        let content = applying * Fusion.content
        let present = content.sum()
        if contentTotal > 0, present <= 0 { return .zero }
        let scaled = present > 0 ? content * (contentTotal / present) : content
        let all = scaled + (applying - content)
        let total = all.sum()
        return total > 0 ? all / total : .zero
    }

    /// The score under such weights, 0 … 1, rounded to 0.00001 so that the last bits of a matrix
    /// product, which vary with its shape, decide nothing.
    func score(_ values: SignalValues, weights: SIMD8<Double>) -> Double {
        let known = values.replacing(with: 0, where: values .!= values)
        let sum = (known * weights).sum()
        return (min(1, max(0, sum)) * 100_000).rounded() / 100_000
    }
}
