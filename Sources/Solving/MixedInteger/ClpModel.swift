internal import CSolvers

/// The relaxation of a programme in Clp, which is solved again from where it stands when bounds
/// move. It has a process of its own for as long as it lives.
struct ClpModel: ~Copyable {
    /// nil once it died or was too slow.
    private var worker: SolverWorker?
    private let programme: Programme
    private let objective: [Double]
    private let seconds: Double
    private var lower: [Double]
    private var upper: [Double]
    /// Bounds that the process has not heard of yet.
    private var changes: [solvers_change] = []
    private var multipliers: [Double]
    /// Values of the variables.
    private(set) var values: [Double] = []

    /// A model of the programme with an objective to minimise, one factor a variable; nil where no
    /// process can be started.
    ///
    /// - Parameter seconds: When to give up.
    init?(
        _ programme: Programme, minimising objective: [Double], seconds: Double, by solvers: Solvers
    ) {
        do throws(SolvingError) {
            worker = try SolverWorker.take(for: solvers)
        } catch {
            return nil
        }
        self.programme = programme
        self.objective = objective
        self.seconds = seconds
        lower = programme.lower
        upper = programme.upper
        multipliers = [Double](repeating: 0, count: programme.rows.count)
    }

    deinit { worker?.giveBack() }

    /// Solves the relaxation for the first time; false where the solver came to no end.
    mutating func solve() -> Bool {
        guard let worker else { return false }
        var answer = solvers_answer()
        var values = [Double](repeating: 0, count: programme.count)
        var multipliers = multipliers
        let (programme, seconds) = (self.programme, self.seconds)
        let answered = programme.withColumns(minimising: objective) { columns in
            solvers_relax(
                worker.handle, &columns, seconds, seconds + Solvers.patience, &answer, &values,
                &multipliers)
        }
        guard answered == 1 else {
            giveUp(answered)
            return false
        }
        guard Int(answer.status) == SOLVERS_PROVEN else { return false }
        self.values = values
        self.multipliers = multipliers
        return true
    }

    /// Sets the bounds of one variable.
    mutating func bound(_ variable: Programme.Variable, from low: Double, to high: Double) {
        lower[variable] = low
        upper[variable] = high
        changes.append(solvers_change(variable: Int32(variable), low: low, high: high))
    }

    /// Whether any solution within the bounds as they stand comes to more than `limit`. False says
    /// nothing.
    mutating func exceeds(_ limit: Double) -> Bool {
        guard let worker else { return false }
        var answer = solvers_answer()
        let answered = solvers_relax_again(
            worker.handle, changes, Int32(changes.count), Int32(multipliers.count), limit + 0.01,
            Solvers.patience, &answer, &multipliers)
        changes = []
        guard answered == 1 else {
            giveUp(answered)
            return false
        }
        return relaxation.map { $0.bound > limit + 1e-3 } ?? false
    }

    private mutating func giveUp(_ answered: Int32) {
        guard let ended = worker?.end() else { return }
        worker = nil
        let reason = answered == 0 ? ended : "no answer in time"
        SolverTally.count { $0.failures["Clp: \(reason)", default: 0] += 1 }
    }

    /// What the multipliers as they stand say, derived anew from them in whole rows, so that it
    /// holds whatever the solver's rounding: by weak duality any multipliers give a bound.
    ///
    /// For multipliers *y* of the rows, at least 0 where only the lower bound of a row holds and at
    /// most 0 where only the upper does, each solution *x* comes to
    /// *c*·*x* = *y*·*Ax* + (*c* − *yA*)·*x*, of which both parts have a least value between the
    /// bounds of rows and of variables.
    var relaxation: Programme.Relaxation? {
        var bound = 0.0
        var costs = objective
        for (index, row) in programme.rows.enumerated() {
            let multiplier = multipliers[index]
            let side = multiplier > 0 ? row.lower : row.upper
            // One that a missing bound forbids is rounding: any other will do.
            guard multiplier != 0, multiplier.isFinite, side.isFinite else { continue }
            bound += multiplier * side
            for term in row.terms { costs[term.variable] -= multiplier * term.factor }
        }
        for variable in costs.indices {
            bound += costs[variable] * (costs[variable] > 0 ? lower[variable] : upper[variable])
        }
        return bound.isFinite ? Programme.Relaxation(bound: bound, reducedCosts: costs) : nil
    }
}
