/// A stretch of days, both ends included.
public struct Period: Sendable, Hashable, Codable {
    /// First day.
    public let first: Day
    /// Last day, on or after the first.
    public let last: Day

    /// The period from `first` to `last`, or nil where they are the wrong way round.
    public init?(from first: Day, to last: Day) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// Number of calendar days, at least 1.
    public var length: Int { first.distance(to: last) + 1 }

    /// Number of Mondays to Fridays, public holidays among them.
    ///
    /// - Complexity: O(1).
    public var weekdays: Int {
        let weeks = length / 7
        let rest = length % 7
        var count = weeks * 5
        for offset in 0..<rest where first.advanced(by: offset).isWeekday { count += 1 }
        return count
    }

    /// The days both periods share, if any.
    public func intersection(_ other: Period) -> Period? {
        Period(from: max(first, other.first), to: min(last, other.last))
    }

    /// Whether the day lies within.
    public func contains(_ day: Day) -> Bool { first <= day && day <= last }
}
