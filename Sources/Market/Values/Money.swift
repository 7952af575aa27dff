/// An amount in euros before VAT, exact to the cent.
public struct Money: Sendable, Hashable, Comparable, Codable {
    /// The amount in cents.
    public let cents: Int

    public init(cents: Int) {
        self.cents = cents
    }

    /// The amount nearest to `euros`, halves away from zero; nil where it is not finite or not
    /// within ± 90 billion euros.
    public init?(euros: Double) {
        guard euros.isFinite, abs(euros) < 9e10 else { return nil }
        cents = Int((euros * 100).rounded())
    }

    /// The amount in euros.
    public var euros: Double { Double(cents) / 100 }

    public static let zero = Money(cents: 0)

    public static func + (left: Money, right: Money) -> Money {
        Money(cents: left.cents + right.cents)
    }

    public static func - (left: Money, right: Money) -> Money {
        Money(cents: left.cents - right.cents)
    }

    /// The amount for a number of days or hours at this rate, rounded to the cent.
    public static func * (rate: Money, quantity: Double) -> Money {
        Money(cents: Int((Double(rate.cents) * quantity).rounded()))
    }

    public static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }
}
