public import Market

extension Wording {
    /// A time of the day: `12 h`, `8 h 05`; `12:00`, `08:05`.
    public func time(_ time: TimeOfDay) -> String { forms.time(time) }

    /// A deadline in full: `jeudi 3 décembre 2026 à 12 h`, `Thursday 3 December 2026, 12:00`.
    public func deadline(_ deadline: Deadline) -> String {
        moment(day(deadline.day), of: deadline)
    }

    /// Until when somebody can be answered: `Réponse attendue jusqu’au 24 décembre 2026`,
    /// `Réponse attendue avant le 3 décembre 2026 à 12 h`.
    public func answersUntil(_ deadline: Deadline) -> String {
        let when = moment(date(deadline.day), of: deadline)
        return deadline.time == nil ? forms.answersUntil(when) : forms.answersBefore(when)
    }

    private func moment(_ day: String, of deadline: Deadline) -> String {
        deadline.time.map { forms.moment(day, at: forms.time($0)) } ?? day
    }
}
