/// The proleptic Gregorian calendar, which PostgreSQL counts in; days are counted from 2000-01-01.
///
/// After Howard Hinnant, "chrono-compatible low-level date algorithms" (2013).
enum Calendar {
    /// Days from 1970-01-01 to 2000-01-01.
    private static let epoch = 10957

    static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146097 + dayOfEra - 719468 - epoch
    }

    static func date(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + epoch + 719468
        let era = (shifted >= 0 ? shifted : shifted - 146096) / 146097
        let dayOfEra = shifted - era * 146097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// `2024-03-01`, and `0044-03-15` with `BC` said apart for years before 1.
    static func text(days: Int) -> (date: String, era: String) {
        let (year, month, day) = date(days: days)
        let shown = year > 0 ? year : 1 - year
        return (
            "\(padded(shown, 4))-\(padded(month, 2))-\(padded(day, 2))", year > 0 ? "" : " BC"
        )
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    /// Reads `2024-03-01`.
    static func days(_ text: Substring, beforeChrist: Bool) -> Int? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return days(year: beforeChrist ? 1 - year : year, month: month, day: day)
    }
}
