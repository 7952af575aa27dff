/// Until when something can be answered or handed in: a day, and a time of it where there is one.
///
/// Ordered by the moment that it falls on: a day without a time lasts until its end. The time is that
/// of the network's time zone.
public struct Deadline: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    public let day: Day
    /// nil: the end of the day.
    public let time: TimeOfDay?

    public init(_ day: Day, at time: TimeOfDay? = nil) {
        self.day = day
        self.time = time
    }

    /// Reads `YYYY-MM-DD` or `YYYY-MM-DDThh:mm` (ISO 8601) and nothing else.
    public init?(_ text: String) {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = parts.first.flatMap({ Day($0) }) else { return nil }
        self.day = day
        guard parts.count == 2 else {
            time = nil
            return
        }
        guard let time = TimeOfDay(parts[1]) else { return nil }
        self.time = time
    }

    /// `YYYY-MM-DD`, or `YYYY-MM-DDThh:mm` where there is a time, as in ISO 8601.
    public var description: String { time.map { "\(day)T\($0)" } ?? "\(day)" }

    public static func < (left: Deadline, right: Deadline) -> Bool {
        let end = TimeOfDay.minutesOfDay
        return (left.day, left.time?.minutes ?? end) < (right.day, right.time?.minutes ?? end)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let deadline = Deadline(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "expected a date as YYYY-MM-DD, or with its time as Thh:mm")
        }
        self = deadline
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A time of the day, to the minute.
public struct TimeOfDay: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Since midnight, 0 to 1,439.
    public let minutes: Int

    static let minutesOfDay = 1_440

    /// nil for what is no minute of a day.
    public init?(minutes: Int) {
        guard (0..<TimeOfDay.minutesOfDay).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// Reads `hh:mm` and nothing else.
    init?(_ text: Substring) {
        let characters = Array(text.utf8)
        let colon = UInt8(ascii: ":")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard characters.count == 5, characters[2] == colon,
            [0, 1, 3, 4].allSatisfy({ digits.contains(characters[$0]) })
        else { return nil }
        func number(_ index: Int) -> Int {
            10 * Int(characters[index] - digits.lowerBound)
                + Int(characters[index + 1] - digits.lowerBound)
        }
        guard number(0) < 24, number(3) < 60 else { return nil }
        minutes = 60 * number(0) + number(3)
    }

    /// 0 to 23.
    public var hour: Int { minutes / 60 }
    /// 0 to 59.
    public var minute: Int { minutes % 60 }

    /// `hh:mm`, as in ISO 8601.
    public var description: String {
        [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.minutes < right.minutes
    }
}
