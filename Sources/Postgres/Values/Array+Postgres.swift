/// An array of one dimension; `[UInt8]` stands for `bytea`.
extension Array: PostgresEncodable where Element: PostgresEncodable {
    public static var postgresType: TypeOID { Element.postgresArrayType }

    public var postgresValue: PostgresValue {
        if let bytes = asBytes { return .binary(bytes) }
        var text = "{"
        for element in self {
            if text.utf8.count > 1 { text += "," }
            switch element.postgresValue {
            case .null: text += "NULL"
            case .text(let plain): text += Self.quoted(plain)
            // Nothing but the backslash that it begins with need be escaped.
            case .binary(let bytes): text += "\"\\" + hexadecimal(bytes) + "\""
            }
        }
        return .text(text + "}")
    }

    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if isPlain { return "\"" + text + "\"" }
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        if let bytes = asBytes {
            guard type == .bytea else { return false }
            field.append(bytes: bytes)
            return true
        }
        guard let elementType = type.elementType else { return false }
        guard let count = Int32(exactly: count) else {
            throw PostgresError(.outOfRange, "Expected fewer than 2³¹ elements.")
        }
        let start = field.bytes.count
        field.append(Int32(isEmpty ? 0 : 1))
        field.append(Int32(1))
        field.append(elementType.rawValue)
        if !isEmpty {
            field.append(count)
            field.append(Int32(1))
        }
        for element in self {
            guard try field.append(measured: element, as: elementType) else {
                field.truncate(to: start)
                return false
            }
        }
        return true
    }
}

extension Array {
    /// This array where its elements are bytes. A cast by `as?` would look at each of them.
    fileprivate var asBytes: [UInt8]? {
        Element.self == UInt8.self ? unsafeBitCast(self, to: [UInt8].self) : nil
    }
}

extension Array: PostgresDecodable where Element: PostgresDecodable {
    public init(cell: borrowing Cell) throws(PostgresError) {
        if Element.self == UInt8.self {
            self = unsafeBitCast(try cell.byteString(), to: [Element].self)
            return
        }
        self = try Self.elements(cell)
    }

    private static func element(
        _ cell: borrowing Cell, type: TypeOID, bytes: UnsafeRawBufferPointer?
    ) throws(PostgresError) -> Element {
        if let bytes { return try Element(cell: cell.part(type: type, bytes: bytes)) }
        if let null = Element.null { return null }
        throw PostgresError(
            .nullValue, "Expected no NULL among the elements of column \"\(cell.column)\".",
            column: cell.column)
    }

    private static func elements(_ cell: borrowing Cell) throws(PostgresError) -> [Element] {
        // Only built-in arrays can be told apart from other types by number.
        guard cell.type.elementType != nil || cell.type.rawValue >= 16384 else {
            throw cell.mismatch("an array")
        }
        let bytes = cell.bytes
        func number(at offset: Int) throws(PostgresError) -> Int32 {
            guard offset + 4 <= bytes.count else { throw cell.malformed("a whole array") }
            return Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self))
        }
        let dimensions = try number(at: 0)
        if dimensions == 0 { return [] }
        guard dimensions == 1 else { throw cell.mismatch("an array of one dimension") }
        let type = TypeOID(rawValue: UInt32(bitPattern: try number(at: 8)))
        let count = Int(try number(at: 12))
        var result: [Element] = []
        result.reserveCapacity(Swift.max(0, Swift.min(count, bytes.count / 4)))
        var offset = 20
        for _ in 0..<Swift.max(0, count) {
            let length = Int(try number(at: offset))
            offset += 4
            guard length >= 0 else {
                result.append(try element(cell, type: type, bytes: nil))
                continue
            }
            guard offset + length <= bytes.count else { throw cell.malformed("a whole array") }
            let part = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
            result.append(try element(cell, type: type, bytes: part))
            offset += length
        }
        return result
    }
}
