/// An exact decimal number of any length, or NaN or an infinity: PostgreSQL's `numeric`.
///
/// Two numbers are equal when they are written alike: 1.5 and 1.50 differ, as in a dump.
public struct PostgresNumeric: Hashable, Sendable {
    enum Sign: UInt16, Sendable {
        case positive = 0x0000
        case negative = 0x4000
        case nan = 0xC000
        case infinity = 0xD000
        case negativeInfinity = 0xF000
    }

    let sign: Sign
    /// Digits of base 10 000, most significant first, no zero digit at either end.
    let digits: [UInt16]
    /// The power of 10 000 that the first digit stands for.
    let weight: Int
    /// Decimal places that are shown.
    public let scale: Int

    init(sign: Sign, digits: [UInt16], weight: Int, scale: Int) {
        let leading = digits.prefix { $0 == 0 }.count
        let significant = digits.dropFirst(leading)
        let trailing = significant.reversed().prefix { $0 == 0 }.count
        self.digits = Array(significant.dropLast(trailing))
        self.weight = self.digits.isEmpty ? 0 : weight - leading
        self.sign = self.digits.isEmpty && sign == .negative ? .positive : sign
        self.scale = scale
    }

    /// `unscaled` × 10⁻ˢᶜᵃˡᵉ: 125050 with scale 2 is 1250.50.
    ///
    /// - Parameters:
    ///   - unscaled: The number without its point.
    ///   - scale: Decimal places, 0…16383.
    public init(_ unscaled: some FixedWidthInteger, scale: Int = 0) {
        let places = min(max(scale, 0), 16383)
        var text = String(unscaled.magnitude)
        if text.count <= places {
            text = String(repeating: "0", count: places + 1 - text.count) + text
        }
        let whole = Array(text.utf8.dropLast(places))
        let fraction = Array(text.utf8.suffix(places))
        self.init(sign: unscaled < 0 ? .negative : .positive, whole: whole, fraction: fraction)
    }

    /// - Parameters:
    ///   - whole: ASCII digits before the point.
    ///   - fraction: ASCII digits after it.
    private init(sign: Sign, whole: [UInt8], fraction: [UInt8]) {
        let zero = UInt8(ascii: "0")
        let before = [UInt8](repeating: zero, count: (4 - whole.count % 4) % 4) + whole
        let after = fraction + [UInt8](repeating: zero, count: (4 - fraction.count % 4) % 4)
        let all = before + after
        let digits = stride(from: 0, to: all.count, by: 4).map { start in
            all[start..<start + 4].reduce(UInt16(0)) { $0 * 10 + UInt16($1 - zero) }
        }
        self.init(
            sign: sign, digits: digits, weight: before.count / 4 - 1, scale: fraction.count)
    }

    /// The nearest double.
    public var double: Double {
        switch sign {
        case .nan: .nan
        case .infinity: .infinity
        case .negativeInfinity: -.infinity
        case .positive, .negative: Double(description) ?? .nan
        }
    }
}

extension PostgresNumeric: CustomStringConvertible {
    public var description: String {
        switch sign {
        case .nan: return "NaN"
        case .infinity: return "Infinity"
        case .negativeInfinity: return "-Infinity"
        case .positive, .negative: break
        }
        func group(_ power: Int) -> String {
            let index = weight - power
            let text = String(digits.indices.contains(index) ? digits[index] : 0)
            return String(repeating: "0", count: 4 - text.utf8.count) + text
        }
        let whole = stride(from: max(weight, 0), through: 0, by: -1).map(group).joined()
        let trimmed = whole.drop { $0 == "0" }
        var text = sign == .negative ? "-" : ""
        text += trimmed.isEmpty ? "0" : trimmed
        if scale > 0 {
            let groups = (scale + 3) / 4
            text += "." + (1...groups).map { group(-$0) }.joined().prefix(scale)
        }
        return text
    }
}

extension PostgresNumeric: PostgresEncodable, PostgresDecodable {
    public static var postgresType: TypeOID { .numeric }
    public static var postgresArrayType: TypeOID { .numericArray }
    public var postgresValue: PostgresValue { .text(description) }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        guard type == .numeric else { return false }
        field.append(Int16(digits.count))
        field.append(Int16(weight))
        field.append(sign.rawValue)
        field.append(Int16(scale))
        for digit in digits { field.append(digit) }
        return true
    }

    public init(cell: borrowing Cell) throws(PostgresError) {
        guard cell.type == .numeric else { throw cell.mismatch("numeric") }
        let bytes = cell.bytes
        func number(_ index: Int) -> UInt16 {
            UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self))
        }
        guard bytes.count >= 8, bytes.count == 8 + 2 * Int(number(0)),
            let sign = Sign(rawValue: number(2))
        else { throw cell.malformed("a decimal number") }
        self.init(
            sign: sign, digits: (0..<Int(number(0))).map { number(4 + $0) },
            weight: Int(Int16(bitPattern: number(1))), scale: Int(number(3)))
    }
}
