internal import CPostgres

extension PostgresError {
    /// Reads the error of a failed result, which lives until it is read.
    init(_ result: borrowing ResultHandle, connection: OpaquePointer, query: Query?) {
        self.init(result: result.pointer, connection: connection, query: query)
    }

    /// Reads the error of a result, without the values that were sent.
    ///
    /// - Parameters:
    ///   - result: The failed result; `nil` when libpq had none to give.
    ///   - connection: The connection it came from.
    ///   - query: The statement, for the line an error stands on and the values to hide.
    init(result: OpaquePointer?, connection: OpaquePointer, query: Query?) {
        let lost = PQstatus(connection) == CONNECTION_BAD
        guard let result, let sqlstate = Self.field(result, CPOSTGRES_SQLSTATE) else {
            let said = String(cString: PQerrorMessage(connection))
            self.init(
                lost ? .connectionLost : .invalidStatement,
                Redaction(query).hide(in: Self.trimmed(said)))
            return
        }
        let hidden = Redaction(query, sqlstate: sqlstate)
        let code: Code =
            if lost { .connectionLost } else if sqlstate == "57014" { .cancelled } else {
                .server(sqlstate: sqlstate)
            }
        let position = Self.field(result, CPOSTGRES_POSITION).flatMap { Int($0) }
        self.init(
            code, hidden.hide(in: Self.field(result, CPOSTGRES_MESSAGE) ?? "Unknown error"),
            sqlstate: sqlstate,
            detail: Self.field(result, CPOSTGRES_DETAIL).flatMap(hidden.detail),
            hint: Self.field(result, CPOSTGRES_HINT).map(hidden.hide),
            table: Self.field(result, CPOSTGRES_TABLE),
            column: Self.field(result, CPOSTGRES_COLUMN),
            constraint: Self.field(result, CPOSTGRES_CONSTRAINT),
            position: position,
            line: position.flatMap { at in query.map { $0.line(at: at) } },
            context: Self.field(result, CPOSTGRES_CONTEXT).flatMap(Redaction.copyPlace))
    }

    static func field(_ result: OpaquePointer, _ code: Int32) -> String? {
        PQresultErrorField(result, code).map { String(cString: $0) }
    }

    static func trimmed(_ text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline)
        return lines.joined(separator: " ")
    }
}
