internal import Postgres

extension Ledger {
    /// Tells whoever listens to the channel `entremise_run` that a run completed, with its job,
    /// number and day and what it changed, as JSON.
    ///
    /// The server tells it once the transaction is committed, and never where it is not.
    func notify(
        of run: RunHandle, _ counts: RunCounts, on connection: borrowing Connection
    ) throws(PostgresError) {
        try connection.execute(
            """
            SELECT pg_notify(
                'entremise_run',
                jsonb_build_object(
                    'network', network, 'job', job, 'run', id, 'day', as_of, 'new', \(counts.new),
                    'changed', \(counts.changed), 'closed', \(counts.closed),
                    'unchanged', \(counts.unchanged)
                )::text)
            FROM entremise.run WHERE id = \(run.id)
            """)
    }
}
