/// A calendar day of the Gregorian calendar, with no time and no time zone.
///
/// Days are ordered and counted from 1970-01-01, which is day 0.
public struct Day: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let number: Int

    /// The day that lies `number` days after 1970-01-01.
    public init(number: Int) {
        self.number = number
    }

    /// The day with the given year, month (1–12) and day of the month, or nil where there is none.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day), (1...9999).contains(year) else {
            return nil
        }
        let candidate = Day(number: Day.number(year: year, month: month, day: day))
        guard candidate.month == month, candidate.day == day else { return nil }
        self = candidate
    }

    /// Reads `YYYY-MM-DD` (ISO 8601) and nothing else.
    public init?(_ text: some StringProtocol) {
        let characters = Array(text.utf8)
        let dash = UInt8(ascii: "-")
        guard characters.count == 10, characters[4] == dash, characters[7] == dash,
            let year = Day.number(of: characters[..<4]),
            let month = Day.number(of: characters[5..<7]),
            let day = Day.number(of: characters[8...])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `YYYY-MM-DD`, as in ISO 8601.
    public var description: String {
        let parts = civil
        return "\(Day.padded(parts.year, to: 4))-\(Day.padded(parts.month, to: 2))-"
            + Day.padded(parts.day, to: 2)
    }

    /// Year of the Gregorian calendar.
    public var year: Int { civil.year }
    /// Month, 1 (January) to 12.
    public var month: Int { civil.month }
    /// Day of the month, 1 to 31.
    public var day: Int { civil.day }

    /// Day of the week, 1 (Monday) to 7 (Sunday), as in ISO 8601.
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// Whether the day is a Monday, Tuesday, Wednesday, Thursday or Friday, holiday or not; see
    /// ``isFrenchWorkday``.
    public var isWeekday: Bool { weekday <= 5 }

    /// The day `days` later, or earlier where `days` is negative.
    public func advanced(by days: Int) -> Day { Day(number: number + days) }

    /// Days from this one to `other`; negative where `other` is earlier.
    public func distance(to other: Day) -> Int { other.number - number }

    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a date as YYYY-MM-DD")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Day {
    /// What ASCII digits stand for; nil where one is none.
    private static func number(of digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(into: Int?(0)) { number, digit in
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit)
            number = isDigit ? number.map { $0 * 10 + Int(digit - UInt8(ascii: "0")) } : nil
        }
    }

    private static func padded(_ value: Int, to width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    // Hinnant, “chrono-Compatible Low-Level Date Algorithms” (2013): years begin in March, so that
    // the leap day comes last.
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
