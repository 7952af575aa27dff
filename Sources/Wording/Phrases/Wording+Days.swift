public import Market

extension Wording {
    /// A day in full: `lundi 23 novembre 2026`, `Monday 23 November 2026`.
    public func day(_ day: Day) -> String {
        weekdayName(day) + " " + date(day)
    }

    /// A day without its weekday: `1er décembre 2026`, `1 December 2026`.
    public func date(_ day: Day) -> String {
        dayAndMonth(day) + " \(day.year)"
    }

    /// A day in little room: `23 nov. 2026`, `23 Nov 2026`.
    public func shortDay(_ day: Day) -> String {
        dayOfMonth(day) + Wording.space + monthNames(short: true)[day.month - 1] + " \(day.year)"
    }

    /// A stretch of days, to stand within a sentence: `du 3 au 20 décembre 2026`,
    /// `le 3 décembre 2026`, `from 3 December 2026 to 9 January 2027`.
    public func period(_ period: Period) -> String {
        let (first, last) = (period.first, period.last)
        if first == last { return pick("le", "on") + " " + date(first) }
        let start: String
        if first.year != last.year {
            start = date(first)
        } else if first.month != last.month {
            start = dayAndMonth(first)
        } else {
            start = dayOfMonth(first)
        }
        return pick("du \(start) au ", "from \(start) to ") + date(last)
    }

    private func dayOfMonth(_ day: Day) -> String {
        day.day == 1 ? pick("1er", "1") : String(day.day)
    }

    private func dayAndMonth(_ day: Day) -> String {
        dayOfMonth(day) + Wording.space + monthNames(short: false)[day.month - 1]
    }

    private func weekdayName(_ day: Day) -> String {
        let names =
            switch language {
            case .french:
                ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
            case .english:
                [
                    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
                ]
            }
        return names[day.weekday - 1]
    }

    private func monthNames(short: Bool) -> [String] {
        switch (language, short) {
        case (.french, false):
            [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                "septembre", "octobre", "novembre", "décembre",
            ]
        case (.french, true):
            [
                "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.",
                "nov.", "déc.",
            ]
        case (.english, false):
            [
                "January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December",
            ]
        case (.english, true):
            [
                "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov",
                "Dec",
            ]
        }
    }
}
