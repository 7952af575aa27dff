internal import CPostgres

extension Connection {
    /// Runs a query and gives its rows one by one as they arrive, in constant memory.
    ///
    /// When `body` throws, the query is cancelled, and with it the transaction that it stands in.
    /// Until the stream is over, other calls on this connection throw ``PostgresError/Code/busy``.
    ///
    /// - Returns: How many rows there were.
    /// - Throws: What `body` throws, or a ``PostgresError``; rows before an error were given.
    @discardableResult
    public func stream(
        _ query: Query, _ body: (borrowing Row) throws -> Void
    ) throws -> Int {
        try requireIdle()
        guard try send(query) == 1, PQsetSingleRowMode(handle) == 1 else {
            throw PostgresError(result: nil, connection: handle, query: query)
        }
        session.isBusy = true
        defer { session.isBusy = false }
        var isWhole = false
        defer { if !isWhole { abandon() } }

        var list: ColumnList?
        var count = 0
        while let result = PQgetResult(handle) {
            let answer = ResultHandle(result)
            try check(answer, of: query)
            guard answer.status == PGRES_SINGLE_TUPLE else { continue }
            let columns = list ?? ColumnList(result: result)
            list = columns
            count += 1
            let row = Row(result: result, index: 0, number: count, list: columns)
            try body(row)
        }
        isWhole = true
        return count
    }

    /// Stops the statement under way and drops what is left of it.
    func abandon() {
        if PQtransactionStatus(handle) == PQTRANS_ACTIVE { canceller.cancel() }
        drain()
    }
}
