internal import CCbc

extension Programme {
    /// What the relaxation of a programme, without whole numbers, says of all its solutions.
    struct Relaxation {
        /// No solution comes to less.
        let bound: Double
        /// For each variable what one unit more than its lower bound adds to the bound (above 0), or
        /// one less than its upper bound (below 0); 0 where neither does.
        let reducedCosts: [Double]
    }

    /// Solves the relaxation, and derives from its multipliers a bound that holds whatever the
    /// solver's rounding: by weak duality any multipliers give one.
    ///
    /// For multipliers *y* of the rows, at least 0 where only the lower bound of a row holds and at
    /// most 0 where only the upper does, each solution *x* comes to
    /// *c*·*x* = *y*·*Ax* + (*c* − *yA*)·*x*, of which both parts have a least value between the
    /// bounds of rows and of variables.
    ///
    /// - Parameters:
    ///   - objective: What is minimised, one factor a variable.
    ///   - seconds: When to give up.
    /// - Returns: nil where the solver came to no end, or nothing follows.
    func relaxation(minimising objective: [Double], seconds: Double) -> Relaxation? {
        guard let model = Clp_newModel() else { return nil }
        defer { Clp_deleteModel(model) }
        Clp_setLogLevel(model, 0)
        Clp_setMaximumSeconds(model, seconds)
        let columns = columns
        Clp_loadProblem(
            model, Int32(count), Int32(rows.count), columns.starts, columns.rows, columns.factors,
            lower, upper, objective, rows.map(\.lower), rows.map(\.upper))
        guard Clp_initialSolve(model) == 0, Clp_status(model) == 0,
            let multipliers = Clp_dualRowSolution(model)
        else { return nil }
        var bound = 0.0
        var costs = objective
        for (place, row) in rows.enumerated() {
            let multiplier = multipliers[place]
            let side = multiplier > 0 ? row.lower : row.upper
            // One that a missing bound forbids is rounding: any other will do.
            guard multiplier != 0, side.isFinite else { continue }
            bound += multiplier * side
            for term in row.terms { costs[term.variable] -= multiplier * term.factor }
        }
        for variable in 0..<count {
            bound += costs[variable] * (costs[variable] > 0 ? lower[variable] : upper[variable])
        }
        return bound.isFinite ? Relaxation(bound: bound, reducedCosts: costs) : nil
    }

    /// Fixes the variables that cannot move from a bound in any solution that comes to no more than
    /// `limit`.
    ///
    /// - Parameter limit: A whole number, what some solution comes to.
    mutating func fix(by relaxation: Relaxation, within limit: Double) {
        // Sums of some thousand products of whole numbers: a thousandth is far above their rounding.
        let room = limit - relaxation.bound + 1e-3
        for (variable, cost) in relaxation.reducedCosts.enumerated()
        where lower[variable] < upper[variable] && abs(cost) > room {
            if cost > 0 {
                upper[variable] = lower[variable]
            } else {
                lower[variable] = upper[variable]
            }
        }
    }
}
