/// What is done before the search tree: a good start, and variables that cannot move.
extension BidSearch {
    /// Solves the relaxation of an objective, looks for a better start among the members whom it
    /// uses, and leaves out of the search what is worse than that.
    ///
    /// - Returns: The relaxation, nil where time is up; and the start, where nothing can be better.
    mutating func narrow(
        _ objective: [Double], until end: ContinuousClock.Instant
    ) throws(SolvingError) -> (Programme.Relaxation?, Programme.Solution?) {
        let left = (end - .now) / .seconds(1)
        guard left > 0,
            var relaxed = ClpModel(
                narrowed, minimising: objective, seconds: left, by: limits.solvers),
            relaxed.solve(), let relaxation = relaxed.relaxation
        else { return (nil, nil) }
        if let proven = leaveOutWorse(objective, by: relaxation) { return (relaxation, proven) }
        try sift(objective, used: relaxed.values, until: end)
        if let proven = leaveOutWorse(objective, by: relaxation) { return (relaxation, proven) }
        if let start {
            var probing = narrowed
            let binaries =
                model.isBidFor + model.takesPart + model.ties + model.leads.map(\.variable)
            probing.probe(
                binaries.sorted {
                    (-relaxation.reducedCosts[$0], $0) < (-relaxation.reducedCosts[$1], $1)
                }, in: &relaxed, within: worth(of: start, objective), until: end)
            fixed = probing.bounds
        }
        return (relaxation, nil)
    }

    /// Fixes what the reduced costs say no bid as good as the start can move.
    ///
    /// - Returns: The start, where nothing can be better.
    private mutating func leaveOutWorse(
        _ objective: [Double], by relaxation: Programme.Relaxation
    ) -> Programme.Solution? {
        guard let start = start ?? nothing else { return nil }
        let found = worth(of: start, objective)
        if found <= (relaxation.bound - 1e-3).rounded(.up) {
            return Programme.Solution(isProven: true, values: start, bound: found, nodes: 0)
        }
        var fixing = narrowed
        fixing.fix(by: relaxation, within: found)
        fixed = fixing.bounds
        return nil
    }

    /// Looks for a better start among the members whom the relaxation uses, and those of the start:
    /// far fewer than all, so that a short search finds what a long one would.
    private mutating func sift(
        _ objective: [Double], used values: [Double], until end: ContinuousClock.Instant
    ) throws(SolvingError) {
        var some = narrowed
        for member in model.takesPart
        where values[member] < 1e-6 && some.lower[member] == 0 && start?[member] ?? 0 == 0 {
            some.setUpper(of: member, to: 0)
        }
        let left = (end - .now) / .seconds(1)
        guard left > 0 else { return }
        let found = try solution(
            objective, of: some, seconds: left / 4, nodes: BidSearch.siftingNodes,
            looksAround: true)
        guard let values = found.values, programme.accepts(values),
            reserve.values.allSatisfy({ $0.allSatisfy { $0.accepts(values) } }),
            start.map({ worth(of: values, objective) <= worth(of: $0, objective) }) ?? true
        else { return }
        begin(at: values)
    }

    /// Nodes of the search for a better start.
    private static let siftingNodes = 20

    /// Begins the next search at some values, with all that they allow to count.
    mutating func begin(at values: [Int]) {
        let completed = model.completed(values)
        start = programme.accepts(completed) ? completed : values
    }

    private func worth(of values: [Int], _ objective: [Double]) -> Double {
        zip(objective, values).reduce(0) { $0 + $1.0 * Double($1.1) }
    }

    /// No bid, which keeps every rule of a model unless some lot must be bid for.
    private var nothing: [Int]? {
        programme.lower.allSatisfy { $0 <= 0 } ? [Int](repeating: 0, count: programme.count) : nil
    }

    /// The programme without what is known to be worse.
    var narrowed: Programme {
        var narrowed = programme
        if let fixed { narrowed.narrow(to: fixed) }
        return narrowed
    }

    /// Solves a programme without the variables that cannot move, from the start if it keeps its
    /// rules.
    func solution(
        _ objective: [Double], of programme: Programme, seconds: Double, nodes: Int,
        looksAround: Bool
    ) throws(SolvingError) -> Programme.Solution {
        var programme = programme
        programme.propagate()
        let compact = programme.compact
        let costs = compact.kept.map { objective[$0] }
        let begin = (start ?? nothing).flatMap {
            programme.accepts($0) ? compact.some(of: $0) : nil
        }
        let found = try compact.programme.solution(
            minimising: costs,
            Programme.Search(
                seconds: seconds, nodes: nodes, seed: limits.seed, start: begin,
                looksAround: looksAround, solvers: limits.solvers))
        // What the variables that are left out come to.
        let rest = worth(
            of: compact.values([Int](repeating: 0, count: compact.kept.count)), objective)
        return Programme.Solution(
            isProven: found.isProven, values: found.values.map(compact.values),
            bound: found.bound + rest, nodes: found.nodes)
    }
}
