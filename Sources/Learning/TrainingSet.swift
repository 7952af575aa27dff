internal import Market

/// A training set: what each signal said of each pair that was decided on.
///
/// A run fuses the signals of a pair into s = Σₖ eₖxₖ, where eₖ is how much the signal counted for
/// this pair and Σₖ eₖ = 1. With rₖ = eₖ / vₖ, how much more or less than its plain weight vₖ that
/// was (0 where the signal did not apply), other weights w would give the pair
/// Σₖ wₖrₖxₖ / Σₖ wₖrₖ. To first order in w − v that is Σₖ wₖzₖ with zₖ = s + rₖ(xₖ − s), which is
/// linear in w, exact at w = v and wherever all signals apply: a signal that says nothing counts as
/// the score itself, and so neither helps nor hurts.
struct TrainingSet {
    /// Kinds with a weight to begin with: those that may move first, then the others.
    let kinds: [SignalKind]
    /// How many of them may move.
    let movable: Int
    /// Shares of the weights to begin with, in the order of ``kinds``, adding up to 1.
    let shipped: [Double]
    let rows: [Row]

    struct Row {
        let isAccepted: Bool
        /// Group for cross-validation: the place of the need among all needs.
        let group: Int
        /// Values where they apply, and how much more or less than its plain weight each counted.
        let values: [Double]
        let ratios: [Double]
        /// Linear features zₖ.
        let linear: [Double]
    }

    init(shipped weights: [SignalKind: Double], pairs: [DecidedPair]) {
        let shares = weights.asShares
        let present = SignalKind.allCases.filter { shares[$0] != nil }
        let kinds =
            present.filter(SignalKind.learnable.contains)
            + present.filter { !SignalKind.learnable.contains($0) }
        self.kinds = kinds
        movable = present.count(where: SignalKind.learnable.contains)
        shipped = kinds.map { shares[$0] ?? 0 }
        let needs = Set(pairs.map(\.need)).sorted()
        let groups = Dictionary(
            needs.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        rows = pairs.map { Row($0, kinds: kinds, group: groups[$0.need] ?? 0) }
    }

    /// Share of the weight that moves from one signal to another, all in all.
    var movableShare: Double { shipped[..<movable].reduce(0, +) }

    /// The score of a row under other shares.
    func score(of row: Row, under weights: [Double]) -> Double {
        var sum = 0.0
        var total = 0.0
        for index in weights.indices {
            let counted = weights[index] * row.ratios[index]
            sum += counted * row.values[index]
            total += counted
        }
        return total > 0 ? sum / total : 0
    }
}

extension TrainingSet.Row {
    init(_ pair: DecidedPair, kinds: [SignalKind], group: Int) {
        let base = pair.weights.asShares
        let total = pair.signals.reduce(0) { $0 + $1.weight }
        let score = pair.signals.reduce(0) { $0 + $1.weight * $1.value } / total
        var values = [Double](repeating: 0, count: kinds.count)
        var ratios = values
        for signal in pair.signals {
            guard let position = kinds.firstIndex(of: signal.kind), let plain = base[signal.kind]
            else { continue }
            values[position] = signal.value
            ratios[position] = signal.weight / total / plain
        }
        self.init(
            isAccepted: pair.isAccepted, group: group, values: values, ratios: ratios,
            linear: zip(values, ratios).map { score + $1 * ($0 - score) })
    }
}
