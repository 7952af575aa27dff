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
        self.dimension = dimension
        // Parts of 64 MiB are mapped by themselves, so that letting one go gives it back to the
        // system: glibc keeps those below 32 MiB in a heap that only shrinks from its end.
        rowsPerPart = max(1, (64 << 20) / (4 * max(1, dimension)))
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
        for part in 0..<(count + rowsPerPart - 1) / rowsPerPart {
            if part == parts.count { parts.append([]) }
            let wanted = min(rowsPerPart, count - part * rowsPerPart) * dimension
            let missing = wanted - parts[part].count
            parts[part].append(contentsOf: repeatElement(0, count: missing))
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
            var square = 0.0
            for index in 0..<dimension {
                let pattern = bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
                let number = Float(bitPattern: UInt32(littleEndian: pattern))
                part[start + index] = number
                square += Double(number) * Double(number)
            }
            return square
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
        var square = 0.0
        for (offset, number) in numbers.enumerated() {
            parts[row / rowsPerPart][start + offset] = number
            square += Double(number) * Double(number)
        }
        try VectorStore.check(square)
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
