internal import Market

extension EnglishForms {
    func dateWithWeekday(_ day: Day) -> String {
        EnglishForms.weekdays[day.weekday - 1] + " " + date(day)
    }

    func date(_ day: Day) -> String { dayAndMonth(day) + " \(day.year)" }

    func shortDate(_ day: Day) -> String {
        "\(day.day)\(Wording.space)\(EnglishForms.shortMonths[day.month - 1]) \(day.year)"
    }

    func on(_ date: String) -> String { "on \(date)" }

    func period(from first: Day, to last: Day) -> String {
        let start =
            first.year != last.year
            ? date(first) : first.month != last.month ? dayAndMonth(first) : String(first.day)
        return "from \(start) to \(date(last))"
    }

    func answersUntil(_ date: String) -> String { "Answers until \(date)" }

    func answersBefore(_ moment: String) -> String { "Answers before \(moment)" }

    func time(_ time: TimeOfDay) -> String { time.description }

    func moment(_ day: String, at time: String) -> String { "\(day), \(time)" }

    private func dayAndMonth(_ day: Day) -> String {
        "\(day.day)\(Wording.space)\(EnglishForms.months[day.month - 1])"
    }

    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    private static let shortMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
    ]
}
