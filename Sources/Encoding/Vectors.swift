/// One vector for each of some texts.
///
/// The values lie row after row: row *i* is `values[i * dimension ..< (i + 1) * dimension]`. Each
/// row has length 1 (within 0.001), or is all zero where its text was empty.
public struct Vectors: Sendable, Hashable {
    /// Number of rows.
    public let count: Int
    /// Numbers in a row, 1 or more.
    public let dimension: Int
    /// The rows one after another, `count × dimension` numbers.
    public let values: [Float]

    /// Takes rows that are normalised already.
    ///
    /// - Throws: ``EncodingError/vectors(expected:found:)`` where the number of values is not
    ///   `count × dimension`, or a row is neither zero nor of length 1, or not finite.
    /// - Complexity: O(*count* × *dimension*).
    public init(count: Int, dimension: Int, values: [Float]) throws(EncodingError) {
        try Vectors.check(count: count, dimension: dimension, values: values.count)
        for row in 0..<count {
            let square = Vectors.squaredLength(values, row: row, dimension: dimension)
            guard square == 0 || abs(square.squareRoot() - 1) < 1e-3 else {
                throw .vectors(
                    expected: "rows of length 1, or zero",
                    found: "row \(row) of length \(square.squareRoot())")
            }
        }
        self.init(checked: count, dimension, values)
    }

    /// Takes rows of any length and normalises each; a zero row stays zero.
    ///
    /// - Throws: ``EncodingError/vectors(expected:found:)`` where the number of values is not
    ///   `count × dimension`, or a value is not finite.
    /// - Complexity: O(*count* × *dimension*).
    public init(normalising values: [Float], count: Int, dimension: Int) throws(EncodingError) {
        try Vectors.check(count: count, dimension: dimension, values: values.count)
        var values = values
        for row in 0..<count {
            let square = Vectors.squaredLength(values, row: row, dimension: dimension)
            guard square.isFinite else {
                throw .vectors(expected: "finite numbers", found: "row \(row) is not finite")
            }
            guard square > 0 else { continue }
            let factor = 1 / square.squareRoot()
            for index in row * dimension..<(row + 1) * dimension {
                values[index] = Float(Double(values[index]) * factor)
            }
        }
        self.init(checked: count, dimension, values)
    }

    private init(checked count: Int, _ dimension: Int, _ values: [Float]) {
        self.count = count
        self.dimension = dimension
        self.values = values
    }

    /// The numbers of one row, 0 ..< ``count``.
    public subscript(row: Int) -> ArraySlice<Float> {
        values[row * dimension..<(row + 1) * dimension]
    }

    /// Puts rows together that come from several places, such as a cache and an encoder.
    ///
    /// - Parameters:
    ///   - rows: The rows in order, each normalised or all zero.
    ///   - dimension: Numbers that each row must have.
    /// - Throws: ``EncodingError/vectors(expected:found:)`` where a row does not fit.
    /// - Complexity: O(*rows* × *dimension*).
    package static func gather(
        _ rows: some Sequence<some Collection<Float>>, dimension: Int
    ) throws(EncodingError) -> Vectors {
        var values: [Float] = []
        var count = 0
        for row in rows {
            guard row.count == dimension else {
                throw .vectors(
                    expected: "\(dimension) numbers a row",
                    found: "\(row.count) in row \(count)")
            }
            values.append(contentsOf: row)
            count += 1
        }
        return try Vectors(count: count, dimension: dimension, values: values)
    }

    private static func check(count: Int, dimension: Int, values: Int) throws(EncodingError) {
        guard dimension > 0, count >= 0, values == count * dimension else {
            throw .vectors(
                expected: "\(count) × \(dimension) numbers", found: "\(values) numbers")
        }
    }

    private static func squaredLength(_ values: [Float], row: Int, dimension: Int) -> Double {
        var square = 0.0
        for index in row * dimension..<(row + 1) * dimension {
            square += Double(values[index]) * Double(values[index])
        }
        return square
    }
}
