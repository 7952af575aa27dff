public import Postgres

extension Ledger {
    /// What stands between the program and PostgreSQL.
    public func pooling() throws(LedgerError) -> Pooling {
        try guarded { connection in try connection.pooling() }
    }

    /// Refuses a connection on which no lock lasts, or nothing can be written.
    ///
    /// - Throws: ``LedgerError/pooledByTransaction``, ``LedgerError/readOnly(isStandby:)``.
    func requireSession() throws(LedgerError) {
        guard try pooling() != .transaction else { throw .pooledByTransaction }
        try requireWritable()
    }
}
