/// Rows of single-precision numbers, all of one dimension, one row for each need or candidate.
///
/// A row may be zero; it then scores 0 with every other. Rows need not be of length 1.
public struct Rows: Sendable {
    /// Number of rows.
    public let count: Int
    /// Numbers in a row, 1 … ``largestDimension``.
    public let dimension: Int
    /// Row after row.
    let values: [Float]
    /// Length of each row, not below the true one and above it by less than 2⁻¹⁹ of it.
    let lengths: [Float]
    /// Rows whose length is out of range: neither zero nor between 2⁻²⁰ and 2²⁰; ascending. Products of
    /// such a row in single precision may overflow or vanish, so that no bound is taken from them.
    let outOfRange: [Int]

    /// Largest dimension, for which a product of 8-bit rows still fits into 32 bits.
    public static let largestDimension = 65_536

    /// Takes rows that lie one after another.
    ///
    /// - Throws: ``RetrievalError/shape(expected:found:)`` where the number of values is no
    ///   multiple of the dimension, ``RetrievalError/notFinite(row:)`` for the first row with a NaN
    ///   or an infinity: no row can be excluded in silence.
    /// - Complexity: O(rows × dimension).
    public init(_ values: [Float], dimension: Int) throws(RetrievalError) {
        guard (1...Rows.largestDimension).contains(dimension) else {
            throw .shape(
                expected: "a dimension from 1 to \(Rows.largestDimension)", found: "\(dimension)")
        }
        guard values.count.isMultiple(of: dimension) else {
            throw .shape(
                expected: "rows of \(dimension) numbers", found: "\(values.count) numbers")
        }
        count = values.count / dimension
        guard count <= Int(Int32.max) else {
            throw .shape(expected: "\(Int32.max) rows at most", found: "\(count)")
        }
        self.dimension = dimension
        self.values = values
        var lengths: [Float] = []
        var outOfRange: [Int] = []
        lengths.reserveCapacity(count)
        for row in 0..<count {
            let square = Rows.squaredLength(values, row * dimension, dimension)
            guard square.isFinite else { throw .notFinite(row: row) }
            let length = Rows.above(square.squareRoot())
            lengths.append(length)
            if length != 0, !(0x1p-20...0x1p20).contains(length) { outOfRange.append(row) }
        }
        self.lengths = lengths
        self.outOfRange = outOfRange
    }

    /// A float that is not below a length reckoned in doubles.
    static func above(_ length: Double) -> Float {
        length == 0 ? 0 : Float(length * (1 + 0x1p-22)).nextUp
    }

    private static func squaredLength(_ values: [Float], _ start: Int, _ dimension: Int) -> Double {
        values.withUnsafeBufferPointer { values in
            var sums = SIMD4<Double>()
            var index = start
            let end = start + dimension
            while index + 4 <= end {
                let part = SIMD4<Double>(
                    SIMD4<Float>(
                        values[index], values[index + 1], values[index + 2], values[index + 3]))
                sums += part * part
                index += 4
            }
            var square = sums.sum()
            while index < end {
                square += Double(values[index]) * Double(values[index])
                index += 1
            }
            return square
        }
    }
}
