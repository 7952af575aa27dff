extension Programme {
    /// What the relaxation of a programme, without whole numbers, says of all its solutions.
    struct Relaxation {
        /// No solution comes to less.
        let bound: Double
        /// For each variable what one unit more than its lower bound adds to the bound (above 0), or
        /// one less than its upper bound (below 0); 0 where neither does.
        let reducedCosts: [Double]
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

    /// Tries for each of some variables to be at its upper bound, one by one, and fixes those at
    /// their lower bounds that cannot be in any solution that comes to no more than `limit`.
    ///
    /// Ends where one after another could be: those most likely not to come first.
    ///
    /// - Parameters:
    ///   - variables: Variables to try, all of which are 0 or 1.
    ///   - model: The relaxation of this programme, solved.
    ///   - limit: A whole number, what some solution comes to.
    ///   - end: When to give up.
    mutating func probe(
        _ variables: [Variable], in model: inout ClpModel, within limit: Double,
        until end: ContinuousClock.Instant
    ) {
        var misses = 0
        for variable in variables where lower[variable] < upper[variable] {
            guard misses < Programme.missesAllowed, ContinuousClock.now < end else { return }
            model.bound(variable, from: upper[variable], to: upper[variable])
            if model.exceeds(limit) {
                upper[variable] = lower[variable]
                misses = 0
            } else {
                misses += 1
            }
            model.bound(variable, from: lower[variable], to: upper[variable])
        }
    }

    /// Tries in a row that come to nothing, after which there are no more.
    private static let missesAllowed = 8
}
