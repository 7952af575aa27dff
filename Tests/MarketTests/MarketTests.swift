import Foundation
import Market
import TestSupport
import Testing

@Suite struct DayTests {
    @Test func readsIsoDatesAndNothingElse() {
        #expect(Day("2026-11-23")?.description == "2026-11-23")
        for text in [
            "2026-02-29", "2026-13-01", "26-11-23", "2026-1-2", "", "2026-11-23T00", "２０２６-11-23",
        ] {
            #expect(Day(text) == nil, "\(text)")
        }
        #expect(Day("2024-02-29") != nil)
    }

    @Test func knowsTheHolidaysOfFrance() throws {
        let holidays = [
            "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
            "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25", "2027-01-01",
            "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-08", "2027-05-17", "2027-07-14",
            "2027-08-15", "2027-11-01", "2027-11-11", "2027-12-25",
        ]
        let first = try #require(Day("2026-01-01"))
        let found = (0..<730).map { first.advanced(by: $0) }.filter(\.isFrenchHoliday)
        #expect(found.map(\.description) == holidays)
    }

    @Test func agreesWithFoundationOverFourCenturies() throws {
        var calendar = Foundation.Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for number in stride(from: -20_000, to: 126_000, by: 37) {
            let day = Day(number: number)
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            #expect(day.year == parts.year && day.month == parts.month && day.day == parts.day)
            #expect(day.weekday == ((try #require(parts.weekday)) + 5) % 7 + 1)
            #expect(Day(day.description) == day)
        }
    }
}

@Suite struct PeriodTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func countsWorkdaysLikeOneByOne(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let first = Day(number: Int.random(in: 19_000..<22_000, using: &random))
        let period = try #require(
            Period(from: first, to: first.advanced(by: Int.random(in: 0..<90, using: &random))))
        let oneByOne = (0..<period.length).count { first.advanced(by: $0).isWeekday }
        #expect(period.weekdays == oneByOne)
    }

    /// Whether a member keeps a holiday is not known, so capacity counts it; an office that is shut on
    /// it takes no bid.
    @Test func weekdaysAndFrenchWorkdaysDifferByHolidays() throws {
        let may = try #require(
            Period(from: Day(number: 20_574), to: Day(number: 20_604)))  // 2026-05-01…31
        #expect(may.first.description == "2026-05-01" && may.weekdays == 21)
        let days = (0..<may.length).map { may.first.advanced(by: $0) }
        #expect(days.count(where: \.isFrenchWorkday) == 17)
        let shut = days.filter { $0.isWeekday && !$0.isFrenchWorkday }.map(\.day)
        #expect(shut == [1, 8, 14, 25])
    }

    @Test func isNotMadeBackwards() {
        #expect(Period(from: Day(number: 2), to: Day(number: 1)) == nil)
    }
}

@Suite struct WorkCalendarTests {
    let december = Period(from: Day(number: 20_788), to: Day(number: 20_818))  // 2026-12-01…31

    @Test func saysNothingWhereNothingWasSaid() throws {
        #expect(WorkCalendar().freeDays(within: try #require(december)) == nil)
    }

    @Test func takesCommitmentsOffInProportion() throws {
        let window = try #require(december)
        #expect(window.first.description == "2026-12-01" && window.weekdays == 23)
        let half = Availability(period: window, daysPerWeek: 2.5)
        #expect(WorkCalendar(availabilities: [half]).freeDays(within: window) == 11.5)
        let promised = Commitment(period: window, days: 4)
        let calendar = WorkCalendar(availabilities: [half], commitments: [promised])
        #expect(calendar.freeDays(within: window) == 7.5)
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func isNeverNegativeNorMoreThanTheWindow(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func period() -> Period? {
            let first = Day(number: Int.random(in: 20_000..<20_200, using: &random))
            return Period(
                from: first, to: first.advanced(by: Int.random(in: 0..<100, using: &random)))
        }
        var availabilities: [Availability] = []
        var commitments: [Commitment] = []
        for _ in 0..<3 {
            availabilities.append(
                Availability(
                    period: try #require(period()),
                    daysPerWeek: Double.random(in: 0.5...7, using: &random)))
            commitments.append(
                Commitment(
                    period: try #require(period()), days: Double.random(in: 0...20, using: &random))
            )
        }
        let window = try #require(period())
        let calendar = WorkCalendar(availabilities: availabilities, commitments: commitments)
        let free = try #require(calendar.freeDays(within: window))
        #expect(free >= 0 && free <= Double(window.length))
    }
}

@Suite struct PlaceTests {
    @Test func measuresRouenToCaen() throws {
        let rouen = try #require(Place(name: "Rouen", latitude: 49.44313, longitude: 1.09932))
        let caen = try #require(Place(name: "Caen", latitude: 49.18585, longitude: -0.35912))
        #expect(abs(rouen.distance(to: caen) - 109.5) < 1)
        #expect(rouen.distance(to: rouen) == 0)
    }

    @Test func isOnTheGlobe() {
        #expect(Place(name: "?", latitude: 200, longitude: 0) == nil)
        #expect(Place(name: "?", latitude: .nan, longitude: 0) == nil)
    }
}

@Suite struct MoneyTests {
    @Test func isExactToTheCent() {
        #expect(Money(euros: 0.1).map { $0 + Money(cents: 20) } == Money(cents: 30))
        #expect(Money(cents: 45_050) * 2.5 == Money(cents: 112_625))
        #expect(Money(euros: .infinity) == nil)
    }
}
