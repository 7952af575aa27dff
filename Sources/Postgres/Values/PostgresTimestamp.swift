/// A day and a time without a zone, or one of the two infinities: PostgreSQL's `timestamp`.
public struct PostgresTimestamp: Hashable, Comparable, Sendable {
    /// Microseconds from 2000-01-01 00:00; `Int64.max` and `Int64.min` stand for the infinities.
    public let microsecondsSince2000: Int64

    public init(microsecondsSince2000: Int64) {
        self.microsecondsSince2000 = microsecondsSince2000
    }

    public static let infinity = PostgresTimestamp(microsecondsSince2000: .max)
    public static let negativeInfinity = PostgresTimestamp(microsecondsSince2000: .min)

    private static let microsecondsOfDay: Int64 = 86_400_000_000

    /// Its day; the infinities have those of a `date`.
    public var date: PostgresDate {
        switch self {
        case .infinity: .infinity
        case .negativeInfinity: .negativeInfinity
        default:
            // The days of every timestamp fit.
            PostgresDate(
                daysSince2000: Int32(
                    truncatingIfNeeded: (microsecondsSince2000 - microsecondsOfItsDay)
                        / Self.microsecondsOfDay))
        }
    }

    /// Microseconds since its day began; 0 for the infinities.
    public var microsecondsOfItsDay: Int64 {
        if self == .infinity || self == .negativeInfinity { return 0 }
        let rest = microsecondsSince2000 % Self.microsecondsOfDay
        return rest < 0 ? rest + Self.microsecondsOfDay : rest
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.microsecondsSince2000 < right.microsecondsSince2000
    }
}

extension PostgresTimestamp: PostgresDecodable {
    public init(cell: borrowing Cell) throws(PostgresError) {
        guard cell.type == .timestamp else { throw cell.mismatch("timestamp") }
        self.init(microsecondsSince2000: try cell.integer(Int64.self, in: cell.bytes))
    }
}
