public import Market

extension Wording {
    /// A number with grouped digits: `1 250,5` in French, `1,250.5` in English.
    ///
    /// Zeros are kept up to `digits`. A half goes to the even neighbour (IEEE 754), on the value as
    /// stored: 0.5 gives `0`, 1.5 gives `2`. A value that rounds to zero has no sign.
    ///
    /// - Parameters:
    ///   - value: Any number; one that is not finite gives a dash.
    ///   - digits: Digits after the decimal sign, 0 to 9.
    public func number(_ value: Double, digits: Int = 0) -> String {
        let digits = min(max(digits, 0), 9)
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = (abs(value) * scale).rounded(.toNearestOrEven)
        guard scaled.isFinite else { return "–" }
        guard let units = UInt64(exactly: scaled) else { return "\(value)" }
        let sign = value < 0 && units > 0 ? "−" : ""
        let divisor = UInt64(scale)
        let whole = sign + grouped(String(units / divisor))
        guard digits > 0 else { return whole }
        let rest = String(units % divisor)
        let padding = String(repeating: "0", count: digits - rest.count)
        return whole + forms.decimalSign + padding + rest
    }

    /// A quantity of days, hours or the like: one digit after the decimal sign, none where it is
    /// whole. `12`, `12,5`.
    public func quantity(_ value: Double) -> String {
        let tenths = (abs(value) * 10).rounded(.toNearestOrEven)
        return number(value, digits: tenths.truncatingRemainder(dividingBy: 10) == 0 ? 0 : 1)
    }

    /// An amount in euros, with cents where there are any: `1 250,50 €`, `€1,250.50`, `520 €`.
    public func money(_ amount: Money) -> String {
        let cents = amount.cents.magnitude
        let sign = amount.cents < 0 ? "−" : ""
        let rest = String(cents % 100)
        let fraction =
            cents % 100 == 0 ? "" : forms.decimalSign + (rest.count < 2 ? "0" : "") + rest
        let digits = grouped(String(cents / 100)) + fraction
        return sign + forms.euros(digits)
    }

    /// A price for a unit of work: `520 € par jour`, `€35 an hour`.
    public func rate(_ price: Money, perHour: Bool) -> String {
        forms.rate(money(price), perHour: perHour)
    }

    /// A share of the whole, 0 … 1, as whole percent: `35 %`, `35%`.
    public func percent(_ share: Double) -> String { percent(share, digits: 0) }

    /// A share of the whole, 0 … 1, as percent with digits after the decimal sign: `0,4 %`.
    public func percent(_ share: Double, digits: Int) -> String {
        forms.percent(number(share * 100, digits: digits))
    }

    /// Days of work: `12 jours`, `1,5 jour`, `0.5 days`.
    public func days(_ count: Double) -> String {
        measured(count, forms.day)
    }

    /// Hours of work: `3 heures`, `1,5 heure`.
    public func hours(_ count: Double) -> String {
        measured(count, forms.hour)
    }

    /// A distance in whole kilometres: `23 km`, `moins de 1 km`.
    ///
    /// - Parameter distance: Kilometres, 0 or more.
    public func kilometres(_ distance: Double) -> String {
        guard distance >= 1 else { return forms.lessThan("1\(Wording.space)km") }
        return number(distance) + "\(Wording.space)km"
    }

    private func grouped(_ digits: String) -> String {
        let separator = forms.groupSeparator
        var text = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset) % 3 == 0 { text += separator }
            text.append(digit)
        }
        return text
    }
}
