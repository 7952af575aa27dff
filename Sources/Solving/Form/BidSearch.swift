/// Solves a model for one objective after another, each held at what the ones before came to.
struct BidSearch {
    let model: BidModel
    let seed: Int
    /// When to stop.
    let deadline: ContinuousClock.Instant
    private var programme: Programme
    private var start: [Int]?

    /// A search that has not found anything yet.
    init(_ model: BidModel, seed: Int, deadline: ContinuousClock.Instant) {
        self.model = model
        self.seed = seed
        self.deadline = deadline
        programme = model.programme
    }

    /// What one objective came to.
    struct Outcome {
        /// Values of the variables: they keep every rule of the model.
        let values: [Int]
        /// Objective, and its proven lower bound, in whole units of the terms.
        let found: Int
        let bound: Double
        let isProven: Bool
        let nodes: Int
    }

    /// Minimises a sum of terms within a share of the time left, then holds it there; nil where
    /// nothing was found in time.
    mutating func minimise(
        _ terms: [Programme.Term], share: Double
    ) throws(SolvingError) -> Outcome? {
        let unit = greatestCommonDivisor(terms.map { Int($0.factor) })
        var objective = [Double](repeating: 0, count: programme.count)
        for term in terms { objective[term.variable] += term.factor / Double(unit) }
        guard let solution = try solved(objective, share: share), let values = solution.values
        else {
            return nil
        }
        let found = terms.reduce(0) { $0 + Int($1.factor) * values[$1.variable] }
        programme.add(
            objective.enumerated().filter { $0.element != 0 }
                .map { Programme.Term(variable: $0.offset, factor: $0.element) },
            atMost: Double(found / unit))
        start = values
        return Outcome(
            values: values, found: found,
            bound: solution.isProven ? Double(found) : solution.bound * Double(unit),
            isProven: solution.isProven, nodes: solution.nodes)
    }

    /// Solves, checks the answer in whole numbers, and solves again without simplifications where
    /// it does not hold.
    private func solved(
        _ objective: [Double], share: Double
    ) throws(SolvingError) -> Programme.Solution? {
        for simplifies in [true, false] {
            let left = (deadline - .now) / .seconds(1) * share
            guard left > 0 else { return nil }
            let search = Programme.Search(
                seconds: left, seed: seed, start: start, simplifies: simplifies)
            let solution = try CbcModel(programme, minimising: objective).solve(search)
            guard let values = solution.values else {
                // Every model of a bid has a solution: no bid, or with all that is missing.
                if solution.isProven { continue }
                return solution
            }
            if programme.accepts(values) { return solution }
        }
        throw .solver("an answer that breaks the rules of the model")
    }
}

extension Programme {
    /// Whether the values keep all bounds and rows. Factors are whole numbers, so this is exact as
    /// long as sums stay below 2⁵³.
    func accepts(_ values: [Int]) -> Bool {
        guard values.count == count else { return false }
        for (place, value) in values.enumerated() {
            guard Double(value) >= lower[place], Double(value) <= upper[place] else { return false }
        }
        return rows.allSatisfy { row in
            let sum = row.terms.reduce(0) { $0 + $1.factor * Double(values[$1.variable]) }
            return sum >= row.lower && sum <= row.upper
        }
    }
}
