internal import Market

/// Dates: the candidate has as many free days in the need's window as it asks. Who says nothing of
/// their time passes.
struct DatesRule: HardRule {
    static let name = Exclusion.Rule.dates

    // MARK: Table form

    private let needs: [Need]
    private let calendars: CalendarColumns

    init(_ columns: RuleColumns) {
        needs = columns.needs
        calendars = CalendarColumns(columns.candidates)
    }

    func exclude(from eligible: inout EligibleBits, need: Int) {
        guard let asked = needs[need].days, let window = needs[need].window else { return }
        let days = CalendarColumns.Window(first: window.first.number, end: window.last.number + 1)
        eligible.clear { word, rest in
            (rest & calendars.known.words[word]).rows(of: word) {
                calendars.freeDays(of: $0, in: days) < asked - 1e-9
            }
        }
    }

    // MARK: Pair form

    static func fails(_ need: PreparedNeed, _ candidate: Int, in scorer: Scorer) -> Bool {
        guard let asked = need.need.days,
            let free = need.freeDays(in: scorer.snapshot.candidates[candidate].calendar)
        else { return false }
        return free < asked - 1e-9
    }

    static func failures(
        _ need: PreparedNeed, _ candidate: Int, in scorer: Scorer
    ) -> [Exclusion] {
        let free = need.freeDays(in: scorer.snapshot.candidates[candidate].calendar)
        return [.dates(asked: need.need.days ?? 0, free: free ?? 0)]
    }
}
