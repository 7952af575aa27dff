internal import CPostgres

extension Connection {
    /// How a transaction sees and changes the database.
    public enum TransactionMode: Sendable {
        /// Everything may be written that the session may write.
        case readWrite
        /// Everything is read as of one instant and nothing can be written
        /// (`REPEATABLE READ READ ONLY`).
        case snapshot
    }

    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
    ///
    /// - Throws: What `body` throws; ``PostgresError/Code/transactionState`` inside of another
    ///   transaction; ``PostgresError/Code/rolledBack`` when `body` returned although one of its
    ///   statements had failed, so that nothing was kept.
    @discardableResult
    public func transaction<T>(
        _ mode: TransactionMode = .readWrite, _ body: (borrowing Connection) throws -> T
    ) throws -> T {
        try requireIdle()
        guard !isInTransaction else {
            throw PostgresError(
                .transactionState, "Expected no open transaction; use a savepoint inside of one.")
        }
        switch mode {
        // Where the session is read-only by default, that is respected.
        case .readWrite: try execute("BEGIN")
        case .snapshot: try execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        }
        let value: T
        do {
            for setting in limits.settings {
                try execute("SELECT set_config(\(setting.name), \(setting.value), true)")
            }
            value = try body(self)
        } catch {
            // When this fails too, the connection is lost and the server has rolled back.
            try? rollBack("ROLLBACK")
            throw error
        }
        let answer = try run("COMMIT")
        guard String(cString: PQcmdStatus(answer.pointer)) == "COMMIT" else {
            throw PostgresError(
                .rolledBack, "Expected to commit; a statement had failed, so nothing was kept.")
        }
        return value
    }

    /// Runs `body` inside of a transaction such that its own changes are undone when it throws,
    /// and the rest of the transaction goes on.
    ///
    /// - Throws: What `body` throws; ``PostgresError/Code/transactionState`` outside of a
    ///   transaction.
    @discardableResult
    public func savepoint<T>(_ body: (borrowing Connection) throws -> T) throws -> T {
        try requireIdle()
        guard isInTransaction else {
            throw PostgresError(
                .transactionState, "Expected an open transaction to put a savepoint in.")
        }
        session.savepoints += 1
        let name = "savepoint_\(session.savepoints)"
        try execute("SAVEPOINT \(raw: name)")
        do {
            let value = try body(self)
            try execute("RELEASE SAVEPOINT \(raw: name)")
            return value
        } catch {
            try? rollBack("ROLLBACK TO SAVEPOINT \(raw: name)")
            try? rollBack("RELEASE SAVEPOINT \(raw: name)")
            throw error
        }
    }

    private func rollBack(_ query: Query) throws(PostgresError) {
        if PQstatus(handle) == CONNECTION_OK { try execute(query) }
    }
}
