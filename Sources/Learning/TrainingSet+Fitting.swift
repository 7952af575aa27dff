/// Fitted weights, with the logistic curve from scores to the probability of being accepted.
struct FittedWeights {
    /// Shares in the order of the training set's kinds, adding up to 1.
    let weights: [Double]
    let intercept: Double
    let slope: Double
}

extension TrainingSet {
    /// The curve that fits best where signals are weighed so.
    ///
    /// The slope is 0 or more, and pulled weakly to 4: from no to all of what was asked, the odds
    /// then grow fifty-fold.
    func fit(weighing weights: [Double], on rows: [Row]) -> FittedWeights {
        var features: [Double] = []
        features.reserveCapacity(2 * rows.count)
        for row in rows { features += [1, score(of: row, under: weights)] }
        let fitted = LogisticRegression(
            features: features, accepted: rows.map(\.isAccepted),
            priors: [TrainingSet.free, .init(mean: 4, precision: 1 / 16, isBounded: true)]
        ).coefficients()
        return FittedWeights(weights: weights, intercept: fitted[0], slope: fitted[1])
    }

    /// The weights that decisions show, with the shipped ones as their prior mean.
    ///
    /// Coefficients β of the signals that may move are 0 or more and pulled to the slope of the
    /// shipped curve times its weights; the new weights are β in proportion, sharing what these
    /// signals had together. The signals that may not move take part with coefficients of their own,
    /// so that what people decide by place is not put down to skills; these are then thrown away
    /// (Pope & Sydnor, “Implementing Anti-Discrimination Policies in Statistical Profiling Models”,
    /// 2011).
    ///
    /// - Parameters:
    ///   - rows: What to learn from.
    ///   - priorDeviation: Standard deviation of each coefficient around the shipped one; 0: none moves.
    func fit(on rows: [Row], priorDeviation: Double) -> FittedWeights {
        let plain = fit(weighing: shipped, on: rows)
        guard priorDeviation > 0, movable > 1 else { return plain }
        var features: [Double] = []
        features.reserveCapacity((kinds.count + 1) * rows.count)
        for row in rows {
            features.append(1)
            features += row.linear
        }
        let priors = kinds.indices.map { index in
            let width = index < movable ? priorDeviation : TrainingSet.controlDeviation
            return LogisticRegression.Prior(
                mean: plain.slope * shipped[index], precision: 1 / (width * width),
                isBounded: index < movable)
        }
        let fitted = LogisticRegression(
            features: features, accepted: rows.map(\.isAccepted),
            priors: [TrainingSet.free] + priors
        ).coefficients()
        let moved = fitted[1...].prefix(movable)
        let total = moved.reduce(0, +)
        guard total > 0 else { return plain }
        let weights = moved.map { $0 / total * movableShare } + shipped[movable...]
        return fit(weighing: weights, on: rows)
    }

    /// The logistic loss of a decision: −log of the probability of its verdict.
    func loss(of row: Row, under fitted: FittedWeights) -> Double {
        let margin = fitted.intercept + fitted.slope * score(of: row, under: fitted.weights)
        return softplus(row.isAccepted ? -margin : margin)
    }

    private static let free = LogisticRegression.Prior(
        mean: 0, precision: 1e-4, isBounded: false)
    private static let controlDeviation = 4.0
}
