/// A way of weighing, with the logistic curve from scores to the chance of being accepted.
struct Taste {
    /// Shares in the order of the lesson's kinds, adding up to 1.
    let weights: [Double]
    let intercept: Double
    let slope: Double
}

extension Lesson {
    /// The curve that fits best where signals are weighed so.
    ///
    /// The slope is 0 or more, and pulled weakly to 4: from no to all of what was asked, the odds
    /// then grow fifty-fold.
    func taste(weighing weights: [Double], on rows: [Row]) -> Taste {
        var features: [Double] = []
        features.reserveCapacity(2 * rows.count)
        for row in rows { features += [1, score(of: row, under: weights)] }
        let fitted = LogisticRegression(
            features: features, accepted: rows.map(\.isAccepted),
            pulls: [Lesson.free, .init(centre: 4, strength: 1 / 16, isBounded: true)]
        ).coefficients()
        return Taste(weights: weights, intercept: fitted[0], slope: fitted[1])
    }

    /// The taste that decisions show, pulled to the shipped weights.
    ///
    /// Coefficients β of the signals that may move are 0 or more and pulled to the slope of the
    /// shipped taste times its weights; the new weights are β in proportion, sharing what these
    /// signals had together. The signals that may not move take part with coefficients of their own,
    /// so that what people decide by place is not put down to skills; these are then thrown away
    /// (Pope & Sydnor, “Implementing Anti-Discrimination Policies in Statistical Profiling Models”,
    /// 2011).
    ///
    /// - Parameters:
    ///   - rows: What to learn from.
    ///   - spread: Standard deviation of each coefficient around the shipped one; 0: none moves.
    func taste(on rows: [Row], spread: Double) -> Taste {
        let plain = taste(weighing: shipped, on: rows)
        guard spread > 0, movable > 1 else { return plain }
        var features: [Double] = []
        features.reserveCapacity((kinds.count + 1) * rows.count)
        for row in rows {
            features.append(1)
            features += row.linear
        }
        let pulls = kinds.indices.map { index in
            let width = index < movable ? spread : Lesson.controlSpread
            return LogisticRegression.Pull(
                centre: plain.slope * shipped[index], strength: 1 / (width * width),
                isBounded: index < movable)
        }
        let fitted = LogisticRegression(
            features: features, accepted: rows.map(\.isAccepted), pulls: [Lesson.free] + pulls
        ).coefficients()
        let moved = fitted[1...].prefix(movable)
        let total = moved.reduce(0, +)
        guard total > 0 else { return plain }
        let weights = moved.map { $0 / total * movableShare } + shipped[movable...]
        return taste(weighing: weights, on: rows)
    }

    /// What a decision costs under a taste: −log of the chance that it gave the verdict.
    func loss(of row: Row, under taste: Taste) -> Double {
        let margin = taste.intercept + taste.slope * score(of: row, under: taste.weights)
        return softplus(row.isAccepted ? -margin : margin)
    }

    private static let free = LogisticRegression.Pull(
        centre: 0, strength: 1e-4, isBounded: false)
    private static let controlSpread = 4.0
}
