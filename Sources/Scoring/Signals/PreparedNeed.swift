internal import Market

/// One need with what can be known of it before any candidate is looked at, so that scoring a pair
/// allocates nothing. Nothing in it grows with the number of candidates.
struct PreparedNeed: Sendable {
    let index: Int
    let need: Need
    let asked: AskedSkills

    /// Kilometres to a candidate's place; nil where one of the places is not known.
    func kilometres(to candidatePlace: Place?) -> Double? {
        guard let place = need.place, let other = candidatePlace else { return nil }
        let kilometres = place.distance(to: other)
        return kilometres.isNaN ? nil : kilometres
    }

    /// Days that somebody is free in the window; nil where no days are asked or none are known.
    func freeDays(in calendar: WorkCalendar) -> Double? {
        guard need.days != nil, let window = need.window else { return nil }
        let free = calendar.freeDays(within: window)
        return free?.isNaN == true ? nil : free
    }
}

/// What of a pair's signals comes from its texts; NaN where one does not apply.
struct PairContent: Sendable, Hashable {
    let meaning: Double
    let words: Double
}
