internal import Market

extension BidInstance {
    /// What a member's free days allow, over all stretches of days that matter.
    ///
    /// Work can be laid out in the calendar, each lot's within its window, if and only if for every
    /// stretch of days the work that must lie within it is no more than the days free in it (Hall's
    /// condition; windows are intervals, so stretches are enough). Only stretches from the first
    /// day of a window to the last day of one can fail. Promised work counts as work of its own
    /// window, as far as there are days for it (``FreeDays``), against the free days as often as they
    /// may be promised to different bids; within this one they are promised once. Stretches that hold
    /// the same lots keep the smallest figure, and those that can never bind are left out.
    ///
    /// - Parameter tender: What the platform wrote as promised to it is what this bid is to take.
    func capacities(
        of member: BidMember, demands qualified: [Int], promised: [BidMember.Promise],
        overlap: Double, for tender: Tender.ID
    ) -> [Capacity] {
        let concerned = Set(qualified.map { demands[$0].lot }).sorted()
        let windows = concerned.map { lots[$0].window } + promised.map(\.window)
        guard let span = Period.spanning(windows) else { return [] }
        let free = FreeDays(member.candidate.calendar, over: span, except: tender)
        let promised = free.fitting(promised, overlap: overlap)
        let firsts = Set(windows.map(\.first)).sorted()
        let lasts = Set(windows.map(\.last)).sorted()
        var smallest: [LotSet: Int] = [:]
        for first in firsts {
            for last in lasts {
                guard let stretch = Period(from: first, to: last) else { continue }
                let within = LotSet(concerned.filter { stretch.holds(lots[$0].window) })
                guard within.count > 0 else { continue }
                let days = free.within(stretch)
                let left = min(days, days * overlap - FreeDays.days(of: promised, in: stretch))
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
