extension Programme {
    /// The factors of the rows by column, without gaps.
    struct Columns {
        /// Where each column begins, and where the last ends.
        let starts: [Int32]
        /// Row of each factor.
        let rows: [Int32]
        let factors: [Double]
    }

    /// - Complexity: O(*n*) in the number of terms.
    var columns: Columns {
        var starts = [Int32](repeating: 0, count: count + 1)
        for row in rows {
            for term in row.terms { starts[term.variable + 1] += 1 }
        }
        for column in 0..<count { starts[column + 1] += starts[column] }
        var next = starts
        var positions = [Int32](repeating: 0, count: Int(starts[count]))
        var factors = [Double](repeating: 0, count: positions.count)
        for (number, row) in rows.enumerated() {
            for term in row.terms {
                let index = Int(next[term.variable])
                positions[index] = Int32(number)
                factors[index] = term.factor
                next[term.variable] += 1
            }
        }
        return Columns(starts: starts, rows: positions, factors: factors)
    }
}
