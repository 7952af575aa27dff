internal import Postgres

extension Ledger {
    /// Reads of one instant: whatever `body` reads from the ledger comes from one
    /// `REPEATABLE READ READ ONLY` transaction, that which is open where there is one.
    ///
    /// - Throws: What `body` throws; ``LedgerError/database(_:)``.
    public func atOneInstant<T>(_ body: (borrowing Ledger) throws -> T) throws -> T {
        guard !connection.isInTransaction else { return try body(self) }
        do {
            return try connection.transaction(.snapshot) { _ in try body(self) }
        } catch let error as PostgresError {
            throw LedgerError.database(error)
        }
    }

    /// Runs `body` in the transaction that is open, or else in a read-only one of its own.
    func reading<T>(
        _ connection: borrowing Connection, _ body: (borrowing Connection) throws -> T
    ) throws -> T {
        guard !connection.isInTransaction else { return try body(connection) }
        return try connection.transaction(.snapshot, body)
    }
}
