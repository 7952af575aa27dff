/// How long the statements of a transaction may wait and work; the server ends those that take longer.
public struct TimeLimits: Sendable, Hashable {
    /// Seconds that a statement may wait for one lock (`lock_timeout`); nil: what the server says.
    public let lock: Double?
    /// Seconds that a statement may take in all (`statement_timeout`); nil: what the server says.
    public let statement: Double?

    public init(lock: Double? = nil, statement: Double? = nil) {
        self.lock = lock
        self.statement = statement
    }

    /// Settings of PostgreSQL, in milliseconds.
    var settings: [(name: String, value: String)] {
        [("lock_timeout", lock), ("statement_timeout", statement)].compactMap { name, seconds in
            seconds.map { (name, String(Int(($0 * 1000).rounded(.up)))) }
        }
    }
}
