/// A range of numbers, days or instants, such as `daterange`.
///
/// A bound that is `nil` is open to infinity.
public struct PostgresRange<Bound: PostgresEncodable & PostgresDecodable & Hashable>: Hashable,
    Sendable
{
    public let lower: Bound?
    public let upper: Bound?
    public let includesLower: Bool
    public let includesUpper: Bool
    public let isEmpty: Bool

    /// From `lower`, itself included, to `upper`, itself not included unless said.
    public init(
        from lower: Bound?, to upper: Bound?, includesLower: Bool = true,
        includesUpper: Bool = false
    ) {
        self.lower = lower
        self.upper = upper
        self.includesLower = includesLower && lower != nil
        self.includesUpper = includesUpper && upper != nil
        isEmpty = false
    }

    private init(empty: Void) {
        (lower, upper, includesLower, includesUpper, isEmpty) = (nil, nil, false, false, true)
    }

    /// The range that holds nothing.
    public static var empty: Self { Self(empty: ()) }
}

extension PostgresRange: PostgresEncodable {
    public static var postgresType: TypeOID { .unspecified }

    public var postgresValue: PostgresValue {
        if isEmpty { return .text("empty") }
        func text(_ bound: Bound?) -> String {
            guard case .text(let plain)? = bound?.postgresValue else { return "" }
            return "\"" + plain + "\""
        }
        let open = includesLower ? "[" : "("
        let close = includesUpper ? "]" : ")"
        return .text(open + text(lower) + "," + text(upper) + close)
    }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        guard let boundType = type.boundType else { return false }
        var flags: UInt8 = 0
        if isEmpty { flags |= RangeFlag.empty }
        if includesLower { flags |= RangeFlag.includesLower }
        if includesUpper { flags |= RangeFlag.includesUpper }
        if !isEmpty, lower == nil { flags |= RangeFlag.openLower }
        if !isEmpty, upper == nil { flags |= RangeFlag.openUpper }
        field.append(flags)
        for bound in [lower, upper] {
            guard let bound else { continue }
            guard try field.append(measured: bound, as: boundType) else { return false }
        }
        return true
    }
}

extension PostgresRange: PostgresDecodable {
    public init(cell: borrowing Cell) throws(PostgresError) {
        guard let type = cell.type.boundType else { throw cell.mismatch("a range") }
        if cell.format == .binary {
            try self.init(binary: cell, type: type)
        } else {
            try self.init(literal: cell, type: type)
        }
    }

    private init(binary cell: borrowing Cell, type: TypeOID) throws(PostgresError) {
        let bytes = cell.bytes
        guard let flags = bytes.first else { throw cell.malformed("a whole range") }
        if flags & RangeFlag.empty != 0 {
            self = .empty
            return
        }
        var offset = 1
        func bound() throws(PostgresError) -> Bound {
            guard offset + 4 <= bytes.count else { throw cell.malformed("a whole range") }
            let length = Int(
                Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)))
            offset += 4
            guard length >= 0, offset + length <= bytes.count else {
                throw cell.malformed("a whole range")
            }
            let part = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
            offset += length
            return try Bound(cell: cell.part(type: type, bytes: part))
        }
        let lower = flags & RangeFlag.openLower == 0 ? try bound() : nil
        let upper = flags & RangeFlag.openUpper == 0 ? try bound() : nil
        self.init(
            from: lower, to: upper, includesLower: flags & RangeFlag.includesLower != 0,
            includesUpper: flags & RangeFlag.includesUpper != 0)
    }

    private init(literal cell: borrowing Cell, type: TypeOID) throws(PostgresError) {
        let text = try cell.utf8(cell.bytes)
        if text == "empty" {
            self = .empty
            return
        }
        // No bound of the built-in ranges holds a comma or a quote of its own.
        let parts = text.dropFirst().dropLast().split(
            separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, let open = text.first, let close = text.last else {
            throw cell.malformed("a whole range")
        }
        func bound(_ part: Substring) throws(PostgresError) -> Bound? {
            let plain = Array(part.utf8.filter { $0 != UInt8(ascii: "\"") })
            if plain.isEmpty { return nil }
            let decoded = plain.withUnsafeBytes { bytes in
                Result { () throws(PostgresError) in
                    try Bound(cell: cell.part(type: type, bytes: bytes))
                }
            }
            return try decoded.get()
        }
        self.init(
            from: try bound(parts[0]), to: try bound(parts[1]), includesLower: open == "[",
            includesUpper: close == "]")
    }
}

/// The first byte of a range in binary form.
private enum RangeFlag {
    static let empty: UInt8 = 0x01
    static let includesLower: UInt8 = 0x02
    static let includesUpper: UInt8 = 0x04
    static let openLower: UInt8 = 0x08
    static let openUpper: UInt8 = 0x10
}
