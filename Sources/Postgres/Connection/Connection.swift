internal import CPostgres
public import Logging

/// One libpq connection. It has a single owner and closes when that owner lets go.
///
/// Every call blocks until the server has answered. Values travel as `$1, $2, …`, never inside the
/// SQL.
public struct Connection: ~Copyable {
    let handle: OpaquePointer
    let session: Session
    /// Cancels what this connection runs, from any thread.
    public let canceller: Canceller

    /// Connects.
    ///
    /// - Parameters:
    ///   - conninfo: A libpq connection string or URI; empty, or with parts missing, libpq's own
    ///     rules fill in: environment, service file, password file.
    ///   - applicationName: Shown in `pg_stat_activity` unless `conninfo` or `PGAPPNAME` says
    ///     another.
    ///   - limits: What holds in every transaction; only there, so that nothing is left behind in the
    ///     session of a pooler.
    ///   - logger: Receives the server's notices.
    ///   - isStopped: Asked while it waits for the server whether to go on; nil: always.
    /// - Throws: ``PostgresError/Code/connectionFailed``, ``PostgresError/Code/cancelled``, or ``PostgresError/Code/nulInText`` for
    ///   a connection string with U+0000.
    public init(
        conninfo: String, applicationName: String = "entremise",
        limits: TimeLimits = TimeLimits(), logger: Logger? = nil,
        isStopped: (@Sendable () -> Bool)? = nil
    ) throws(PostgresError) {
        (handle, session, canceller) = try Self.opened(
            conninfo, applicationName, limits, logger, isStopped: isStopped)
    }

    deinit { PQfinish(handle) }

    /// The name of the database.
    public var database: String { String(cString: PQdb(handle)) }

    /// The role that is logged in.
    public var user: String { String(cString: PQuser(handle)) }

    /// Whether the connection was in order when it was last used.
    public var isOpen: Bool { PQstatus(handle) == CONNECTION_OK }

    /// How long the statements of its transactions may take.
    public var limits: TimeLimits { session.limits }

    /// Whether a transaction is open.
    public var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }
}

extension Connection {
    /// Runs one statement.
    ///
    /// - Returns: The rows it affected or returned; 0 where there is no such count.
    @discardableResult
    public func execute(_ query: Query) throws(PostgresError) -> Int {
        let answer = try run(query)
        return Int(String(cString: PQcmdTuples(answer.pointer))) ?? 0
    }

    /// Runs many statements, separated by semicolons and without values.
    ///
    /// Outside of a transaction they are one: all of them hold or none.
    public func script(_ sql: String) throws(PostgresError) {
        try requireIdle()
        let query = Query(raw: sql)
        try refuseNUL(sql)
        try check(answer(PQsendQuery(handle, sql), of: query), of: query)
    }

    /// Runs a query and keeps its rows in memory; for large results see ``stream(_:_:)``.
    public func rows(of query: Query) throws(PostgresError) -> Rows {
        Rows(try run(query))
    }

    /// The first column of the first row; `nil` when there is no row or it is NULL.
    public func first<T: PostgresDecodable>(
        _ query: Query, as type: T.Type = T.self
    ) throws(PostgresError) -> T? {
        let rows = try rows(of: query)
        let value: T?? = try rows.first { row throws(PostgresError) in
            try row.value(at: 0, as: T?.self)
        }
        return value ?? nil
    }

    /// The columns a query would return, without running it.
    public func describe(_ query: Query) throws(PostgresError) -> [Column] {
        try requireIdle()
        let parameters = try ParameterList(query)
        let sent = parameters.withPointers { list in
            PQsendPrepare(handle, "", query.sql, list.count, list.types)
        }
        try check(answer(sent, of: query), of: query)
        let described = try answer(PQsendDescribePrepared(handle, ""), of: query)
        try check(described, of: query)
        return ColumnList(result: described.pointer).columns
    }
}

extension Connection {
    /// Sends a statement with its values and asks for the rows in binary form.
    ///
    /// - Returns: Whether it could be sent, as libpq says it.
    func send(_ query: Query) throws(PostgresError) -> Int32 {
        let parameters = try ParameterList(query)
        return parameters.withPointers { list in
            PQsendQueryParams(
                handle, query.sql, list.count, list.types, list.values, list.lengths,
                list.formats, Format.binary.rawValue)
        }
    }

    func run(_ query: Query) throws(PostgresError) -> ResultHandle {
        try requireIdle()
        let answer = try answer(send(query), of: query)
        try check(answer, of: query)
        return answer
    }

    /// Waits for what a statement has to say: the first error, or the last result. `PQexec` would
    /// give the last error, which for a terminated session is not the one that says why.
    func answer(_ sent: Int32, of query: Query) throws(PostgresError) -> ResultHandle {
        var kept: OpaquePointer?
        while sent == 1, let result = PQgetResult(handle) {
            if let earlier = kept {
                if Self.isError(earlier) {
                    PQclear(result)
                    continue
                }
                PQclear(earlier)
            }
            kept = result
            switch PQresultStatus(result) {
            case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH: return ResultHandle(result)
            default: continue
            }
        }
        return try owned(kept, of: query)
    }

    /// Gives a result its owner; without one, says what the connection says.
    func owned(_ result: OpaquePointer?, of query: Query) throws(PostgresError) -> ResultHandle {
        if let result { return ResultHandle(result) }
        throw PostgresError(result: nil, connection: handle, query: query)
    }

    private static func isError(_ result: OpaquePointer) -> Bool {
        switch PQresultStatus(result) {
        case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE: true
        default: false
        }
    }

    /// Throws unless the statement went through to its end.
    func check(_ answer: borrowing ResultHandle, of query: Query) throws(PostgresError) {
        switch answer.status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE: return
        case PGRES_EMPTY_QUERY:
            throw PostgresError(.invalidStatement, "Expected a statement, found none.")
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            leaveCopy(answer.status)
            throw PostgresError(
                .invalidStatement, "Expected a statement other than COPY; the copy calls do that.")
        default: throw PostgresError(answer, connection: handle, query: query)
        }
    }

    /// Refuses a statement while a COPY or a stream is under way: libpq would drop what is left of
    /// that in silence.
    func requireIdle() throws(PostgresError) {
        if session.isBusy {
            throw PostgresError(
                .busy, "Expected an idle connection; a COPY or a stream on it is not over.")
        }
    }

    func refuseNUL(_ sql: String) throws(PostgresError) {
        if sql.utf8.contains(0) {
            throw PostgresError(.nulInText, "Expected SQL without U+0000.")
        }
    }

    /// Ends a COPY that somebody began by a plain statement, and drops the rest of its results.
    private func leaveCopy(_ status: ExecStatusType) {
        if status == PGRES_COPY_OUT { canceller.cancel() }
        if status == PGRES_COPY_IN { PQputCopyEnd(handle, "not begun by a copy call") }
        drain()
    }

    /// Reads and drops results until the connection is idle again.
    func drain() {
        while let result = PQgetResult(handle) {
            let status = PQresultStatus(result)
            PQclear(result)
            if status == PGRES_COPY_OUT {
                var buffer: UnsafeMutablePointer<CChar>?
                while PQgetCopyData(handle, &buffer, 0) > 0 { PQfreemem(buffer) }
            } else if status == PGRES_COPY_IN {
                PQputCopyEnd(handle, "dropped")
            }
            if PQstatus(handle) == CONNECTION_BAD { return }
        }
    }
}
