internal import Market

extension BidInstance {
    /// What a member's free days allow, over all stretches of days that matter.
    ///
    /// Work can be laid out in the calendar, each lot's within its window, if and only if for every
    /// stretch of days the work that must lie within it is no more than the days free in it (Hall's
    /// condition; windows are intervals, so stretches are enough). Only stretches from the first
    /// day of a window to the last day of one can fail. Promised work counts as work of its own
    /// window, against the free days as often as they may be promised to different bids; within
    /// this one they are promised once. Stretches that hold the same lots keep the smallest figure, and those that can
    /// never bind are left out.
    func capacities(
        of member: BidMember, demands qualified: [Int], promised: [BidMember.Promise],
        overlap: Double
    ) -> [Capacity] {
        let concerned = Set(qualified.map { demands[$0].lot }).sorted()
        let windows = concerned.map { lots[$0].window } + promised.map(\.window)
        let firsts = Set(windows.map(\.first)).sorted()
        let lasts = Set(windows.map(\.last)).sorted()
        var smallest: [LotSet: Int] = [:]
        for first in firsts {
            for last in lasts {
                guard let stretch = Period(from: first, to: last) else { continue }
                let within = LotSet(concerned.filter { stretch.holds(lots[$0].window) })
                guard within.count > 0 else { continue }
                let free = member.candidate.calendar.freeDays(within: stretch) ?? 0
                let given = promised.reduce(0.0) {
                    stretch.holds($1.window) ? $0 + $1.days : $0
                }
                let left = min(free, free * overlap - given)
                let halfDays = max(0, Int((left * 2 + 1e-6).rounded(.down)))
                smallest[within] = min(smallest[within] ?? .max, halfDays)
            }
        }
        return smallest.filter { within, halfDays in
            halfDays
                < qualified.reduce(0) {
                    within.contains(demands[$1].lot) ? $0 + demands[$1].halfDays : $0
                }
        }
        .map { Capacity(lots: $0.key, halfDays: $0.value) }
        .sorted { $0.lots.precedes($1.lots) }
    }
}

extension Period {
    /// Whether all days of `other` are days of this period.
    fileprivate func holds(_ other: Period) -> Bool {
        first <= other.first && other.last <= last
    }
}
