/// A day, or one of the two infinities: PostgreSQL's `date`.
public struct PostgresDate: Hashable, Comparable, Sendable {
    /// Days from 2000-01-01; `Int32.max` and `Int32.min` stand for the infinities.
    public let daysSince2000: Int32

    public init(daysSince2000: Int32) { self.daysSince2000 = daysSince2000 }

    /// A day of the proleptic Gregorian calendar; `nil` when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (-4713...5_874_897).contains(year) else { return nil }
        let days = Calendar.days(year: year, month: month, day: day)
        guard Calendar.date(days: days) == (year, month, day), let days = Int32(exactly: days)
        else { return nil }
        self.init(daysSince2000: days)
    }

    public static let infinity = PostgresDate(daysSince2000: .max)
    public static let negativeInfinity = PostgresDate(daysSince2000: .min)

    /// The year, the month from 1 and the day from 1. The year before 1 is 0.
    public var calendar: (year: Int, month: Int, day: Int) {
        Calendar.date(days: Int(daysSince2000))
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.daysSince2000 < right.daysSince2000
    }
}

extension PostgresDate: CustomStringConvertible {
    /// As PostgreSQL writes it: `2024-03-01`.
    public var description: String {
        switch self {
        case .infinity: return "infinity"
        case .negativeInfinity: return "-infinity"
        default:
            let (date, era) = Calendar.text(days: Int(daysSince2000))
            return date + era
        }
    }
}

extension PostgresDate: PostgresEncodable, PostgresDecodable {
    public static var postgresType: TypeOID { .date }
    public static var postgresArrayType: TypeOID { .dateArray }
    public var postgresValue: PostgresValue { .text(description) }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        guard type == .date else { return false }
        field.append(daysSince2000)
        return true
    }

    public init(cell: borrowing Cell) throws(PostgresError) {
        guard cell.type == .date else { throw cell.mismatch("date") }
        if cell.format == .binary {
            self.init(daysSince2000: try cell.integer(Int32.self, in: cell.bytes))
            return
        }
        let text = try cell.utf8(cell.bytes)
        let beforeChrist = text.hasSuffix(" BC")
        switch text {
        case "infinity": self = .infinity
        case "-infinity": self = .negativeInfinity
        default:
            guard
                let days = Calendar.days(
                    text.dropLast(beforeChrist ? 3 : 0), beforeChrist: beforeChrist),
                let days = Int32(exactly: days)
            else { throw cell.malformed("a date in ISO style") }
            self.init(daysSince2000: days)
        }
    }
}
