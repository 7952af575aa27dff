internal import Postgres

extension Ledger {
    /// Reads of one instant: whatever `body` reads from the ledger comes from one
    /// `REPEATABLE READ READ ONLY` transaction, that which is open where there is one.
    ///
    /// Row-level security never leaves out a row in silence there: a table of whose rows a policy would
    /// hide some is an error. The time zone is the network's, and queries read its key and its parameters
    /// with `current_setting('network.NAME')`.
    ///
    /// - Throws: What `body` throws; ``LedgerError/database(_:)``.
    public func atOneInstant<T>(_ body: (borrowing Ledger) throws -> T) throws -> T {
        guard !connection.isInTransaction else { return try body(self) }
        do {
            return try snapshotTransaction { _ in try body(self) }
        } catch let error as PostgresError {
            throw LedgerError.database(error)
        }
    }

    /// Reads for several items at one instant; one that fails does not keep the others from being read.
    ///
    /// - Returns: What was read for each, or why it could not be, in order.
    /// - Throws: ``LedgerError/database(_:)`` where the transaction itself cannot be.
    package func eachAtOneInstant<Item, T>(
        _ items: [Item], _ body: (Item, borrowing Ledger) throws -> T
    ) throws -> [Result<T, any Error>] {
        let results = try atOneInstant { ledger in
            items.map { item in
                Result { try ledger.connection.savepoint { _ in try body(item, ledger) } }
            }
        }
        return results.map { result in result.mapError { diagnosed($0, on: connection) } }
    }

    /// Runs `body` in the transaction that is open, or else in a read-only one of its own.
    func reading<T>(
        _ connection: borrowing Connection, _ body: (borrowing Connection) throws -> T
    ) throws -> T {
        guard !connection.isInTransaction else { return try body(connection) }
        return try snapshotTransaction(body)
    }

    private func snapshotTransaction<T>(_ body: (borrowing Connection) throws -> T) throws -> T {
        do {
            return try connection.transaction(.snapshot) { connection in
                try connection.execute("SET LOCAL row_security = off")
                for setting in network.settings {
                    try connection.execute(
                        "SELECT set_config(\(setting.name), \(setting.value), true)")
                }
                return try body(connection)
            }
        } catch {
            throw diagnosed(error, on: connection)
        }
    }
}
