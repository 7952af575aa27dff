/// Rows of vectors from which a mean was taken away, each of length 1 again, or all zero.
///
/// Sentence encoders place all texts in a narrow cone: the cosine of any two is high. What tells
/// them apart shows once the mean is taken away (Mu & Viswanath, “All-but-the-Top”, 2018).
struct CentredRows: Sendable {
    let dimension: Int
    /// Row after row.
    private(set) var values: [Float]

    var count: Int { dimension == 0 ? 0 : values.count / dimension }

    /// Takes rows as they are.
    init(_ values: [Float], dimension: Int) {
        self.dimension = dimension
        self.values = values
    }

    /// Takes `centre` away from each row. Rows of zeros (nothing said) stay zero.
    init(_ rows: some Sequence<Float>, dimension: Int, less centre: [Float]) {
        self.init(Array(rows), dimension: dimension)
        for row in 0..<count {
            let range = row * dimension..<(row + 1) * dimension
            guard values[range].contains(where: { $0 != 0 }) else { continue }
            for (offset, index) in range.enumerated() { values[index] -= centre[offset] }
            normalise(range)
        }
    }

    /// The mean of these rows as far as their number allows: of *n* rows it counts
    /// *n* / (*n* + 10), so that a single row stays when it is taken away.
    var centre: [Float] {
        Mean(of: values[...], dimension: dimension)
            .drawn(toward: .origin(dimension: dimension), by: 10)
    }

    /// These rows less a centre.
    func less(_ centre: [Float]) -> CentredRows {
        CentredRows(values, dimension: dimension, less: centre)
    }

    /// One row each that sums rows of `parts`, with weights; of length 1, or all zero.
    init(sums: [[(row: Int, weight: Float)]], of parts: CentredRows) {
        dimension = parts.dimension
        values = [Float](repeating: 0, count: sums.count * parts.dimension)
        for (row, terms) in sums.enumerated() {
            let start = row * dimension
            for term in terms {
                let source = term.row * dimension
                for offset in 0..<dimension {
                    values[start + offset] += term.weight * parts.values[source + offset]
                }
            }
            normalise(start..<start + dimension)
        }
    }

    /// The rows of both, added and brought to length 1.
    func blended(with other: CentredRows) -> CentredRows {
        var blend = self
        for index in values.indices { blend.values[index] += other.values[index] }
        for row in 0..<count { blend.normalise(row * dimension..<(row + 1) * dimension) }
        return blend
    }

    /// Some of these rows, in the order given.
    func rows(_ places: [Int]) -> CentredRows {
        var gathered: [Float] = []
        gathered.reserveCapacity(places.count * dimension)
        for place in places { gathered.append(contentsOf: self[place..<place + 1]) }
        return CentredRows(gathered, dimension: dimension)
    }

    subscript(rows: Range<Int>) -> ArraySlice<Float> {
        values[rows.lowerBound * dimension..<rows.upperBound * dimension]
    }

    /// Some rows, column after column.
    func transposed(_ rows: Range<Int>) -> [Float] {
        var columns = [Float](repeating: 0, count: rows.count * dimension)
        for (place, row) in rows.enumerated() {
            for offset in 0..<dimension {
                columns[offset * rows.count + place] = values[row * dimension + offset]
            }
        }
        return columns
    }

    /// Whether a row holds anything.
    func isKnown(_ row: Int) -> Bool { self[row..<row + 1].contains { $0 != 0 } }

    private mutating func normalise(_ range: Range<Int>) {
        var square = 0.0
        for index in range { square += Double(values[index]) * Double(values[index]) }
        guard square > 1e-12 else {
            for index in range { values[index] = 0 }
            return
        }
        let scale = Float(1 / square.squareRoot())
        for index in range { values[index] *= scale }
    }
}

/// The mean of some rows that are not zero, with how many they are.
struct Mean: Sendable {
    let count: Int
    private let sums: [Double]

    init(of rows: ArraySlice<Float>, dimension: Int) {
        var sums = [Double](repeating: 0, count: dimension)
        var count = 0
        var start = rows.startIndex
        while dimension > 0, start < rows.endIndex {
            let row = rows[start..<start + dimension]
            if row.contains(where: { $0 != 0 }) {
                count += 1
                for (offset, value) in row.enumerated() { sums[offset] += Double(value) }
            }
            start += dimension
        }
        self.sums = sums
        self.count = count
    }

    private init(sums: [Double], count: Int) {
        self.sums = sums
        self.count = count
    }

    /// A mean of nothing in particular: the origin.
    static func origin(dimension: Int) -> Mean {
        Mean(sums: [Double](repeating: 0, count: dimension), count: 1)
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
}
