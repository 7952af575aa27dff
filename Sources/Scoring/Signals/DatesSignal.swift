internal import Market

/// Dates: free days in the need's window against the days asked.
enum DatesSignal: PairSignal {
    static let kind = SignalKind.dates

    static func value(
        _ need: PreparedNeed, _ candidate: Int, _ content: PairContent, in scorer: Scorer
    ) -> Double {
        guard let asked = need.need.days,
            let free = need.freeDays(in: scorer.snapshot.candidates[candidate].calendar)
        else { return .nan }
        return fit(asked: asked, free: free)
    }

    static func evidence(
        _ need: PreparedNeed, _ candidate: Int, value: Double, in scorer: Scorer
    ) -> Evidence? {
        .dates(
            asked: need.need.days,
            free: need.freeDays(in: scorer.snapshot.candidates[candidate].calendar),
            window: need.need.window)
    }

    /// Fit of free days: 1 from one and a half times the days asked on.
    static func fit(asked: Double, free: Double) -> Double {
        asked > 0 ? min(1, free / (1.5 * asked)) : 1
    }
}
