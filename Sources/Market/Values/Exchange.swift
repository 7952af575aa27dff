/// What a service is given for.
public enum Exchange: String, Sendable, Hashable, Codable, CaseIterable {
    /// For nothing.
    case gift
    /// For hours of the time bank.
    case time
    /// For money.
    case money
}

/// An account of the time bank, in hours.
public struct TimeAccount: Sendable, Hashable, Codable {
    /// Hours given less hours received.
    public let balance: Double
    /// Lowest balance allowed; a debt is negative.
    public let lowest: Double
    /// Highest balance allowed.
    public let highest: Double

    public init(balance: Double, lowest: Double, highest: Double) {
        self.balance = balance
        self.lowest = lowest
        self.highest = highest
    }

    /// Hours that may still be received before the lowest balance is passed, 0 or more.
    public var canReceive: Double { max(0, balance - lowest) }
    /// Hours that may still be given before the highest balance is passed, 0 or more.
    public var canGive: Double { max(0, highest - balance) }
}
