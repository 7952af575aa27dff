extension SignalDifference { static let dates = 0.8 }

extension Wording {
    func datesReason(_ asked: Double?, _ free: Double?) -> String? {
        guard let asked, let free else { return nil }
        // Nobody gives 40.8 days: half days are what can be promised.
        let whole = (free * 2).rounded(.down) / 2
        return whole <= 0 ? sentences.noFreeDay : sentences.freeDays(whole, of: asked)
    }

    func datesClause(_ asked: Double?, _ free: Double?, _ you: Bool) -> String? {
        guard let asked, let free, free >= asked else { return nil }
        return sentences.isFree(you: you)
    }

    func datesWishes(_ asked: Double?, _ free: Double?) -> [String] {
        guard let asked, let free, free < asked else { return [] }
        return [sentences.wishForDays]
    }
}
