public import Postgres

/// A session that holds a lock on a whole table.
public struct TableLock: Sendable, Hashable {
    /// The table, with its schema.
    public let table: String
    public let holder: LockHolder
}

extension Ledger {
    /// What an error of PostgreSQL means: a statement that waited for a lock, or worked, for longer than it
    /// may is told with what it waited for.
    ///
    /// - Parameter query: The file of the query that it came of, if any.
    func told(
        _ error: PostgresError, of query: String?, on connection: borrowing Connection
    ) -> LedgerError {
        switch error.sqlstate {
        case "55P03":
            return .lockWaited(
                query: query, seconds: connection.limits.lock, locks: tableLocks(on: connection))
        case "57014" where connection.limits.statement != nil:
            return .statementStopped(query: query, seconds: connection.limits.statement ?? 0)
        case "25006":
            return .readOnly(isStandby: isStandby(on: connection))
        default:
            return .database(error)
        }
    }

    /// Refuses a session in which nothing can be written.
    ///
    /// - Throws: ``LedgerError/readOnly(isStandby:)``.
    public func requireWritable() throws(LedgerError) {
        let isReadOnly = try guarded { connection in
            try connection.first(
                "SELECT current_setting('transaction_read_only') = 'on'", as: Bool.self)
        }
        if isReadOnly == true { throw .readOnly(isStandby: isStandby(on: connection)) }
    }

    private func isStandby(on connection: borrowing Connection) -> Bool {
        guard !connection.isInTransaction else { return false }
        return (try? connection.first("SELECT pg_is_in_recovery()", as: Bool.self)) ?? false
    }

    /// Who holds locks that keep others from reading or writing a table; none inside of a transaction,
    /// which has failed.
    func tableLocks(on connection: borrowing Connection) -> [TableLock] {
        guard !connection.isInTransaction else { return [] }
        let locks = try? connection.rows(
            of: """
                SELECT format('%I.%I', namespace.nspname, class.relname) AS name, held.pid,
                    coalesce(session.application_name, '') AS application_name,
                    session.backend_start,
                    CASE WHEN session.state LIKE 'idle%' THEN session.state_change END AS idle_since
                FROM pg_locks AS held
                JOIN pg_class AS class ON class.oid = held.relation AND class.relkind IN ('r', 'p', 'm')
                JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace
                    AND namespace.nspname NOT LIKE 'pg\\_%'
                LEFT JOIN pg_stat_activity AS session ON session.pid = held.pid
                WHERE held.locktype = 'relation' AND held.granted AND held.pid <> pg_backend_pid()
                    AND held.database = (
                        SELECT oid FROM pg_database WHERE datname = current_database())
                    AND held.mode IN (
                        'AccessExclusiveLock', 'ExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock')
                ORDER BY 1, 2
                """
        ).map { row throws(PostgresError) in
            TableLock(table: try row.value("name"), holder: try LockHolder(row: row))
        }
        return locks ?? []
    }
}
