internal import Market
internal import Postgres

extension Ledger {
    /// Writes who waits as versions; see ``complete(_:with:peakBytes:)``.
    ///
    /// - Parameter waits: For each member the first day of the wait.
    func write(
        _ waits: [String: Day], of run: RunHandle, on connection: borrowing Connection
    ) throws {
        var begun = waits
        var ended: [Int] = []
        try connection.rows(
            of: """
                SELECT id, member_id, since_on FROM entremise.wait
                WHERE network = \(network.key) AND job = \(run.job) AND until_run_id IS NULL
                """
        ).forEach { row throws(PostgresError) in
            let member: String = try row.value("member_id")
            if begun[member] == Day(try row.value("since_on")) {
                begun[member] = nil
            } else {
                ended.append(try row.value("id"))
            }
        }
        try connection.execute(
            """
            UPDATE entremise.wait SET until_run_id = \(run.id) WHERE id = ANY (\(ended.sorted()))
            """)
        try connection.copyIn(
            "entremise.wait", rows: begun.sorted { $0.key < $1.key },
            columns: [
                .column("network", always: network.key),
                .column("job", always: run.job),
                .column("member_id") { $0.key },
                .column("since_on") { $0.value.date },
                .column("run_id", always: run.id),
            ])
    }
}
