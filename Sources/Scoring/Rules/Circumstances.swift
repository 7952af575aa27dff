internal import Market

/// How far the circumstances of a pair fit, each 0 … 1: functions of plain facts.
enum Circumstances {
    /// Fit of the distance: 1 on the spot, one half at the edge of the candidate's radius, falling
    /// with the square of the distance. Work that can be done at a distance fits at least 0.7.
    ///
    /// A candidate who goes anywhere is taken to have a radius of 100 km, and fits at least 0.5.
    ///
    /// - Returns: nil where neither the distance nor work at a distance says anything.
    static func place(
        kilometres: Double?, radius: Double?, remote: Remote, atDistance: Bool
    ) -> Double? {
        if remote == .only { return atDistance ? 1 : 0 }
        guard let kilometres else { return atDistance ? 0.7 : nil }
        let ratio = kilometres / max(radius ?? 100, 1)
        let onSite = max(1 / (1 + ratio * ratio), radius == nil ? 0.5 : 0)
        return atDistance ? max(onSite, 0.7) : onSite
    }

    /// Fit of free days: 1 from one and a half times the days asked on.
    static func dates(asked: Double, free: Double) -> Double {
        asked > 0 ? min(1, free / (1.5 * asked)) : 1
    }

    /// Fit of the price: 1 up to 85 % of the highest price, falling to 0 at 115 %.
    static func price(highest: Money, asked: Money) -> Double {
        guard highest.cents > 0 else { return asked.cents <= 0 ? 1 : 0 }
        let ratio = Double(asked.cents) / Double(highest.cents)
        return min(1, max(0, (1.15 - ratio) / 0.3))
    }

    /// Fit of the time account: the more its owner has received beyond what they gave, the better
    /// it is that they give. 1 at the lowest balance, 0 at the highest or where the hours do not
    /// fit on it.
    static func balance(hours: Double, giver: TimeAccount) -> Double {
        let span = giver.highest - giver.lowest
        guard span > 0, hours <= giver.canGive else { return 0 }
        return min(1, max(0, (giver.highest - giver.balance) / span))
    }
}
