extension Programme {
    /// Takes from the bounds of variables what the rows leave out, one row at a time, as long as
    /// that takes more away.
    ///
    /// Factors and bounds are whole numbers, so that what is left out is left out exactly. Where
    /// nothing is left of a variable, the programme has no solution and stays as it stands then.
    ///
    /// - Complexity: O(*n*) in the number of terms, for each of at most `rounds` rounds.
    mutating func propagate(rounds: Int = 8) {
        for _ in 0..<rounds {
            var isChanged = false
            for row in rows {
                guard let isNarrower = propagate(row) else { return }
                if isNarrower { isChanged = true }
            }
            if !isChanged { return }
        }
    }

    /// Whether a row takes something from the bounds of its variables; nil where it leaves nothing.
    private mutating func propagate(_ row: Row) -> Bool? {
        let least = lowest(of: row.terms)
        let most = highest(of: row.terms)
        var isChanged = false
        for term in row.terms where lower[term.variable] < upper[term.variable] {
            let (factor, variable) = (term.factor, term.variable)
            let (low, high) = (lower[variable], upper[variable])
            // The most that the term may come to, and the least, beside the others as they are.
            let ceiling = row.upper - least + min(factor * low, factor * high)
            let floor = row.lower - most + max(factor * low, factor * high)
            let bounds =
                factor > 0 ? (floor / factor, ceiling / factor) : (ceiling / factor, floor / factor)
            let (first, last) = ((bounds.0 - 1e-9).rounded(.up), (bounds.1 + 1e-9).rounded(.down))
            guard first <= high, last >= low else { return nil }
            if first > low {
                lower[variable] = first
                isChanged = true
            }
            if last < high {
                upper[variable] = last
                isChanged = true
            }
        }
        return isChanged
    }

    /// The most that a sum of terms can come to between the bounds of its variables.
    private func highest(of terms: [Term]) -> Double {
        terms.reduce(0) {
            $0 + $1.factor * ($1.factor > 0 ? upper[$1.variable] : lower[$1.variable])
        }
    }

    /// A programme without the variables that cannot move and the rows that always hold.
    struct Compact: Sendable {
        fileprivate(set) var programme = Programme()
        /// Variables that are left, ascending.
        fileprivate(set) var kept: [Variable] = []
        /// Values of all, the kept ones at their lower bounds.
        fileprivate let lowest: [Int]

        /// Values of all variables, from those of the ones that are left.
        func values(_ some: [Int]) -> [Int] {
            var values = lowest
            for (variable, value) in zip(kept, some) { values[variable] = value }
            return values
        }

        /// Values of the variables that are left.
        func some(of values: [Int]) -> [Int] { kept.map { values[$0] } }
    }

    /// What is left of the programme where variables that cannot move are taken out.
    var compact: Compact {
        var compact = Compact(lowest: lower.map { Int($0) })
        var positions = [Variable?](repeating: nil, count: count)
        for variable in 0..<count where lower[variable] < upper[variable] {
            positions[variable] = compact.kept.count
            compact.kept.append(variable)
            compact.programme.lower.append(lower[variable])
            compact.programme.upper.append(upper[variable])
        }
        var left: [Row] = []
        for row in rows {
            let always = lowest(of: row.terms) >= row.lower && highest(of: row.terms) <= row.upper
            if always { continue }
            var fixed = 0.0
            var terms: [Term] = []
            for term in row.terms {
                if let index = positions[term.variable] {
                    terms.append(Term(variable: index, factor: term.factor))
                } else {
                    fixed += term.factor * lower[term.variable]
                }
            }
            left.append(Row(terms: terms, lower: row.lower - fixed, upper: row.upper - fixed))
        }
        compact.programme.add(left)
        return compact
    }

    /// Solves the programme, by a solver unless no rule is left to keep.
    ///
    /// - Parameter objective: What is minimised, one factor a variable.
    func solution(minimising objective: [Double], _ search: Search) throws(SolvingError) -> Solution
    {
        guard !rows.isEmpty, count > 0 else {
            let values = objective.indices.map { Int(objective[$0] < 0 ? upper[$0] : lower[$0]) }
            guard accepts(values) else {
                return Solution(isProven: true, values: nil, bound: .infinity, nodes: 0)
            }
            let found = zip(objective, values).reduce(0) { $0 + $1.0 * Double($1.1) }
            return Solution(isProven: true, values: values, bound: found, nodes: 0)
        }
        return try solvedOutside(minimising: objective, search)
    }
}
