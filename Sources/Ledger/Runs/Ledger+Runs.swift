internal import Logging
internal import Market
internal import Postgres

extension Ledger {
    /// Locks the job and records that a run of it has begun.
    ///
    /// Runs of the job that were left running by a program that is gone are closed as interrupted.
    ///
    /// - Throws: ``LedgerError/noRight(role:missing:)``, ``LedgerError/schemaMissing`` and the
    ///   other states of the schema, ``LedgerError/pooledByTransaction``,
    ///   ``LedgerError/lockHeld(job:holder:)``, ``LedgerError/lockLeft(job:holder:)``.
    public func begin(_ start: RunStart) throws(LedgerError) -> RunHandle {
        try begin(start, leftAfter: 60)
    }

    /// - Parameters:
    ///   - start: What is known of the run.
    ///   - seconds: How long a session that holds the lock and runs nothing must have been idle to count
    ///     as gone.
    package func begin(
        _ start: RunStart, leftAfter seconds: Double
    ) throws(LedgerError) -> RunHandle {
        let exists = try guarded { connection in
            try connection.first(
                "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'entremise')",
                as: Bool.self)
        }
        guard exists == true else { throw .schemaMissing }
        try requireRights()
        try requireSchema()
        try requireSession()
        let key = Lock.job(start.job, of: network.key)
        return try guarded { connection in
            guard try connection.tryAdvisoryLock(key) else {
                throw try held(key, for: start.job, leftAfter: seconds, on: connection)
            }
            do {
                return try connection.transaction { connection in
                    try closeStale(start.job, on: connection)
                    return try insert(start, on: connection)
                }
            } catch {
                try? connection.advisoryUnlock(key)
                throw error
            }
        }
    }

    /// Records that the run failed, and unlocks the job. What was in force still is.
    ///
    /// - Parameters:
    ///   - run: A run that is running.
    ///   - reason: What happened, for the coordinator; no secret.
    /// - Throws: ``LedgerError/notRunning(run:)``.
    public func fail(_ run: RunHandle, because reason: String) throws(LedgerError) {
        try close(run, as: "failed", reason)
    }

    /// Records that the run was interrupted, and unlocks the job. What was in force still is.
    public func interrupt(_ run: RunHandle, because reason: String) throws(LedgerError) {
        try close(run, as: "interrupted", reason)
    }

    /// Who holds a job's lock: another run, or what one left behind.
    ///
    /// A run that works is recorded as running a moment after it takes the lock, and until just before
    /// it lets go.
    private func held(
        _ key: Int64, for job: String, leftAfter seconds: Double,
        on connection: borrowing Connection
    ) throws -> LedgerError {
        guard let holder = try connection.advisoryLockHolder(key) else {
            return .lockHeld(job: job, holder: nil)
        }
        let isLeft = try connection.first(
            """
            SELECT NOT EXISTS (
                    SELECT FROM entremise.run
                    WHERE network = \(network.key) AND job = \(job) AND status = 'running')
                AND EXISTS (
                    SELECT FROM pg_stat_activity
                    WHERE pid = \(holder.pid) AND state = 'idle'
                        AND state_change < now() - make_interval(secs => \(seconds)))
            """, as: Bool.self)
        return isLeft == true
            ? .lockLeft(job: job, holder: holder) : .lockHeld(job: job, holder: holder)
    }

    private func closeStale(_ job: String, on connection: borrowing Connection) throws {
        let stale = try connection.execute(
            """
            UPDATE entremise.run
            SET status = 'interrupted', ended_at = clock_timestamp(),
                error = 'The program ended without closing the run.'
            WHERE network = \(network.key) AND job = \(job) AND status = 'running'
            """)
        if stale > 0 {
            logger?.warning("Stale runs closed", metadata: ["job": "\(job)", "runs": "\(stale)"])
        }
    }

    private func insert(_ start: RunStart, on connection: borrowing Connection) throws -> RunHandle
    {
        let id = try connection.first(
            """
            INSERT INTO entremise.run
                (
                    network, job, title_fr, title_en, verb, as_of, seed, program_version,
                    configuration_hash
                )
            VALUES (
                \(network.key), \(start.job), \(start.title[.french] ?? start.job),
                \(start.title[.english] ?? start.job), \(start.verb), \(start.asOf.date),
                \(start.seed), \(start.programVersion), \(start.configurationHash)
            )
            RETURNING id
            """, as: Int.self)
        guard let id else { throw LedgerError.unreadable("Expected the number of the new run") }
        return RunHandle(id: id, job: start.job)
    }

    private func close(_ run: RunHandle, as status: String, _ reason: String) throws(LedgerError) {
        try guarded { connection in
            let closed = try connection.execute(
                """
                UPDATE entremise.run
                SET status = \(status), error = \(reason.replacing("\0", with: "")),
                    ended_at = clock_timestamp()
                WHERE id = \(run.id) AND status = 'running'
                """)
            guard closed == 1 else { throw LedgerError.notRunning(run: run.id) }
            try connection.advisoryUnlock(Lock.job(run.job, of: network.key))
        }
    }
}
