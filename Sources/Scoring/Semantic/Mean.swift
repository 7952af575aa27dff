/// The mean of some rows that are not zero, with how many they are.
struct Mean: Sendable {
    private(set) var count = 0
    private var sums: [Double]

    /// A mean of no row yet.
    init(dimension: Int) { sums = [Double](repeating: 0, count: dimension) }

    /// The mean of rows that lie one after another.
    init(of rows: ArraySlice<Float>, dimension: Int) {
        self.init(dimension: dimension)
        guard dimension > 0 else { return }
        for start in stride(from: rows.startIndex, to: rows.endIndex, by: dimension) {
            add(rows[start..<start + dimension])
        }
    }

    /// Counts a row, unless it is zero.
    mutating func add(_ row: ArraySlice<Float>) {
        guard row.contains(where: { $0 != 0 }) else { return }
        count += 1
        row.withUnsafeBufferPointer { row in
            sums.withUnsafeMutableBufferPointer { sums in
                for index in row.indices { sums[index] += Double(row[index]) }
            }
        }
    }

    /// Counts another mean as some rows; one of no row not at all.
    mutating func add(_ other: Mean, as weight: Int) {
        guard other.count > 0 else { return }
        count += weight
        let share = Double(weight) / Double(other.count)
        for index in sums.indices { sums[index] += share * other.sums[index] }
    }

    /// A mean of nothing in particular: the origin.
    static func origin(dimension: Int) -> Mean {
        var origin = Mean(dimension: dimension)
        origin.count = 1
        return origin
    }

    /// The mean of both, where `wider` counts `weight` rows.
    ///
    /// A mean of *n* rows counts *n*: with a single need its own vector must not be what is taken
    /// away.
    func drawn(toward wider: Mean, by weight: Double) -> [Float] {
        let total = Double(count) + (wider.count > 0 ? weight : 0)
        guard total > 0 else { return sums.map { _ in 0 } }
        return zip(sums, wider.sums).map { own, other in
            let share = wider.count > 0 ? weight * other / Double(wider.count) : 0
            return Float((own + share) / total)
        }
    }

    /// The mean as far as its number of rows allows: of *n* rows it counts *n* / (*n* + 10), so that
    /// a single row stays when it is taken away.
    var cautious: [Float] { drawn(toward: .origin(dimension: sums.count), by: 10) }
}
