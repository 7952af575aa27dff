import Foundation
import Learning
import Market
import TestSupport

/// Somebody who decides on suggestions by preferences that are known.
struct Reviewer {
    /// What counts, in shares that add up to 1.
    let preferences: [SignalKind: Double]
    /// How surely: log-odds from nothing to all of what counts; 0: verdicts are drawn by lot.
    let slope: Double

    /// Weights as the shipped missions job has them.
    static let shipped: [SignalKind: Double] = [
        .skills: 0.5, .meaning: 0.25, .words: 0.1, .place: 0.1, .price: 0.05,
    ]

    /// Decisions on suggestions of a simulated network: five a need or so, signals that go together
    /// by half, and some that do not apply.
    ///
    /// - Parameter accepting: Share that is accepted of suggestions with half of what counts.
    func decisions(
        _ count: Int, seed: UInt64, shipped: [SignalKind: Double] = Reviewer.shipped,
        accepting share: Double = 0.5
    ) -> [DecidedPair] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { number in
            var values: [SignalKind: Double] = [:]
            let common = Double.random(in: 0...1, using: &random)
            for kind in SignalKind.allCases where (shipped[kind] ?? 0) > 0 {
                let own = Double.random(in: 0...1, using: &random)
                let value = 0.35 * common + 0.65 * own
                let applies =
                    [.skills, .meaning].contains(kind) || .random(in: 0..<5, using: &random) > 0
                if applies { values[kind] = value }
            }
            let signals = SignalKind.allCases.compactMap { kind in
                values[kind].map {
                    Signal(
                        kind: kind, value: $0,
                        weight: Reviewer.share(of: kind, in: shipped, values),
                        evidence: .meaning(nearness: $0))
                }
            }
            let score = values.reduce(0) {
                $0 + $1.value * Reviewer.share(of: $1.key, in: preferences, values)
            }
            let chance = 1 / (1 + exp(-slope * (score - 0.5) - log(share / (1 - share))))
            return DecidedPair(
                need: "n\(number / 5)", candidate: "c\(number)",
                isAccepted: .random(in: 0..<1, using: &random) < chance, signals: signals,
                weights: shipped)
        }
    }

    /// A share once those of signals that do not apply are given to the others.
    private static func share(
        of kind: SignalKind, in weights: [SignalKind: Double], _ values: [SignalKind: Double]
    ) -> Double {
        let total = SignalKind.allCases.reduce(0) {
            values[$1] == nil ? $0 : $0 + (weights[$1] ?? 0)
        }
        return (weights[kind] ?? 0) / total
    }
}

extension FitOutcome {
    var fit: WeightFit? {
        if case .fitted(let fit) = self { fit } else { nil }
    }
}

/// Half the sum of absolute differences: the share of weight that is elsewhere.
func distance(_ one: [SignalKind: Double], _ other: [SignalKind: Double]) -> Double {
    SignalKind.allCases.reduce(0) { $0 + abs((one[$1] ?? 0) - (other[$1] ?? 0)) } / 2
}
