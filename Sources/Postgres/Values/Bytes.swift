public import Foundation

// `[UInt8]` is `bytea`: see Array+Postgres.swift.
extension UInt8: PostgresEncodable, PostgresDecodable {
    public static var postgresType: TypeOID { .int4 }
    public static var postgresArrayType: TypeOID { .bytea }
}

extension Data: PostgresEncodable {
    public static var postgresType: TypeOID { .bytea }
    public static var postgresArrayType: TypeOID { .byteaArray }
    public var postgresValue: PostgresValue { .binary([UInt8](self)) }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        guard type == .bytea else { return false }
        field.append(bytes: self)
        return true
    }
}

extension Data: PostgresDecodable {
    public init(cell: borrowing Cell) throws(PostgresError) { self.init(try cell.byteString()) }
}

extension Cell {
    /// The bytes of a `bytea`.
    func byteString() throws(PostgresError) -> [UInt8] {
        guard type == .bytea else { throw mismatch("bytea") }
        return [UInt8](bytes)
    }
}

/// `\x` and two hexadecimal digits a byte, as `bytea` reads it.
func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = [UInt8(ascii: "\\"), UInt8(ascii: "x")]
    text.reserveCapacity(2 + 2 * bytes.count)
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
