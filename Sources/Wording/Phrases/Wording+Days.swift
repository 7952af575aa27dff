public import Market

extension Wording {
    /// A day in full: `lundi 23 novembre 2026`, `Monday 23 November 2026`.
    public func day(_ day: Day) -> String { forms.dateWithWeekday(day) }

    /// A day without its weekday: `1er décembre 2026`, `1 December 2026`.
    public func date(_ day: Day) -> String { forms.date(day) }

    /// A day in little room: `23 nov. 2026`, `23 Nov 2026`.
    public func shortDay(_ day: Day) -> String { forms.shortDate(day) }

    /// A stretch of days, to stand within a sentence: `du 3 au 20 décembre 2026`,
    /// `le 3 décembre 2026`, `from 3 December 2026 to 9 January 2027`.
    public func period(_ period: Period) -> String {
        period.first == period.last
            ? forms.on(date(period.first)) : forms.period(from: period.first, to: period.last)
    }
}
