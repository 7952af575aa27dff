public import Foundation

/// A session that holds an advisory lock.
public struct LockHolder: Hashable, Sendable {
    /// The server process of that session.
    public let pid: Int32
    /// The name the session gave itself; may be empty.
    public let applicationName: String
    /// When the session began; `nil` where this role may not see it.
    public let since: Date?
    /// Since when it has had nothing to do, outside of any transaction; `nil` where it is at work, or
    /// this role may not see it.
    public let idleSince: Date?
}

extension LockHolder: RowDecodable {
    public init(row: borrowing Row) throws(PostgresError) {
        pid = try row.value("pid")
        applicationName = try row.value("application_name")
        since = try row.optional("backend_start")
        idleSince = try row.optional("idle_since")
    }
}

extension Connection {
    /// Takes a lock for as long as the session lasts, without waiting.
    ///
    /// - Returns: `false` when another session holds it. The same session may take it again, and
    ///   must then release it as often.
    public func tryAdvisoryLock(_ key: Int64) throws(PostgresError) -> Bool {
        try first("SELECT pg_try_advisory_lock(\(key))", as: Bool.self) ?? false
    }

    /// Releases a lock.
    ///
    /// - Throws: ``PostgresError/Code/lockNotHeld`` when this session does not hold it.
    public func advisoryUnlock(_ key: Int64) throws(PostgresError) {
        let released = try first("SELECT pg_advisory_unlock(\(key))", as: Bool.self)
        guard released == true else {
            throw PostgresError(.lockNotHeld, "Expected this session to hold the advisory lock.")
        }
    }

    /// Who holds a lock, or `nil`.
    public func advisoryLockHolder(_ key: Int64) throws(PostgresError) -> LockHolder? {
        let high = Int64(UInt64(bitPattern: key) >> 32)
        let low = Int64(UInt64(bitPattern: key) & 0xFFFF_FFFF)
        return try rows(
            of: """
                SELECT held.pid, coalesce(session.application_name, '') AS application_name,
                       session.backend_start,
                       CASE WHEN session.state = 'idle' THEN session.state_change END AS idle_since
                FROM pg_locks AS held
                LEFT JOIN pg_stat_activity AS session ON session.pid = held.pid
                WHERE held.locktype = 'advisory' AND held.granted AND held.objsubid = 1
                  AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  AND held.classid::bigint = \(high) AND held.objid::bigint = \(low)
                """
        ).decode(as: LockHolder.self).first
    }
}
