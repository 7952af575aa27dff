internal import Foundation

/// Penalised logistic regression with lower bounds.
///
/// Minimises Σᵢ log(1 + exp(−tᵢ θ·xᵢ)) + ½ Σⱼ pⱼ (θⱼ − cⱼ)² over θⱼ ≥ 0 where bounded, with tᵢ = ±1.
/// The sum is convex, and strictly so where every pⱼ is above 0, so that the answer is the only one.
/// Found by projected Newton steps with a backtracking line search (Bertsekas, “Projected Newton
/// Methods for Optimization Problems with Simple Constraints”, 1982).
struct LogisticRegression {
    /// Rows of features, one after another.
    let features: [Double]
    let accepted: [Bool]
    /// The prior of each coefficient.
    let priors: [Prior]

    struct Prior {
        /// Where the coefficient is pulled to, cⱼ.
        let mean: Double
        /// How strongly, pⱼ: the inverse of a variance, above 0.
        let precision: Double
        /// Whether the coefficient may not fall below 0.
        let isBounded: Bool
    }

    private var width: Int { priors.count }

    /// The coefficients that minimise the loss.
    ///
    /// - Complexity: O(*n* · *d*²) a step; some ten steps.
    func coefficients() -> [Double] {
        var theta = priors.map { $0.isBounded ? max(0, $0.mean) : $0.mean }
        var loss = value(at: theta)
        for _ in 0..<100 {
            let (gradient, hessian) = derivatives(at: theta)
            let free = theta.indices.filter {
                !(priors[$0].isBounded && theta[$0] <= 0 && gradient[$0] > 0)
            }
            let steepest = free.map { abs(gradient[$0]) }.max() ?? 0
            if steepest < 1e-9 * Double(accepted.count + 1) { break }
            let step = solve(hessian, gradient, over: free)
            guard let next = descend(from: theta, loss, along: step, gradient) else { break }
            let gained = loss - next.loss
            (theta, loss) = next
            if gained < 1e-12 * (1 + abs(loss)) { break }
        }
        return theta
    }

    private func descend(
        from theta: [Double], _ loss: Double, along step: [Double], _ gradient: [Double]
    ) -> (theta: [Double], loss: Double)? {
        var length = 1.0
        for _ in 0..<50 {
            let next = theta.indices.map { index in
                let moved = theta[index] - length * step[index]
                return priors[index].isBounded ? max(0, moved) : moved
            }
            let promised = theta.indices.reduce(0) {
                $0 + gradient[$1] * (theta[$1] - next[$1])
            }
            let reached = value(at: next)
            if promised > 0, reached <= loss - 1e-4 * promised { return (next, reached) }
            length /= 2
        }
        return nil
    }

    private func value(at theta: [Double]) -> Double {
        var sum = 0.0
        for row in accepted.indices {
            let margin = predictor(row, theta) * (accepted[row] ? 1 : -1)
            sum += softplus(-margin)
        }
        for (value, prior) in zip(theta, priors) {
            sum += prior.precision * (value - prior.mean) * (value - prior.mean) / 2
        }
        return sum
    }

    private func derivatives(at theta: [Double]) -> (gradient: [Double], hessian: [Double]) {
        let width = width
        var gradient = zip(theta, priors).map { ($0 - $1.mean) * $1.precision }
        var hessian = [Double](repeating: 0, count: width * width)
        for (index, prior) in priors.enumerated() {
            hessian[index * width + index] = prior.precision
        }
        for row in accepted.indices {
            let chance = logistic(predictor(row, theta))
            let residual = chance - (accepted[row] ? 1 : 0)
            let curvature = chance * (1 - chance)
            let start = row * width
            for one in 0..<width {
                let value = features[start + one]
                gradient[one] += residual * value
                for other in 0...one {
                    hessian[one * width + other] += curvature * value * features[start + other]
                }
            }
        }
        return (gradient, hessian)
    }

    private func predictor(_ row: Int, _ theta: [Double]) -> Double {
        var sum = 0.0
        let start = row * width
        for index in 0..<width { sum += theta[index] * features[start + index] }
        return sum
    }

    /// The Newton step of the free coefficients, 0 for the others (Cholesky).
    private func solve(
        _ hessian: [Double], _ gradient: [Double], over free: [Int]
    ) -> [Double] {
        let count = free.count
        var factor = [Double](repeating: 0, count: count * count)
        var solution = free.map { gradient[$0] }
        for row in 0..<count {
            for column in 0...row {
                var sum = hessian[
                    max(free[row], free[column]) * width + min(free[row], free[column])]
                for inner in 0..<column {
                    sum -= factor[row * count + inner] * factor[column * count + inner]
                }
                factor[row * count + column] =
                    row == column
                    ? max(sum, 1e-12).squareRoot() : sum / factor[column * count + column]
            }
            for inner in 0..<row { solution[row] -= factor[row * count + inner] * solution[inner] }
            solution[row] /= factor[row * count + row]
        }
        for row in stride(from: count - 1, through: 0, by: -1) {
            for inner in row + 1..<count {
                solution[row] -= factor[inner * count + row] * solution[inner]
            }
            solution[row] /= factor[row * count + row]
        }
        var step = [Double](repeating: 0, count: width)
        for (position, index) in free.enumerated() { step[index] = solution[position] }
        return step
    }
}

/// log(1 + exp(*x*)), without overflow.
func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }

/// 1 / (1 + exp(−*x*)), without overflow.
func logistic(_ x: Double) -> Double {
    x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x))
}
