/// A day, or one of the two infinities: PostgreSQL's `date`.
public struct PostgresDate: Hashable, Comparable, Sendable {
    /// Days from 2000-01-01; `Int32.max` and `Int32.min` stand for the infinities.
    public let daysSince2000: Int32

    public init(daysSince2000: Int32) { self.daysSince2000 = daysSince2000 }

    public static let infinity = PostgresDate(daysSince2000: .max)
    public static let negativeInfinity = PostgresDate(daysSince2000: .min)

    public static func < (left: Self, right: Self) -> Bool {
        left.daysSince2000 < right.daysSince2000
    }
}

extension PostgresDate: PostgresEncodable, PostgresDecodable {
    public static var postgresType: TypeOID { .date }
    public static var postgresArrayType: TypeOID { .dateArray }

    /// The Julian day, one of the forms in which PostgreSQL takes a date.
    public var postgresValue: PostgresValue {
        switch self {
        case .infinity: .text("infinity")
        case .negativeInfinity: .text("-infinity")
        default: .text("J\(Int(daysSince2000) + 2_451_545)")
        }
    }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        guard type == .date else { return false }
        field.append(daysSince2000)
        return true
    }

    public init(cell: borrowing Cell) throws(PostgresError) {
        guard cell.type == .date else { throw cell.mismatch("date") }
        self.init(daysSince2000: try cell.integer(Int32.self, in: cell.bytes))
    }
}
