internal import Market

/// What candidates said of their time, for the rule on dates.
///
/// Answers are those of `WorkCalendar.freeDays`, to the last bit: the same sums in the same order,
/// with weekdays counted in closed form.
struct CalendarColumns: Sendable {
    /// Who said anything.
    let known: Bitmap
    private let availabilityStarts: [Int32]
    private let availabilities: [Span]
    private let commitmentStarts: [Int32]
    private let commitments: [Span]

    /// Days from the first to before the end, with days a week, or days promised in all.
    private struct Span: Sendable {
        let first: Int
        let end: Int
        let days: Double
        /// Workdays of a commitment, at least 1.
        let whole: Int
    }

    init(_ candidates: [Candidate]) {
        known = Bitmap(candidates.count) { !candidates[$0].calendar.availabilities.isEmpty }
        var availabilityStarts: [Int32] = [0]
        var availabilities: [Span] = []
        var commitmentStarts: [Int32] = [0]
        var commitments: [Span] = []
        for index in candidates.indices {
            let calendar = candidates[index].calendar
            for row in calendar.availabilities {
                availabilities.append(
                    Span(
                        first: row.period.first.number, end: row.period.last.number + 1,
                        days: row.daysPerWeek, whole: 1))
            }
            for row in calendar.commitments {
                commitments.append(
                    Span(
                        first: row.period.first.number, end: row.period.last.number + 1,
                        days: row.days, whole: max(1, row.period.weekdays)))
            }
            availabilityStarts.append(Int32(availabilities.count))
            commitmentStarts.append(Int32(commitments.count))
        }
        self.availabilityStarts = availabilityStarts
        self.availabilities = availabilities
        self.commitmentStarts = commitmentStarts
        self.commitments = commitments
    }

    /// Days from the first to before the end.
    struct Window {
        let first: Int
        let end: Int
        /// Mondays to Fridays among them.
        let weekdays: Int

        init(first: Int, end: Int) {
            self.first = first
            self.end = end
            weekdays = CalendarColumns.weekdays(first, end)
        }

        /// Mondays to Fridays of a part of it.
        func weekdays(_ from: Int, _ to: Int) -> Int {
            from == first && to == end ? weekdays : CalendarColumns.weekdays(from, to)
        }
    }

    /// Days a candidate is free in a window.
    func freeDays(of candidate: Int, in window: Window) -> Double {
        let (first, end) = (window.first, window.end)
        var offered = 0.0
        let ours = Int(availabilityStarts[candidate])..<Int(availabilityStarts[candidate + 1])
        for index in ours {
            let row = availabilities[index]
            let from = max(row.first, first)
            let to = min(row.end, end)
            guard from < to else { continue }
            offered +=
                row.days <= 5
                ? Double(window.weekdays(from, to)) * row.days / 5
                : Double(to - from) * row.days / 7
        }
        offered = min(offered, Double(end - first))
        let promised = Int(commitmentStarts[candidate])..<Int(commitmentStarts[candidate + 1])
        for index in promised {
            let row = commitments[index]
            let from = max(row.first, first)
            let to = min(row.end, end)
            guard from < to else { continue }
            let shared = window.weekdays(from, to)
            offered -= row.days * Double(min(row.whole, shared)) / Double(row.whole)
        }
        return max(0, offered)
    }

    /// Mondays to Fridays from a day to before another; 1970-01-05 was a Monday.
    static func weekdays(_ first: Int, _ end: Int) -> Int { before(end) - before(first) }

    private static func before(_ day: Int) -> Int {
        let shifted = day + 3
        let weeks = shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
        return weeks * 5 + min(5, shifted - weeks * 7)
    }
}
