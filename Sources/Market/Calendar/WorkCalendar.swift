/// A period in which a member gives some days of each week.
public struct Availability: Sendable, Hashable, Codable {
    public let period: Period
    /// Days a week, above 0 to 7.
    public let daysPerWeek: Double

    public init(period: Period, daysPerWeek: Double) {
        self.period = period
        self.daysPerWeek = daysPerWeek
    }
}

/// Days promised elsewhere within a period.
public struct Commitment: Sendable, Hashable, Codable {
    public let period: Period
    /// Days promised, 0 or more.
    public let days: Double
    /// Tender whose joint bid they are for, if for one.
    public let tender: Tender.ID?

    public init(period: Period, days: Double, tender: Tender.ID? = nil) {
        self.period = period
        self.days = days
        self.tender = tender
    }
}

/// What a member said of their time.
///
/// A member who said nothing (no availability at all) is unknown, not busy: ``freeDays(within:)``
/// then answers nil, and rules that need days neither exclude nor promise them.
public struct WorkCalendar: Sendable, Hashable, Codable {
    public let availabilities: [Availability]
    public let commitments: [Commitment]

    public init(availabilities: [Availability] = [], commitments: [Commitment] = []) {
        self.availabilities = availabilities
        self.commitments = commitments
    }

    /// Days of work free within `window`: availability less commitments, never below 0; nil where
    /// nothing was said.
    ///
    /// A period counts with its Mondays to Fridays × days a week ÷ 5 (with its calendar days ÷ 7
    /// above five days a week); public holidays count like other days, since which of them a member
    /// keeps is not known. A commitment weighs on the window in proportion to the weekdays they
    /// share. Overlapping availabilities add up, to no more than the window's own days.
    ///
    /// - Complexity: O(*n*) in the number of rows.
    public func freeDays(within window: Period) -> Double? {
        guard !availabilities.isEmpty else { return nil }
        var offered = 0.0
        for availability in availabilities {
            guard let shared = availability.period.intersection(window) else { continue }
            offered +=
                availability.daysPerWeek <= 5
                ? Double(shared.weekdays) * availability.daysPerWeek / 5
                : Double(shared.length) * availability.daysPerWeek / 7
        }
        offered = min(offered, Double(window.length))
        for commitment in commitments {
            guard let shared = commitment.period.intersection(window) else { continue }
            let whole = max(1, commitment.period.weekdays)
            offered -= commitment.days * Double(min(whole, max(shared.weekdays, 0))) / Double(whole)
        }
        return max(0, offered)
    }
}
