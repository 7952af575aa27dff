internal import Hashing
public import Market

/// Learns from decisions how a job should weigh its signals.
///
/// Penalised logistic regression of the verdicts on the signals, pulled to the shipped weights, with
/// weights of 0 or more that add up to 1; only the signals of `SignalKind.learnable` move,
/// and they share among themselves what they had. How strong the pull is, and whether the shipped
/// weights hold altogether, is chosen by the one-standard-error rule (Breiman, Friedman, Olshen &
/// Stone, “Classification and Regression Trees”, 1984, §3.4.3): of all pulls, the shipped weights
/// being the strongest, the strongest whose cross-validated loss lies within
/// ``FitTerms/errors`` standard errors of the lowest. By as much must it beat the plain share of
/// acceptances, too: where decisions follow no signal, there is nothing to learn.
///
/// Only suggestions are decided on, so what is learned holds among those that score high enough to
/// be suggested, and is pulled to the shipped weights for that reason as well.
///
/// The order of the pairs changes nothing.
///
/// - Parameters:
///   - pairs: The last decision on each pair. Those with numbers that make no sense are left out.
///   - shipped: The job file's weights. A signal that it leaves at 0 stays there.
///   - terms: What it takes; the standard ones but in tests.
/// - Complexity: O(folds × priors × *n* × *d*²) for *n* decisions and *d* signals.
public func learn(
    from pairs: [DecidedPair], shipped: [SignalKind: Double], terms: FitTerms = .standard
) -> FitOutcome {
    let sound = pairs.filter(\.isSound).sorted {
        ($0.need, $0.candidate) < ($1.need, $1.candidate)
    }
    let accepted = sound.count(where: \.isAccepted)
    let declined = sound.count - accepted
    let needs = Set(sound.map(\.need)).count
    let shortage = FitShortage(
        decisions: max(0, terms.decisions - sound.count),
        accepted: max(0, terms.ofEachVerdict - accepted),
        declined: max(0, terms.ofEachVerdict - declined), needs: max(0, terms.needs - needs))
    let trainingSet = TrainingSet(shipped: shipped, pairs: sound)
    guard trainingSet.movable > 1 else { return .nothingToMove }
    guard shortage == FitShortage(decisions: 0, accepted: 0, declined: 0, needs: 0) else {
        return .tooFew(shortage)
    }

    let priorDeviations = [0] + terms.priorDeviations
    let losses = trainingSet.validated(priorDeviations: priorDeviations, folds: terms.folds)
    let means = losses.map { $0.reduce(0, +) / Double(sound.count) }
    let best = means.indices.min { (means[$0], $0) < (means[$1], $1) } ?? 0
    let holding = priorDeviations.indices.filter { index in
        let gain = trainingSet.gain(from: losses[index], to: losses[best])
        return index == best || gain.mean <= terms.errors * gain.error
    }
    let chosen = holding.first { $0 > 0 } ?? min(1, priorDeviations.count - 1)
    let gain = trainingSet.gain(from: losses[0], to: losses[chosen])
    let baseRate = trainingSet.validatedBaseRate(folds: terms.folds)
    let skill = trainingSet.gain(from: baseRate, to: losses[chosen])
    let isAdopted = holding.first == chosen && skill.mean > terms.errors * skill.error
    let fitted = trainingSet.fit(on: trainingSet.rows, priorDeviation: priorDeviations[chosen])
    let learned = zip(trainingSet.kinds, fitted.weights)
    return .fitted(
        WeightFit(
            dataHash: dataHash(of: sound, shipped: shipped), accepted: accepted,
            declined: declined, needs: needs, leftOut: pairs.count - sound.count,
            shipped: shipped.asShares,
            learned: Dictionary(uniqueKeysWithValues: learned.map { ($0, $1) }),
            priorDeviation: priorDeviations[chosen],
            lossOfBaseRate: baseRate.reduce(0, +) / Double(sound.count), lossBefore: means[0],
            lossAfter: means[chosen], standardError: gain.error, isAdopted: isAdopted))
}

/// SHA-256, in hexadecimal, of decisions in order and of the weights that they are held against.
private func dataHash(of pairs: [DecidedPair], shipped: [SignalKind: Double]) -> String {
    var hasher = Hash.Hasher()
    func text(_ weights: [SignalKind: Double]) -> String {
        // Signals that came later count only where they weigh, so that earlier fits stay what they are.
        SignalKind.allCases.filter { $0.index <= SignalKind.balance.index || weights[$0] != nil }
            .map { "\(weights[$0] ?? 0)" }.joined(separator: " ")
    }
    hasher.combine(field: "entremise fit 1")
    hasher.combine(field: text(shipped))
    for pair in pairs {
        hasher.combine(field: pair.need)
        hasher.combine(field: pair.candidate)
        hasher.combine(field: pair.isAccepted ? "accepted" : "declined")
        hasher.combine(field: text(pair.weights))
        let signals = pair.signals.map { "\($0.kind.rawValue) \($0.value) \($0.weight)" }
        hasher.combine(field: signals.sorted().joined(separator: "\n"))
    }
    return hasher.finish().description
}
