internal import CCbc

/// The relaxation of a programme in Clp, which is solved again from where it stands when bounds
/// move. It has a single owner and is freed when that owner lets go.
struct ClpModel: ~Copyable {
    private let handle: UnsafeMutableRawPointer
    private let rows: [Programme.Row]
    private let objective: [Double]
    private var lower: [Double]
    private var upper: [Double]

    /// A model of the programme with an objective to minimise, one factor a variable.
    ///
    /// - Parameter seconds: When to give up.
    init?(_ programme: Programme, minimising objective: [Double], seconds: Double) {
        guard let handle = Clp_newModel() else { return nil }
        self.handle = handle
        rows = programme.rows
        self.objective = objective
        lower = programme.lower
        upper = programme.upper
        Clp_setLogLevel(handle, 0)
        Clp_setMaximumSeconds(handle, seconds)
        let columns = programme.columns
        Clp_loadProblem(
            handle, Int32(programme.count), Int32(rows.count), columns.starts, columns.rows,
            columns.factors, lower, upper, objective, rows.map(\.lower), rows.map(\.upper))
    }

    deinit { Clp_deleteModel(handle) }

    /// Solves the relaxation for the first time; false where the solver came to no end.
    func solve() -> Bool {
        Clp_initialSolve(handle) == 0 && Clp_status(handle) == 0
    }

    /// Values of the variables.
    var values: [Double] {
        guard let values = Clp_primalColumnSolution(handle) else { return [] }
        return (0..<objective.count).map { values[$0] }
    }

    /// Sets the bounds of one variable.
    mutating func bound(_ variable: Programme.Variable, from low: Double, to high: Double) {
        lower[variable] = low
        upper[variable] = high
        Clp_chgColumnLower(handle, lower)
        Clp_chgColumnUpper(handle, upper)
    }

    /// Whether any solution within the bounds as they stand comes to more than `limit`. False says
    /// nothing.
    func exceeds(_ limit: Double) -> Bool {
        // The dual simplex ends as soon as its multipliers prove it.
        Clp_setDualObjectiveLimit(handle, limit + 0.01)
        _ = Clp_dual(handle, 0)
        return relaxation.map { $0.bound > limit + 1e-3 } ?? false
    }

    /// What the multipliers as they stand say, derived anew from them in whole rows, so that it
    /// holds whatever the solver's rounding: by weak duality any multipliers give a bound.
    ///
    /// For multipliers *y* of the rows, at least 0 where only the lower bound of a row holds and at
    /// most 0 where only the upper does, each solution *x* comes to
    /// *c*·*x* = *y*·*Ax* + (*c* − *yA*)·*x*, of which both parts have a least value between the
    /// bounds of rows and of variables.
    var relaxation: Programme.Relaxation? {
        guard let multipliers = Clp_dualRowSolution(handle) else { return nil }
        var bound = 0.0
        var costs = objective
        for (index, row) in rows.enumerated() {
            let multiplier = multipliers[index]
            let side = multiplier > 0 ? row.lower : row.upper
            // One that a missing bound forbids is rounding: any other will do.
            guard multiplier != 0, side.isFinite else { continue }
            bound += multiplier * side
            for term in row.terms { costs[term.variable] -= multiplier * term.factor }
        }
        for variable in costs.indices {
            bound += costs[variable] * (costs[variable] > 0 ? lower[variable] : upper[variable])
        }
        return bound.isFinite ? Programme.Relaxation(bound: bound, reducedCosts: costs) : nil
    }
}
