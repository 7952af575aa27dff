public import Postgres

extension Ledger {
    /// What stands between the program and PostgreSQL.
    public func pooling() throws(LedgerError) -> Pooling {
        try guarded { connection in try connection.pooling() }
    }

    /// Refuses a connection on which no lock lasts.
    ///
    /// - Throws: ``LedgerError/pooledByTransaction``.
    func requireSession() throws(LedgerError) {
        guard try pooling() != .transaction else { throw .pooledByTransaction }
    }
}
