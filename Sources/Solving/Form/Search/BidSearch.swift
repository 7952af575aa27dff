/// Solves a model for one objective after another, each held at what the ones before came to.
struct BidSearch {
    let model: BidModel
    let limits: FormLimits
    /// When to stop.
    let deadline: ContinuousClock.Instant
    private(set) var programme: Programme
    /// Variables that no bid can move any more that is as good as what is held, as programmes are
    /// solved; ``programme`` itself is left as it is.
    var fixed: Programme.Bounds?
    private(set) var reserve: [LotSet: [Programme.Row]]
    /// Values to begin at, which keep every rule of the model.
    var start: [Int]?

    /// A search that has not found anything yet.
    init(_ model: BidModel, limits: FormLimits, deadline: ContinuousClock.Instant) {
        self.model = model
        self.limits = limits
        self.deadline = deadline
        programme = model.programme
        reserve = model.reserve
    }

    /// What one objective came to.
    struct Outcome: Sendable {
        /// Values of the variables: they keep every rule of the model.
        let values: [Int]
        /// Objective, and its proven lower bound, in whole units of the terms.
        let found: Int
        let bound: Double
        let isProven: Bool
        let nodes: Int
        var seconds = 0.0
    }

    /// Minimises a sum of terms within a share of the time left, then holds it there; nil where
    /// nothing was found in time.
    mutating func minimise(
        _ terms: [Programme.Term], share: Double
    ) throws(SolvingError) -> Outcome? {
        let unit = greatestCommonDivisor(terms.map { Int($0.factor) })
        let began = ContinuousClock.now
        var objective = [Double](repeating: 0, count: programme.count)
        for term in terms { objective[term.variable] += term.factor / Double(unit) }
        let before = fixed
        let end = min(deadline, .now + max(.zero, deadline - .now) * share)
        let relaxation: Programme.Relaxation?
        var solution: Programme.Solution?
        (relaxation, solution) = try narrow(objective, until: end)
        if solution == nil { solution = try solved(objective, until: end) }
        guard let solution, let values = solution.values else {
            fixed = before
            return nil
        }
        let found = hold(terms, at: values)
        begin(at: values)
        if let relaxation {
            var fixing = narrowed
            fixing.fix(by: relaxation, within: Double(found / unit))
            fixed = fixing.bounds
        }
        return Outcome(
            values: values, found: found,
            bound: solution.isProven ? Double(found) : solution.bound * Double(unit),
            isProven: solution.isProven, nodes: solution.nodes,
            seconds: (ContinuousClock.now - began) / .seconds(1))
    }

    /// Allows no more of a sum of terms than what some values come to, which is answered.
    @discardableResult
    mutating func hold(_ terms: [Programme.Term], at values: [Int]) -> Int {
        let found = terms.reduce(0) { $0 + Int($1.factor) * values[$1.variable] }
        let unit = greatestCommonDivisor(terms.map { Int($0.factor) })
        programme.add(
            terms.map { Programme.Term(variable: $0.variable, factor: $0.factor / Double(unit)) },
            atMost: Double(found / unit))
        return found
    }

    /// Allows no less of a sum of terms than a bound that is known to hold.
    mutating func add(_ terms: [Programme.Term], atLeast bound: Double) {
        let unit = Double(greatestCommonDivisor(terms.map { Int($0.factor) }))
        programme.add(
            terms.map { Programme.Term(variable: $0.variable, factor: $0.factor / unit) },
            atLeast: bound / unit)
    }

    /// Allows no more of a sum of terms than a bound.
    mutating func add(_ terms: [Programme.Term], atMost bound: Double) {
        programme.add(terms, atMost: bound)
    }

    /// Bids for some lots, perhaps for one more, and for no others.
    mutating func bid(for lots: [Int], perhaps other: Int) {
        for (lot, variable) in model.isBidFor.enumerated() {
            if lots.contains(lot) {
                programme.setLower(of: variable, to: 1)
            } else if lot != other {
                programme.setUpper(of: variable, to: 0)
            }
        }
    }

    /// Solves, and checks the answer in whole numbers. Rows in reserve that the answer breaks are
    /// added, and it is sought again: what keeps all rows and is best with some of them is best
    /// with all.
    private mutating func solved(
        _ objective: [Double], until end: ContinuousClock.Instant
    ) throws(SolvingError) -> Programme.Solution? {
        while true {
            let left = (end - .now) / .seconds(1)
            guard left > 0 else { return nil }
            let solution = try self.solution(
                objective, of: narrowed, seconds: left, nodes: limits.nodes,
                looksAround: start == nil)
            if !solution.isProven, solution.values == nil { return solution }
            // Every model of a bid has a solution: no bid, or with all that is missing.
            guard let values = solution.values, programme.accepts(values) else { break }
            guard addBroken(by: values) else { return solution }
        }
        throw .solver("an answer that breaks the rules of the model")
    }

    /// Adds the rows in reserve for those lots where values break one; answers whether any do.
    private mutating func addBroken(by values: [Int]) -> Bool {
        let broken = reserve.filter { !$0.value.allSatisfy { $0.accepts(values) } }.keys
            .sorted { $0.precedes($1) }
        for lots in broken { programme.add(reserve.removeValue(forKey: lots) ?? []) }
        return !broken.isEmpty
    }
}
