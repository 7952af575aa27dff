/// The moment that a message is dated, with its offset from UTC.
public struct MailDate: Sendable, Hashable {
    /// Year, month and day as `YYYY-MM-DD`.
    public let day: String
    private let time: String
    private let offset: String

    /// Reads `YYYY-MM-DD` (midnight UTC) or `YYYY-MM-DDTHH:MM:SS` with `Z` or `±HH:MM` (ISO 8601);
    /// nil for anything else, days that do not exist included.
    public init?(_ text: String) {
        let day = text.prefix(10)
        guard MailDate.weekday(of: day) != nil else { return nil }
        self.day = String(day)
        let rest = text.dropFirst(10)
        guard !rest.isEmpty else {
            time = "00:00:00"
            offset = "+0000"
            return
        }
        let clock = rest.dropFirst().prefix(8)
        guard rest.first == "T", MailDate.isClock(clock, limits: [23, 59, 59]) else { return nil }
        let zone = rest.dropFirst(9)
        if zone == "Z" {
            offset = "+0000"
        } else {
            guard let sign = zone.first, sign == "+" || sign == "-",
                MailDate.isClock(zone.dropFirst(), limits: [14, 59])
            else { return nil }
            offset = zone.filter { $0 != ":" }
        }
        time = String(clock)
    }

    /// As RFC 5322 (3.3) writes it: `Mon, 23 Nov 2026 06:00:00 +0100`.
    var header: String {
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let parts = day.split(separator: "-")
        guard parts.count == 3, let month = Int(parts[1]), let number = Int(parts[2]),
            let weekday = MailDate.weekday(of: day[...])
        else { return "" }
        return "\(weekday), \(number) \(months[month - 1]) \(parts[0]) \(time) \(offset)"
    }

    private static func isClock(_ text: Substring, limits: [Int]) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == limits.count
            && zip(parts, limits).allSatisfy { part, limit in
                part.utf8.count == 2 && part.allSatisfy { "0123456789".contains($0) }
                    && (Int(part) ?? .max) <= limit
            }
    }

    /// Sakamoto's rule for the day of the week (1992); nil where the text is no day.
    private static func weekday(of day: Substring) -> String? {
        let parts = day.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.allSatisfy { "0123456789".contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let number = Int(parts[2]),
            year >= 1900, (1...12).contains(month)
        else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[month - 1]).contains(number) else { return nil }
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let base = month < 3 ? year - 1 : year
        let index = (base + base / 4 - base / 100 + base / 400 + shifts[month - 1] + number) % 7
        return ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][index]
    }
}
