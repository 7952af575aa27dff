internal import Market

extension FrenchForms {
    func dateWithWeekday(_ day: Day) -> String {
        FrenchForms.weekdays[day.weekday - 1] + " " + date(day)
    }

    func date(_ day: Day) -> String { dayAndMonth(day) + " \(day.year)" }

    func shortDate(_ day: Day) -> String {
        dayOfMonth(day) + Wording.space + FrenchForms.shortMonths[day.month - 1] + " \(day.year)"
    }

    func on(_ date: String) -> String { "le \(date)" }

    func period(from first: Day, to last: Day) -> String {
        let start =
            first.year != last.year
            ? date(first) : first.month != last.month ? dayAndMonth(first) : dayOfMonth(first)
        return "du \(start) au \(date(last))"
    }

    func answersUntil(_ date: String) -> String { "Réponse attendue jusqu’au \(date)" }

    func answersBefore(_ moment: String) -> String { "Réponse attendue avant le \(moment)" }

    func time(_ time: TimeOfDay) -> String {
        let minutes = time.minute == 0 ? "" : Wording.space + String(time.description.suffix(2))
        return "\(time.hour)\(Wording.space)h\(minutes)"
    }

    func moment(_ day: String, at time: String) -> String { "\(day) à \(time)" }

    private func dayOfMonth(_ day: Day) -> String { day.day == 1 ? "1er" : String(day.day) }

    private func dayAndMonth(_ day: Day) -> String {
        dayOfMonth(day) + Wording.space + FrenchForms.months[day.month - 1]
    }

    private static let weekdays = [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ]
    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ]
    private static let shortMonths = [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
        "déc.",
    ]
}
