/// Rows of vectors from which a mean was taken away, each of length 1 again, or all zero.
///
/// Sentence encoders place all texts in a narrow cone: the cosine of any two is high. What tells
/// them apart shows once the mean is taken away (Mu & Viswanath, “All-but-the-Top”, 2018).
struct CentredRows: Sendable {
    /// Numbers of a row that count.
    let dimension: Int
    /// Numbers from the first of a row to the first of the next, `dimension` or more; what lies
    /// between is zero, or of no concern here.
    let stride: Int
    /// Row after row.
    private(set) var values: [Float]

    var count: Int { stride == 0 ? 0 : values.count / stride }

    /// Takes rows as they are.
    init(_ values: consuming [Float], dimension: Int, stride: Int? = nil) {
        self.dimension = dimension
        self.stride = stride ?? dimension
        self.values = values
    }

    /// Takes `centre` away from each row. Rows of zeros (nothing said) stay zero.
    init(_ rows: some Sequence<Float>, dimension: Int, less centre: [Float]) {
        self.init(Array(rows), dimension: dimension)
        for row in 0..<count {
            let range = row * dimension..<(row + 1) * dimension
            guard values[range].contains(where: { $0 != 0 }) else { continue }
            RowArithmetic.centre(&values, from: range.lowerBound, less: centre)
        }
    }

    /// The mean of these rows as far as their number allows: of *n* rows it counts
    /// *n* / (*n* + 10), so that a single row stays when it is taken away.
    var centre: [Float] {
        Mean(of: values[...], dimension: dimension).cautious
    }

    /// These rows less a centre.
    func less(_ centre: [Float]) -> CentredRows {
        CentredRows(values, dimension: dimension, less: centre)
    }

    /// One row each that sums rows of `parts`, with weights; of length 1, or all zero.
    init(sums: [[(row: Int, weight: Float)]], of parts: CentredRows) {
        var values = [Float](repeating: 0, count: sums.count * parts.dimension)
        for (index, terms) in sums.enumerated() {
            let start = index * parts.dimension
            for term in terms {
                let part = parts[term.row..<term.row + 1]
                RowArithmetic.add(part, times: term.weight, to: &values, from: start)
            }
            RowArithmetic.normalise(&values, from: start, parts.dimension)
        }
        self.init(values, dimension: parts.dimension)
    }

    /// The rows of both, added and brought to length 1.
    func blended(with other: CentredRows) -> CentredRows {
        var blend = self
        for index in values.indices { blend.values[index] += other.values[index] }
        for row in 0..<count {
            RowArithmetic.normalise(&blend.values, from: row * dimension, dimension)
        }
        return blend
    }

    /// Some of these rows, in the order given, with what lies between rows.
    func rows(_ indexes: [Int]) -> CentredRows {
        var gathered: [Float] = []
        gathered.reserveCapacity(indexes.count * stride)
        for index in indexes {
            gathered.append(contentsOf: values[index * stride..<(index + 1) * stride])
        }
        return CentredRows(gathered, dimension: dimension, stride: stride)
    }

    /// Rows one after another; only one where something lies between rows.
    subscript(rows: Range<Int>) -> ArraySlice<Float> {
        precondition(stride == dimension || rows.count == 1, "rows without a gap")
        let first = rows.lowerBound * stride
        return values[first..<first + rows.count * dimension]
    }

    /// Sets the numbers past those that count.
    mutating func setRest(of row: Int, at index: Int, to number: Float) {
        precondition(index >= dimension && index < stride, "a number past those that count")
        values[row * stride + index] = number
    }

    /// Some rows, column after column.
    func transposed(_ rows: Range<Int>) -> [Float] {
        var columns = [Float](repeating: 0, count: rows.count * dimension)
        for (index, row) in rows.enumerated() {
            for offset in 0..<dimension {
                columns[offset * rows.count + index] = values[row * stride + offset]
            }
        }
        return columns
    }

    /// Whether a row holds anything.
    func isKnown(_ row: Int) -> Bool { self[row..<row + 1].contains { $0 != 0 } }
}
