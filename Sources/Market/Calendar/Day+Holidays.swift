extension Day {
    /// Whether offices in the whole of France are open: a weekday that is no public holiday.
    public var isFrenchWorkday: Bool { isWeekday && !isFrenchHoliday }

    /// Whether the day is a public holiday in the whole of France (article L3133-1 of the labour
    /// code).
    public var isFrenchHoliday: Bool {
        switch (month, day) {
        case (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25): true
        default:
            // Easter Monday, Ascension Day and Whit Monday.
            Day.easter(in: year).map { [1, 39, 50].contains($0.distance(to: self)) } ?? false
        }
    }

    /// Easter Sunday of a year of the Gregorian calendar (Meeus, “Astronomical Algorithms”, 1991).
    static func easter(in year: Int) -> Day? {
        let (golden, century, rest) = (year % 19, year / 100, year % 100)
        let leap = (century / 4, century % 4)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let moon = (19 * golden + century - leap.0 - correction + 15) % 30
        let weekday = (32 + 2 * leap.1 + 2 * (rest / 4) - moon - rest % 4) % 7
        let late = (golden + 11 * moon + 22 * weekday) / 451
        let number = moon + weekday - 7 * late + 114
        return Day(year: year, month: number / 31, day: number % 31 + 1)
    }
}
