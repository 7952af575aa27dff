public import Foundation

/// An instant, or one of the two infinities: PostgreSQL's `timestamptz`. A `timestamp` without
/// time zone is read and written as UTC.
public struct PostgresTimestamp: Hashable, Comparable, Sendable {
    /// Microseconds from 2000-01-01 00:00 UTC; the extremes stand for the infinities.
    public let microsecondsSince2000: Int64

    public init(microsecondsSince2000: Int64) {
        self.microsecondsSince2000 = microsecondsSince2000
    }

    public static let infinity = PostgresTimestamp(microsecondsSince2000: .max)
    public static let negativeInfinity = PostgresTimestamp(microsecondsSince2000: .min)

    /// Seconds from 2000-01-01, where PostgreSQL counts from, to 2001-01-01, where `Date` does.
    private static let shift = 31_622_400.0

    /// The nearest microsecond. A date that is no finite number becomes an infinity.
    public init(_ date: Date) {
        let microseconds = ((date.timeIntervalSinceReferenceDate + Self.shift) * 1e6).rounded()
        self =
            if let exact = Int64(exactly: microseconds) {
                Self(microsecondsSince2000: exact)
            } else if microseconds < 0 { .negativeInfinity } else { .infinity }
    }

    /// The instant as a `Date`, exact to the microsecond for some 140 years around 2001. The
    /// infinities become `Date.distantFuture` and `Date.distantPast`.
    public var date: Date {
        switch self {
        case .infinity: .distantFuture
        case .negativeInfinity: .distantPast
        default:
            Date(timeIntervalSinceReferenceDate: Double(microsecondsSince2000) / 1e6 - Self.shift)
        }
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.microsecondsSince2000 < right.microsecondsSince2000
    }
}

extension PostgresTimestamp: CustomStringConvertible {
    /// In ISO style and UTC: `2024-03-01 12:30:00.25+00`.
    public var description: String {
        switch self {
        case .infinity: return "infinity"
        case .negativeInfinity: return "-infinity"
        default: break
        }
        let day: Int64 = 86_400_000_000
        var days = microsecondsSince2000 / day
        var rest = microsecondsSince2000 % day
        if rest < 0 {
            rest += day
            days -= 1
        }
        let (date, era) = Calendar.text(days: Int(days))
        let seconds = Int(rest / 1_000_000)
        var text = date + " " + Calendar.padded(seconds / 3600, 2)
        text += ":" + Calendar.padded(seconds / 60 % 60, 2)
        text += ":" + Calendar.padded(seconds % 60, 2)
        let fraction = Int(rest % 1_000_000)
        if fraction > 0 {
            var digits = Calendar.padded(fraction, 6)
            while digits.hasSuffix("0") { digits.removeLast() }
            text += "." + digits
        }
        return text + "+00" + era
    }

    /// Reads the ISO style: `2024-03-01 12:30:00.25+05:30 BC`, offset and era optional.
    init?(iso text: String) {
        switch text {
        case "infinity": self = .infinity
        case "-infinity": self = .negativeInfinity
        default:
            let fields = text.split(separator: " ")
            guard fields.count == 2 || (fields.count == 3 && fields[2] == "BC"),
                let days = Calendar.days(fields[0], beforeChrist: fields.count == 3),
                let time = Self.microseconds(ofTime: fields[1])
            else { return nil }
            let (start, over) = Int64(days).multipliedReportingOverflow(by: 86_400_000_000)
            let (sum, beyond) = start.addingReportingOverflow(time)
            if over || beyond { return nil }
            self.init(microsecondsSince2000: sum)
        }
    }

    /// Microseconds of `12:30:00.25+05:30` since midnight UTC.
    private static func microseconds(ofTime text: Substring) -> Int64? {
        let clock = text.prefix { $0 != "+" && $0 != "-" }
        let offset = text[clock.endIndex...]
        let parts = clock.split(separator: ".", maxSplits: 1)
        guard let main = parts.first, let whole = seconds(main) else { return nil }
        var fraction: Int64 = 0
        if parts.count > 1 {
            let digits = parts[1].prefix(6)
            guard let number = Int64(digits) else { return nil }
            fraction = number
            for _ in digits.utf8.count..<6 { fraction *= 10 }
        }
        guard let away = offset.isEmpty ? 0 : seconds(offset.dropFirst()) else { return nil }
        return (whole + (offset.first == "-" ? away : -away)) * 1_000_000 + fraction
    }

    /// Seconds of `05`, `05:30` or `05:30:10`.
    private static func seconds(_ text: Substring) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) }
        guard (1...3).contains(parts.count) else { return nil }
        var sum: Int64 = 0
        var unit: Int64 = 3600
        for part in parts {
            guard let part else { return nil }
            sum += part * unit
            unit /= 60
        }
        return sum
    }
}

extension PostgresTimestamp: PostgresEncodable, PostgresDecodable {
    public static var postgresType: TypeOID { .timestamptz }
    public static var postgresArrayType: TypeOID { .timestamptzArray }
    public var postgresValue: PostgresValue { .text(description) }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        guard type == .timestamptz || type == .timestamp else { return false }
        field.append(microsecondsSince2000)
        return true
    }

    public init(cell: borrowing Cell) throws(PostgresError) {
        guard cell.type == .timestamptz || cell.type == .timestamp else {
            throw cell.mismatch("timestamptz or timestamp")
        }
        if cell.format == .binary {
            self.init(microsecondsSince2000: try cell.integer(Int64.self, in: cell.bytes))
        } else if let value = Self(iso: try cell.utf8(cell.bytes)) {
            self = value
        } else {
            throw cell.malformed("a timestamp in ISO style")
        }
    }
}

extension Date: PostgresEncodable, PostgresDecodable {
    public static var postgresType: TypeOID { .timestamptz }
    public static var postgresArrayType: TypeOID { .timestamptzArray }
    public var postgresValue: PostgresValue { PostgresTimestamp(self).postgresValue }

    public func write(as type: TypeOID, into field: inout BinaryField) throws(PostgresError)
        -> Bool
    {
        try PostgresTimestamp(self).write(as: type, into: &field)
    }

    public init(cell: borrowing Cell) throws(PostgresError) {
        self = try PostgresTimestamp(cell: cell).date
    }
}
