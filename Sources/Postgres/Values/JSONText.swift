/// JSON as text, for columns of type `jsonb` and `json`.
public struct JSONText: Hashable, Sendable {
    public let text: String

    public init(_ text: String) { self.text = text }
}

extension JSONText: PostgresEncodable {
    public static var postgresType: TypeOID { .jsonb }
    public static var postgresArrayType: TypeOID { .jsonbArray }
    public var postgresValue: PostgresValue { .text(text) }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        switch type {
        case .jsonb:
            field.append(UInt8(1))
            try field.append(text: text)
        case _ where type.isText: try field.append(text: text)
        default: return false
        }
        return true
    }
}

extension JSONText: PostgresDecodable {
    public init(cell: borrowing Cell) throws(PostgresError) {
        switch cell.type {
        case .jsonb:
            guard cell.bytes.first == 1 else { throw cell.malformed("jsonb of version 1") }
            text = try cell.utf8(UnsafeRawBufferPointer(rebasing: cell.bytes.dropFirst()))
        case .json: text = try cell.utf8(cell.bytes)
        default: throw cell.mismatch("json or jsonb")
        }
    }
}
