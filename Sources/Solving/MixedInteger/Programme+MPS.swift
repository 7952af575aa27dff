extension Programme {
    /// The programme as an MPS file in free format, with an objective to minimise.
    ///
    /// Rows are named R1, R2 … and columns C1, C2 … in their order, so that the same programme gives
    /// the same bytes. A row between two bounds is written with a range; integer columns stand
    /// between markers and have both their bounds.
    func mps(named name: String, minimising objective: [Double], notes: [String]) -> String {
        var lines = notes.map { "* \($0)" }
        lines.append("NAME \(name)")
        lines.append("ROWS")
        lines.append(" N OBJ")
        for (index, row) in rows.enumerated() { lines.append(" \(row.kind) R\(index + 1)") }
        var columns = [[(row: Int, factor: Double)]](repeating: [], count: count)
        for (index, row) in rows.enumerated() {
            for term in row.terms where term.factor != 0 {
                columns[term.variable].append((index + 1, term.factor))
            }
        }
        lines.append("COLUMNS")
        lines.append(" MARK0 'MARKER' 'INTORG'")
        for (index, column) in columns.enumerated() {
            // A column that stands nowhere is declared by its objective.
            if objective[index] != 0 || column.isEmpty {
                lines.append(" C\(index + 1) OBJ \(Self.written(objective[index]))")
            }
            for entry in column {
                lines.append(" C\(index + 1) R\(entry.row) \(Self.written(entry.factor))")
            }
        }
        lines.append(" MARK1 'MARKER' 'INTEND'")
        lines.append("RHS")
        for (index, row) in rows.enumerated() where row.side != 0 {
            lines.append(" RHS R\(index + 1) \(Self.written(row.side))")
        }
        lines.append("RANGES")
        for (index, row) in rows.enumerated() where row.kind == "L" && row.lower.isFinite {
            lines.append(" RNG R\(index + 1) \(Self.written(row.upper - row.lower))")
        }
        lines.append("BOUNDS")
        for index in 0..<count {
            lines.append(" LO BND C\(index + 1) \(Self.written(lower[index]))")
            lines.append(" UP BND C\(index + 1) \(Self.written(upper[index]))")
        }
        lines.append("ENDATA")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whole numbers without a point, as they all are here.
    private static func written(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? "\(value)"
    }
}

extension Programme.Row {
    /// E, G or L, as MPS calls them.
    fileprivate var kind: String {
        if lower == upper { return "E" }
        return upper.isFinite ? "L" : "G"
    }

    /// The bound that MPS writes as right-hand side.
    fileprivate var side: Double { upper.isFinite ? upper : lower }
}
