/// A mixed-integer linear programme: integer variables between bounds, rows between bounds.
///
/// A value: a stage of a lexicographic optimisation copies it, adds a row and is solved by itself.
struct Programme: Sendable {
    /// Index of a variable.
    typealias Variable = Int

    /// A variable and what it is multiplied by.
    struct Term: Sendable {
        let variable: Variable
        let factor: Double
    }

    /// A sum of terms between two bounds.
    struct Row: Sendable {
        let terms: [Term]
        let lower: Double
        let upper: Double

        /// Whether the values keep the row. Factors are whole numbers, so this is exact as long as
        /// the sum stays below 2⁵³.
        func accepts(_ values: [Int]) -> Bool {
            let sum = terms.reduce(0) { $0 + $1.factor * Double(values[$1.variable]) }
            return sum >= lower && sum <= upper
        }
    }

    var lower: [Double] = []
    var upper: [Double] = []
    private(set) var rows: [Row] = []

    /// Number of variables.
    var count: Int { lower.count }

    /// Adds an integer variable.
    mutating func addVariable(from low: Int = 0, to high: Int) -> Variable {
        lower.append(Double(low))
        upper.append(Double(high))
        return lower.count - 1
    }

    /// Raises the lower bound of a variable.
    mutating func setLower(of variable: Variable, to bound: Int) {
        lower[variable] = Double(bound)
    }

    /// Cuts the upper bound of a variable.
    mutating func setUpper(of variable: Variable, to bound: Int) {
        upper[variable] = Double(bound)
    }

    /// Bounds of all variables.
    struct Bounds: Sendable {
        let lower: [Double]
        let upper: [Double]
    }

    var bounds: Bounds { Bounds(lower: lower, upper: upper) }

    /// Takes from the bounds of variables what others leave out as well.
    mutating func narrow(to bounds: Bounds) {
        for variable in bounds.lower.indices {
            lower[variable] = max(lower[variable], bounds.lower[variable])
            upper[variable] = min(upper[variable], bounds.upper[variable])
        }
    }

    mutating func add(_ more: [Row]) {
        rows += more
    }

    mutating func add(_ terms: [Term], atMost bound: Double) {
        rows.append(Row(terms: terms, lower: -.infinity, upper: bound))
    }

    mutating func add(_ terms: [Term], atLeast bound: Double) {
        rows.append(Row(terms: terms, lower: bound, upper: .infinity))
    }

    mutating func add(_ terms: [Term], equals bound: Double) {
        rows.append(Row(terms: terms, lower: bound, upper: bound))
    }
}

extension Programme {
    /// Whether the values keep all bounds and rows.
    func accepts(_ values: [Int]) -> Bool {
        guard values.count == count else { return false }
        for (index, value) in values.enumerated() {
            guard Double(value) >= lower[index], Double(value) <= upper[index] else { return false }
        }
        return rows.allSatisfy { $0.accepts(values) }
    }

    /// The least that a sum of terms can come to between the bounds of its variables.
    func lowest(of terms: [Term]) -> Double {
        terms.reduce(0) {
            $0 + $1.factor * ($1.factor > 0 ? lower[$1.variable] : upper[$1.variable])
        }
    }

    /// What a solve came to.
    struct Solution: Sendable {
        /// Whether the best solution found is proven best.
        let isProven: Bool
        /// A value for each variable; nil where none was found.
        let values: [Int]?
        /// Proven lower bound on the objective.
        let bound: Double
        /// Nodes of the search tree.
        let nodes: Int
    }

    /// When a solve ends early, and how it starts.
    struct Search: Sendable {
        let seconds: Double
        /// Most nodes of the search tree.
        let nodes: Int
        let seed: Int
        var start: [Int]?
        /// Whether to look for a first solution by heuristics, rather than to prove one.
        var looksAround = true
        var solvers = Solvers()
    }
}
