/// A value as it is sent with a statement.
public enum PostgresValue: Hashable, Sendable {
    case null
    /// The type's text form, as in a quoted literal.
    case text(String)
    /// The type's binary form, in network byte order.
    case binary([UInt8])
}

/// A value that can be bound to a statement or written by a binary COPY.
///
/// A number is declared to the server as the same literal would be (`integer` when it fits,
/// `bigint` otherwise); a `String` is declared as nothing, so that it fits any type that a quoted
/// literal fits.
public protocol PostgresEncodable: Sendable {
    /// The type of this value, and of a NULL in its place.
    static var postgresType: TypeOID { get }

    /// The type of an array of such values.
    static var postgresArrayType: TypeOID { get }

    /// The type declared for this value. Same as the static one unless said otherwise.
    var postgresType: TypeOID { get }

    /// The value as a bound parameter.
    var postgresValue: PostgresValue { get }

    /// Writes the value in the binary form of a column's type.
    ///
    /// - Returns: `false` when the value cannot be written to a column of that type.
    /// - Throws: ``PostgresError/Code/outOfRange`` or ``PostgresError/Code/nulInText``.
    func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError) -> Bool
}

extension PostgresEncodable {
    public static var postgresArrayType: TypeOID { .unspecified }

    public var postgresType: TypeOID { Self.postgresType }

    /// Writes the text form to a column of a text type, and nothing else.
    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        guard type.isText, case .text(let text) = postgresValue else { return false }
        try field.append(text: text)
        return true
    }
}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    public static var postgresType: TypeOID { Wrapped.postgresType }
    public static var postgresArrayType: TypeOID { Wrapped.postgresArrayType }
    public var postgresType: TypeOID { self?.postgresType ?? Wrapped.postgresType }
    public var postgresValue: PostgresValue { self?.postgresValue ?? .null }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        guard let self else {
            field.isNull = true
            return true
        }
        return try self.write(as: type, into: &field)
    }
}
