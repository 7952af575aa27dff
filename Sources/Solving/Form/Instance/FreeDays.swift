internal import Market

/// Days that a member has free, each day by itself.
///
/// A day offers what the availabilities that hold it say, no more than the day itself, and loses
/// its share of each commitment that holds it, down to nothing. So days promised beyond what a period
/// offers take nothing from the days around it, and a longer stretch never has fewer free days.
struct FreeDays: Sendable {
    private let first: Day
    /// Free days before each day, from the first.
    private let sums: [Double]

    /// Days of a calendar within a period, as long as it is.
    ///
    /// - Parameter tender: Its commitments do not count: they are for the bid that is formed.
    /// - Complexity: O(*n* *d*) in the number of rows and of days.
    init(_ calendar: WorkCalendar, over whole: Period, except tender: Tender.ID? = nil) {
        // Nothing is free where nothing is offered.
        guard
            let period = Period.spanning(calendar.availabilities.map(\.period))?
                .intersection(whole)
        else {
            first = whole.first
            sums = [0]
            return
        }
        first = period.first
        let days = (0..<period.length).map { period.first.advanced(by: $0).isWeekday }
        var free = [Double](repeating: 0, count: days.count)
        func each(of part: Period, _ body: (Int) -> Void) {
            guard let shared = part.intersection(period) else { return }
            let start = period.first.distance(to: shared.first)
            for day in start..<start + shared.length { body(day) }
        }
        for availability in calendar.availabilities {
            let share = availability.daysPerWeek
            each(of: availability.period) { day in
                if share > 5 {
                    free[day] += share / 7
                } else if days[day] {
                    free[day] += share / 5
                }
            }
        }
        for day in free.indices { free[day] = min(1, free[day]) }
        for commitment in calendar.commitments
        where tender == nil || commitment.tender != tender {
            let weekdays = commitment.period.weekdays
            let share = commitment.days / Double(weekdays > 0 ? weekdays : commitment.period.length)
            each(of: commitment.period) { day in
                if days[day] || weekdays == 0 { free[day] -= share }
            }
        }
        var sum = 0.0
        sums =
            [0]
            + free.map {
                sum += max(0, $0)
                return sum
            }
    }

    /// Free days within a stretch of the period.
    ///
    /// - Complexity: O(1).
    func within(_ stretch: Period) -> Double {
        let last = sums.count - 1
        let start = min(last, max(0, first.distance(to: stretch.first)))
        let end = min(last, max(start, first.distance(to: stretch.last) + 1))
        return sums[end] - sums[start]
    }

    /// What of some promises there are days for, each day promised as often as `overlap` says: those
    /// whose windows end first come first. What there are no days for takes none from others.
    ///
    /// - Complexity: O(*n*⁴) in the number of promises, which are few.
    func fitting(
        _ promises: [BidMember.Promise], overlap: Double
    ) -> [BidMember.Promise] {
        let ordered = promises.sorted {
            ($0.window.last, $0.window.first, $0.tender, $0.days) < (
                $1.window.last, $1.window.first, $1.tender, $1.days
            )
        }
        let firsts = Set(promises.map(\.window.first)).sorted()
        let lasts = Set(promises.map(\.window.last)).sorted()
        var fitting: [BidMember.Promise] = []
        for promise in ordered {
            var room = promise.days
            for first in firsts where first <= promise.window.first {
                for last in lasts where last >= promise.window.last {
                    guard let stretch = Period(from: first, to: last) else { continue }
                    room = min(
                        room, within(stretch) * overlap - Self.days(of: fitting, in: stretch))
                }
            }
            guard room > 0 else { continue }
            fitting.append(
                BidMember.Promise(tender: promise.tender, window: promise.window, days: room))
        }
        return fitting
    }

    /// Days of promises whose windows lie within a stretch.
    static func days(of promises: [BidMember.Promise], in stretch: Period) -> Double {
        promises.reduce(0) { stretch.holds($1.window) ? $0 + $1.days : $0 }
    }

    /// Days of a stretch that promises leave for other work, each promise being done outside of the
    /// stretch as far as it can be.
    func left(
        in stretch: Period, beside promises: [BidMember.Promise], overlap: Double
    ) -> Double {
        let firsts = Set(promises.map(\.window.first) + [stretch.first]).filter {
            $0 <= stretch.first
        }
        let lasts = Set(promises.map(\.window.last) + [stretch.last]).filter { $0 >= stretch.last }
        var left = within(stretch)
        for first in firsts {
            for last in lasts {
                guard let wider = Period(from: first, to: last) else { continue }
                left = min(
                    left, within(wider) * overlap - Self.days(of: promises, in: wider))
            }
        }
        return max(0, left)
    }
}

extension Period {
    /// Whether all days of `other` are days of this period.
    func holds(_ other: Period) -> Bool {
        first <= other.first && other.last <= last
    }

    /// The shortest period that holds all of some.
    static func spanning(_ periods: some Sequence<Period>) -> Period? {
        var all: Period?
        for period in periods {
            all =
                all.flatMap {
                    Period(from: min($0.first, period.first), to: max($0.last, period.last))
                } ?? period
        }
        return all
    }
}
