/// The number PostgreSQL gives a type.
///
/// The constants are those of `pg_type.dat`, the same in every database; types made by
/// `CREATE TYPE` have other numbers in each.
public struct TypeOID: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// No type said: the server infers it, as for a quoted literal.
    public static let unspecified = TypeOID(rawValue: 0)
    public static let bool = TypeOID(rawValue: 16)
    public static let bytea = TypeOID(rawValue: 17)
    public static let name = TypeOID(rawValue: 19)
    public static let int8 = TypeOID(rawValue: 20)
    public static let int2 = TypeOID(rawValue: 21)
    public static let int4 = TypeOID(rawValue: 23)
    public static let text = TypeOID(rawValue: 25)
    public static let oid = TypeOID(rawValue: 26)
    public static let json = TypeOID(rawValue: 114)
    public static let float4 = TypeOID(rawValue: 700)
    public static let float8 = TypeOID(rawValue: 701)
    public static let bpchar = TypeOID(rawValue: 1042)
    public static let varchar = TypeOID(rawValue: 1043)
    public static let date = TypeOID(rawValue: 1082)
    public static let timestamp = TypeOID(rawValue: 1114)
    public static let timestamptz = TypeOID(rawValue: 1184)
    public static let numeric = TypeOID(rawValue: 1700)
    public static let uuid = TypeOID(rawValue: 2950)
    public static let jsonb = TypeOID(rawValue: 3802)

    public static let boolArray = TypeOID(rawValue: 1000)
    public static let byteaArray = TypeOID(rawValue: 1001)
    public static let nameArray = TypeOID(rawValue: 1003)
    public static let int2Array = TypeOID(rawValue: 1005)
    public static let int4Array = TypeOID(rawValue: 1007)
    public static let textArray = TypeOID(rawValue: 1009)
    public static let bpcharArray = TypeOID(rawValue: 1014)
    public static let varcharArray = TypeOID(rawValue: 1015)
    public static let int8Array = TypeOID(rawValue: 1016)
    public static let float4Array = TypeOID(rawValue: 1021)
    public static let float8Array = TypeOID(rawValue: 1022)
    public static let timestampArray = TypeOID(rawValue: 1115)
    public static let dateArray = TypeOID(rawValue: 1182)
    public static let timestamptzArray = TypeOID(rawValue: 1185)
    public static let numericArray = TypeOID(rawValue: 1231)
    public static let jsonArray = TypeOID(rawValue: 199)
    public static let uuidArray = TypeOID(rawValue: 2951)
    public static let jsonbArray = TypeOID(rawValue: 3807)

    public static let int4range = TypeOID(rawValue: 3904)
    public static let numrange = TypeOID(rawValue: 3906)
    public static let tsrange = TypeOID(rawValue: 3908)
    public static let tstzrange = TypeOID(rawValue: 3910)
    public static let daterange = TypeOID(rawValue: 3912)
    public static let int8range = TypeOID(rawValue: 3926)
}

extension TypeOID: CustomStringConvertible {
    /// The type's name as SQL writes it, or `type 16412` for one that is not built in.
    public var description: String {
        if let element = elementType { return "\(element)[]" }
        return Self.names[self] ?? "type \(rawValue)"
    }

    /// The type of an array's elements, for the arrays of built-in types.
    public var elementType: TypeOID? { Self.elements[self] }

    /// Whether the binary form of this type is its text.
    var isText: Bool {
        switch self {
        case .text, .varchar, .bpchar, .name, .json: true
        default: false
        }
    }

    private static let names: [TypeOID: String] = [
        .unspecified: "unknown", .bool: "boolean", .bytea: "bytea", .name: "name",
        .int8: "bigint", .int2: "smallint", .int4: "integer", .text: "text", .oid: "oid",
        .json: "json", .float4: "real", .float8: "double precision", .bpchar: "character",
        .varchar: "character varying", .date: "date", .timestamp: "timestamp",
        .timestamptz: "timestamptz", .numeric: "numeric", .uuid: "uuid", .jsonb: "jsonb",
        .int4range: "int4range", .numrange: "numrange", .tsrange: "tsrange",
        .tstzrange: "tstzrange", .daterange: "daterange", .int8range: "int8range",
    ]

    private static let elements: [TypeOID: TypeOID] = [
        .boolArray: .bool, .byteaArray: .bytea, .nameArray: .name, .int2Array: .int2,
        .int4Array: .int4, .textArray: .text, .bpcharArray: .bpchar, .varcharArray: .varchar,
        .int8Array: .int8, .float4Array: .float4, .float8Array: .float8,
        .timestampArray: .timestamp, .dateArray: .date, .timestamptzArray: .timestamptz,
        .numericArray: .numeric, .jsonArray: .json, .uuidArray: .uuid, .jsonbArray: .jsonb,
    ]
}
