public import Market

/// The date of a message (RFC 5322, 3.3): midnight UTC of a day.
public struct MailDate: Sendable, Hashable {
    /// Year, month and day as `YYYY-MM-DD`.
    public let day: String
    /// As the header says it: `Mon, 23 Nov 2026 00:00:00 +0000`.
    let header: String

    public init(_ day: Day) {
        self.day = day.description
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let year = self.day.dropLast("-MM-DD".count)
        header =
            "\(weekdays[day.weekday - 1]), \(day.day) \(months[day.month - 1]) \(year) "
            + "00:00:00 +0000"
    }
}
