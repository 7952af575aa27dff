public import Market
internal import Postgres

extension Ledger {
    /// Queries of a job that lost more rows since its last completed run than may be; none where there
    /// was no such run, or it recorded no numbers.
    ///
    /// A row that a query leaves out since days have passed is not lost: where the earlier run took
    /// another day for today, the query is asked once more as of that day. A row that makes no sense any
    /// more is lost: what it led to would be withdrawn too.
    ///
    /// - Parameters:
    ///   - queries: The job's queries.
    ///   - snapshot: What they returned, read in the transaction that is open.
    ///   - asOf: The day that they took for today.
    ///   - share: Share of its rows that a source may lose, 0 to 1; 1: all of it.
    /// - Returns: Needs first, then candidates, then what else the job reads.
    public func shrinkages(
        of queries: JobQueries, in snapshot: Snapshot, asOf: Day, losing share: Double
    ) throws(LedgerError) -> [Shrinkage] {
        try guarded { connection in
            try reading(connection) { connection in
                guard let last = try lastReading(of: queries.job, on: connection) else { return [] }
                return try queries.sources.compactMap { source throws(any Error) -> Shrinkage? in
                    guard let before = last.rows[source.name],
                        let usable = snapshot.rowsRead[source.name],
                        Shrinkage.isShrunk(to: usable, from: before, losing: share)
                    else { return nil }
                    let returned = try count(source.file, asOf: asOf, on: connection)
                    let over =
                        try last.asOf == asOf
                        ? 0 : count(source.file, asOf: last.asOf, on: connection) - returned
                    guard
                        Shrinkage.isShrunk(to: usable + max(0, over), from: before, losing: share)
                    else { return nil }
                    return Shrinkage(
                        source: source.name, file: source.file.name, returned: returned,
                        usable: usable, before: before, run: last.run, asOf: last.asOf)
                }
            }
        }
    }

    private struct Reading {
        let run: Int
        let asOf: Day
        /// Rows by what they are.
        let rows: [String: Int]
    }

    /// What the last completed run of a job read; nil where there was none, or it recorded no numbers.
    private func lastReading(of job: String, on connection: borrowing Connection) throws -> Reading?
    {
        let rows = try connection.rows(
            of: """
                SELECT id, as_of, rows_read FROM entremise.run
                WHERE network = \(network.key) AND job = \(job) AND status = 'completed'
                ORDER BY id DESC
                LIMIT 1
                """)
        return try rows.map { row throws(any Error) -> Reading? in
            guard let counts = try row.optional("rows_read", as: JSONText.self) else { return nil }
            return Reading(
                run: try row.value("id"), asOf: Day(try row.value("as_of")),
                rows: try counts.decoded())
        }.first ?? nil
    }
}
