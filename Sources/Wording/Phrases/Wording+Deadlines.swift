public import Market

extension Wording {
    /// A time of the day: `12 h`, `8 h 05`; `12:00`, `08:05`.
    public func time(_ time: TimeOfDay) -> String {
        let minutes =
            time.minute == 0 ? "" : Wording.space + String(time.description.suffix(2))
        return pick("\(time.hour)\(Wording.space)h\(minutes)", time.description)
    }

    /// A deadline in full: `jeudi 3 décembre 2026 à 12 h`, `Thursday 3 December 2026, 12:00`.
    public func deadline(_ deadline: Deadline) -> String {
        day(deadline.day) + hour(of: deadline)
    }

    /// Until when somebody can be answered: `Réponse attendue jusqu’au 24 décembre 2026`,
    /// `Réponse attendue avant le 3 décembre 2026 à 12 h`.
    public func answersUntil(_ deadline: Deadline) -> String {
        let start =
            deadline.time == nil
            ? pick("Réponse attendue jusqu’au ", "Answers until ")
            : pick("Réponse attendue avant le ", "Answers before ")
        return start + date(deadline.day) + hour(of: deadline)
    }

    private func hour(of deadline: Deadline) -> String {
        deadline.time.map { pick(" à ", ", ") + time($0) } ?? ""
    }
}
