extension String: PostgresEncodable {
    public static var postgresType: TypeOID { .unspecified }
    public static var postgresArrayType: TypeOID { .textArray }
    public var postgresValue: PostgresValue { .text(self) }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        switch type {
        case .jsonb: return try JSONText(self).write(as: type, into: &field)
        // Types numbered past the built-in ones are taken for enumerations, sent as their label.
        case _ where type.isText || type.rawValue >= 16384: try field.append(text: self)
        default: return false
        }
        return true
    }
}

extension Bool: PostgresEncodable {
    public static var postgresType: TypeOID { .bool }
    public static var postgresArrayType: TypeOID { .boolArray }
    public var postgresValue: PostgresValue { .text(self ? "t" : "f") }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        guard type == .bool else { return false }
        field.append(UInt8(self ? 1 : 0))
        return true
    }
}

extension PostgresEncodable where Self: FixedWidthInteger {
    public var postgresType: TypeOID {
        Int32(exactly: self) == nil ? .int8 : .int4
    }

    public var postgresValue: PostgresValue { .text(String(self)) }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        switch type {
        case .int2: field.append(try fitted(Int16.self, type))
        case .int4: field.append(try fitted(Int32.self, type))
        case .int8: field.append(try fitted(Int64.self, type))
        case .numeric: return try PostgresNumeric(self).write(as: type, into: &field)
        default: return false
        }
        return true
    }

    private func fitted<T: FixedWidthInteger>(_: T.Type, _ type: TypeOID) throws(PostgresError) -> T
    {
        if let value = T(exactly: self) { return value }
        throw PostgresError(.outOfRange, "Expected a number that fits \(type).")
    }
}

extension Int: PostgresEncodable {
    public static var postgresType: TypeOID { .int4 }
    public static var postgresArrayType: TypeOID { .int8Array }
}

extension Int64: PostgresEncodable {
    public static var postgresType: TypeOID { .int4 }
    public static var postgresArrayType: TypeOID { .int8Array }
}

extension Int32: PostgresEncodable {
    public static var postgresType: TypeOID { .int4 }
    public static var postgresArrayType: TypeOID { .int4Array }
}

extension Int16: PostgresEncodable {
    public static var postgresType: TypeOID { .int4 }
    public static var postgresArrayType: TypeOID { .int2Array }
}

extension Double: PostgresEncodable {
    public static var postgresType: TypeOID { .float8 }
    public static var postgresArrayType: TypeOID { .float8Array }
    public var postgresValue: PostgresValue { .text("\(self)") }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        switch type {
        case .float8: field.append(bitPattern)
        case .float4:
            let narrow = Float(self)
            guard narrow.isFinite == isFinite else {
                throw PostgresError(.outOfRange, "Expected a number that fits \(type).")
            }
            field.append(narrow.bitPattern)
        default: return false
        }
        return true
    }
}

extension Float: PostgresEncodable {
    public static var postgresType: TypeOID { .float4 }
    public static var postgresArrayType: TypeOID { .float4Array }
    public var postgresValue: PostgresValue { .text("\(self)") }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        switch type {
        case .float4: field.append(bitPattern)
        case .float8: field.append(Double(self).bitPattern)
        default: return false
        }
        return true
    }
}
