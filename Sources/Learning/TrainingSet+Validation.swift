internal import Foundation

extension TrainingSet {
    /// Losses of every decision under weights that were fitted without its need, by prior deviation.
    ///
    /// Needs are dealt into parts whole, those with most decisions first, each to the part with
    /// fewest; ties go to the lower part and to the need with the lower id.
    ///
    /// - Complexity: O(folds × priors × *n* × *d*²).
    func validated(priorDeviations: [Double], folds: Int) -> [[Double]] {
        let parts = dealt(into: folds)
        var losses = [[Double]](
            repeating: [Double](repeating: 0, count: rows.count), count: priorDeviations.count)
        for part in 0..<folds {
            let known = rows.filter { parts[$0.group] != part }
            guard known.count < rows.count, !known.isEmpty else { continue }
            for (position, priorDeviation) in priorDeviations.enumerated() {
                let fitted = fit(on: known, priorDeviation: priorDeviation)
                for (index, row) in rows.enumerated() where parts[row.group] == part {
                    losses[position][index] = loss(of: row, under: fitted)
                }
            }
        }
        return losses
    }

    /// Losses of every decision where all have the chance that the other needs' decisions show.
    func validatedBaseRate(folds: Int) -> [Double] {
        let parts = dealt(into: folds)
        let chances = (0..<folds).map { part in
            let known = rows.filter { parts[$0.group] != part }
            return (Double(known.count(where: \.isAccepted)) + 1) / (Double(known.count) + 2)
        }
        return rows.map { row in
            let chance = chances[parts[row.group]]
            return -log(row.isAccepted ? chance : 1 - chance)
        }
    }

    private func dealt(into folds: Int) -> [Int] {
        var sizes = [Int](repeating: 0, count: (rows.map(\.group).max() ?? -1) + 1)
        for row in rows { sizes[row.group] += 1 }
        var loads = [Int](repeating: 0, count: folds)
        var parts = [Int](repeating: 0, count: sizes.count)
        for group in sizes.indices.sorted(by: { (sizes[$1], $0) < (sizes[$0], $1) }) {
            let part = loads.indices.min { (loads[$0], $0) < (loads[$1], $1) } ?? 0
            parts[group] = part
            loads[part] += sizes[group]
        }
        return parts
    }

    /// How much lower the second losses are than the first: mean, and its standard error with the
    /// needs as what was drawn.
    func gain(from first: [Double], to second: [Double]) -> (mean: Double, error: Double) {
        let count = Double(rows.count)
        let mean = zip(first, second).reduce(0) { $0 + $1.0 - $1.1 } / count
        var groups: [Int: Double] = [:]
        for (index, row) in rows.enumerated() {
            groups[row.group, default: 0] += first[index] - second[index] - mean
        }
        let number = Double(groups.count)
        guard number > 1 else { return (mean, .infinity) }
        let squares = groups.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
        return (mean, (squares * number / (number - 1)).squareRoot() / count)
    }
}
