internal import Parallel

/// Vectors in parts, so that they can be filled as they come and let go as they are used up.
public struct VectorStore: Sendable {
    /// Numbers in a row.
    public let dimension: Int
    /// Number of rows.
    public private(set) var count = 0
    private var parts: [[Float]] = []
    private let rowsPerPart: Int

    /// No row yet.
    public init(dimension: Int) {
        // Parts of 64 MiB are mapped by themselves, so that letting one go gives it back to the
        // system: glibc keeps those below 32 MiB in a heap that only shrinks from its end.
        self.init(dimension: dimension, rowsPerPart: (64 << 20) / (4 * max(1, dimension)))
    }

    /// No row yet, in parts of some other size.
    package init(dimension: Int, rowsPerPart: Int) {
        self.dimension = dimension
        self.rowsPerPart = max(1, rowsPerPart)
    }

    /// The rows of some vectors, as one part.
    public init(_ vectors: Vectors) {
        dimension = vectors.dimension
        count = vectors.count
        parts = [vectors.values]
        rowsPerPart = max(1, vectors.count)
    }

    /// Room for more rows, all zero.
    public mutating func grow(by rows: Int) {
        count += rows
        let wanted = (0..<(count + rowsPerPart - 1) / rowsPerPart).map { part in
            min(rowsPerPart, count - part * rowsPerPart) * dimension
        }
        for part in parts.indices {
            let missing = wanted[part] - parts[part].count
            parts[part].append(contentsOf: repeatElement(0, count: missing))
        }
        // Memory that is touched for the first time takes longer than all that is read into it.
        let known = parts.count
        parts += Threads.map(wanted.count - known) { part in
            [Float](repeating: 0, count: wanted[known + part])
        }
    }

    /// A row. Rows of a part that was let go are gone.
    public subscript(row: Int) -> ArraySlice<Float> {
        let start = row % rowsPerPart * dimension
        return parts[row / rowsPerPart][start..<start + dimension]
    }

    /// Sets a row.
    ///
    /// - Throws: ``EncodingError/vectors(expected:found:)`` where the bytes are not of the dimension,
    ///   or not of a row of length 1 or 0.
    /// - Parameters:
    ///   - row: Its place.
    ///   - bytes: IEEE 754 single precision, little-endian.
    public mutating func set(
        _ row: Int, littleEndian bytes: UnsafeRawBufferPointer
    ) throws(EncodingError) {
        guard bytes.count == 4 * dimension else {
            throw .vectors(
                expected: "\(dimension) numbers a row", found: "\(bytes.count) bytes")
        }
        let start = row % rowsPerPart * dimension
        let square = parts[row / rowsPerPart].withUnsafeMutableBufferPointer { part in
            let row = UnsafeMutableBufferPointer(rebasing: part[start..<start + dimension])
            UnsafeMutableRawBufferPointer(row).copyMemory(from: bytes)
            if 1.littleEndian != 1 {
                for index in row.indices {
                    row[index] = Float(bitPattern: row[index].bitPattern.byteSwapped)
                }
            }
            return UnsafeBufferPointer(row).sumOfSquares
        }
        try VectorStore.check(square)
    }

    /// Sets a row.
    public mutating func set(_ row: Int, _ numbers: ArraySlice<Float>) throws(EncodingError) {
        guard numbers.count == dimension else {
            throw .vectors(
                expected: "\(dimension) numbers a row", found: "\(numbers.count)")
        }
        let start = row % rowsPerPart * dimension
        parts[row / rowsPerPart].replaceSubrange(start..<start + dimension, with: numbers)
        try VectorStore.check(numbers.withUnsafeBufferPointer(\.sumOfSquares))
    }

    private static func check(_ square: Double) throws(EncodingError) {
        guard square == 0 || abs(square.squareRoot() - 1) < 1e-3 else {
            throw .vectors(
                expected: "rows of length 1, or zero",
                found: "one of length \(square.squareRoot())")
        }
    }

    /// Number of parts.
    public var partCount: Int { parts.count }

    /// The part that a row lies in.
    public func part(of row: Int) -> Int { row / rowsPerPart }

    /// Lets the rows of a part go, and their memory where nobody else holds them.
    public mutating func release(_ part: Int) { parts[part] = [] }
}
