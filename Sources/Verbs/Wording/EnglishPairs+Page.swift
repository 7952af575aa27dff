internal import Market
internal import Wording

extension EnglishPairs {
    var conditions: String { "Conditions" }
    var signals: String { "Signals" }
    var value: String { "value" }
    var weight: String { "weight" }
    var share: String { "share" }
    var floor: String { "floor" }

    func learned(fit: Int) -> String { "; weights learned from decisions, no. \(fit)" }

    var whatScoresMean: String {
        "The score is the chance that the answer is right; for one request it rises with the sum of "
            + "values times weights."
    }

    func place(_ place: Int, of matches: Int) -> String {
        "Place \(place) of \(matches) that suit."
    }
    func notAmong(_ matches: Int) -> String { "Not among the \(matches) that suit." }

    var justAbove: String { "Just above" }

    func lastRun(_ number: Int, asOf day: Day) -> String {
        "Last recorded run (no. \(number), as of \(shortDay(day)))"
    }

    func found(at rank: Int, score: Double) -> String {
        "among the suggestions, at place \(rank), score \(number(score, digits: 3))."
    }

    func notFound(considered: Int, eligible: Int, suggested: Int) -> String {
        "not among the suggestions; \(considered) looked at, \(eligible) met the conditions, "
            + "\(suggested) suggested."
    }

    var notPartOfRun: String { "this request was not part of it." }
}
