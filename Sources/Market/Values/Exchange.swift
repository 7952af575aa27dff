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
    /// Lowest balance allowed; a debt is negative. Nil: no limit.
    public let lowest: Double?
    /// Highest balance allowed; nil: no limit.
    public let highest: Double?

    public init(balance: Double, lowest: Double? = nil, highest: Double? = nil) {
        self.balance = balance
        self.lowest = lowest
        self.highest = highest
    }

    /// Hours that may still be received before the lowest balance is passed, 0 or more; infinite
    /// without such a limit.
    public var canReceive: Double { lowest.map { max(0, balance - $0) } ?? .infinity }
    /// Hours that may still be given before the highest balance is passed, 0 or more; infinite without
    /// such a limit.
    public var canGive: Double { highest.map { max(0, $0 - balance) } ?? .infinity }
}
