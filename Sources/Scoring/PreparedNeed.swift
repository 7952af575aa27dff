internal import Market

/// One need with all that can be known of it before any candidate is looked at.
///
/// Its rows hold one number a candidate, so that judging a pair looks numbers up and allocates
/// nothing.
struct PreparedNeed: Sendable {
    let index: Int
    let need: Need
    let asked: AskedSkills
    /// Kilometres to each candidate; NaN where a place is not known.
    let kilometres: [Double]
    /// Days each candidate is free in the window; NaN where not known.
    let free: [Double]
    /// Words signal for each candidate; NaN where it does not apply; empty where it never does.
    let words: [Double]
    /// Meaning signal for each candidate; NaN where it does not apply; empty where it never does.
    let meaning: [Double]

    init(
        index: Int, need: Need, asked: AskedSkills, candidates: [Candidate], words: [Double],
        meaning: [Double]
    ) {
        self.index = index
        self.need = need
        self.asked = asked
        self.words = words
        self.meaning = meaning
        kilometres =
            need.place.map { place in
                candidates.map { $0.place.map { place.distance(to: $0) } ?? .nan }
            } ?? [Double](repeating: .nan, count: candidates.count)
        let window = need.days == nil ? nil : need.window
        free =
            window.map { window in
                candidates.map { $0.calendar.freeDays(within: window) ?? .nan }
            } ?? [Double](repeating: .nan, count: candidates.count)
    }

    func kilometres(to candidate: Int) -> Double? {
        kilometres[candidate].isNaN ? nil : kilometres[candidate]
    }

    func freeDays(of candidate: Int) -> Double? {
        free[candidate].isNaN ? nil : free[candidate]
    }
}
