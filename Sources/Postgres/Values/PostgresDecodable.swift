/// A value that can be read from a column.
public protocol PostgresDecodable {
    /// Reads the value.
    ///
    /// - Throws: ``PostgresError`` with the column's name, made by ``Cell/mismatch(_:)`` or
    ///   ``Cell/malformed(_:)``.
    init(cell: borrowing Cell) throws(PostgresError)

    /// What a NULL is read as; `nil`, the default, refuses it.
    static var null: Self? { get }
}

extension PostgresDecodable {
    public static var null: Self? { nil }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    public init(cell: borrowing Cell) throws(PostgresError) {
        self = .some(try Wrapped(cell: cell))
    }

    public static var null: Self? { .some(.none) }
}

extension String: PostgresDecodable {
    /// Reads the types that are text, and the labels of enumerations.
    public init(cell: borrowing Cell) throws(PostgresError) { self = try cell.text() }
}

extension Bool: PostgresDecodable {
    public init(cell: borrowing Cell) throws(PostgresError) {
        guard cell.type == .bool else { throw cell.mismatch("boolean") }
        switch (cell.bytes.count, cell.bytes.first) {
        case (1, 1): self = true
        case (1, 0): self = false
        default: throw cell.malformed("a boolean")
        }
    }
}

extension PostgresDecodable where Self: FixedWidthInteger {
    public init(cell: borrowing Cell) throws(PostgresError) {
        let width: Int
        switch cell.type {
        case .int2: width = 2
        case .int4: width = 4
        case .int8: width = 8
        default: throw cell.mismatch("an integer of at most \(Self.bitWidth) bits")
        }
        guard width * 8 <= Self.bitWidth else {
            throw cell.mismatch("an integer of at most \(Self.bitWidth) bits")
        }
        switch width {
        case 2: self = Self(try cell.integer(Int16.self, in: cell.bytes))
        case 4: self = Self(try cell.integer(Int32.self, in: cell.bytes))
        default: self = Self(try cell.integer(Int64.self, in: cell.bytes))
        }
    }
}

extension Int: PostgresDecodable {}
extension Int64: PostgresDecodable {}
extension Int32: PostgresDecodable {}
extension Int16: PostgresDecodable {}

extension Double: PostgresDecodable {
    /// Reads `double precision` and `real` exactly, `numeric` as the nearest number.
    public init(cell: borrowing Cell) throws(PostgresError) {
        switch cell.type {
        case .float8: self.init(bitPattern: try cell.integer(UInt64.self, in: cell.bytes))
        case .float4:
            self.init(Float(bitPattern: try cell.integer(UInt32.self, in: cell.bytes)))
        case .numeric:
            if let short = Self(shortNumeric: cell.bytes) {
                self = short
            } else {
                self = try PostgresNumeric(cell: cell).double
            }
        default: throw cell.mismatch("double precision, real or numeric")
        }
    }
}

extension Double {
    /// Powers of 10 000 that are exact doubles.
    private static let powers = [1, 1e4, 1e8, 1e12, 1e16, 1e20]

    /// The nearest double of a `numeric` of few digits; `nil` for one of many, or none.
    ///
    /// The quotient or product of two exact doubles is the nearest one (Clinger, 1990).
    init?(shortNumeric bytes: UnsafeRawBufferPointer) {
        func word(_ index: Int) -> Int {
            Int(Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: 2 * index, as: Int16.self)))
        }
        guard bytes.count >= 8, word(2) == 0 || word(2) == 0x4000 else { return nil }
        let count = word(0)
        guard (0...4).contains(count), bytes.count == 8 + 2 * count else { return nil }
        var digits = 0
        for index in 0..<count { digits = digits * 10_000 + word(4 + index) }
        let power = word(1) - count + 1
        guard digits <= 1 << 53, Self.powers.indices.contains(abs(power)) else { return nil }
        let scale = Self.powers[abs(power)]
        let magnitude = power < 0 ? Double(digits) / scale : Double(digits) * scale
        self = word(2) == 0 ? magnitude : -magnitude
    }
}

extension Float: PostgresDecodable {
    public init(cell: borrowing Cell) throws(PostgresError) {
        guard cell.type == .float4 else { throw cell.mismatch("real") }
        self.init(bitPattern: try cell.integer(UInt32.self, in: cell.bytes))
    }
}
