/// What went wrong between this program and PostgreSQL.
///
/// Nothing here holds the value of a parameter or a password: what the server says is stripped of
/// them before it is kept, so an error may be logged as it is.
public struct PostgresError: Error, Sendable, Equatable {
    public enum Code: Sendable, Equatable {
        /// No connection could be made: the server is unreachable or refused it.
        case connectionFailed
        /// The connection ended while it was in use.
        case connectionLost
        /// The server refused the statement.
        case server(sqlstate: String)
        /// The statement was cut short by a cancel request or a time-out (SQLSTATE 57014).
        case cancelled
        /// The result has no column of that name or number.
        case columnMissing
        /// The column is of another type than the one asked for.
        case typeMismatch
        /// A NULL where a value was expected.
        case nullValue
        /// The value does not fit the type it is written to or read as.
        case outOfRange
        /// A text holds the character U+0000, which PostgreSQL cannot store.
        case nulInText
        /// Bytes from the server are not UTF-8.
        case invalidUTF8
        /// The connection is in the middle of a COPY or a stream.
        case busy
        /// The call needs a transaction, or must stand outside of one.
        case transactionState
        /// COMMIT was answered by a rollback: a statement had failed before.
        case rolledBack
        /// An advisory lock was released that this session does not hold.
        case lockNotHeld
        /// The statement or its parameters cannot be sent as asked.
        case invalidStatement
        /// The binary COPY stream is not as its format says.
        case copyFormat
    }

    public let code: Code
    /// What was expected, what was found and where.
    public let message: String
    /// The server's SQLSTATE, five characters.
    public let sqlstate: String?
    public let detail: String?
    public let hint: String?
    public let table: String?
    public let column: String?
    public let constraint: String?
    /// Where in the statement, in characters from 1.
    public let position: Int?
    /// The line of the statement that `position` falls on, from 1.
    public let line: Int?
    /// Where in a COPY: `COPY offer, line 3, column hours`.
    public let context: String?

    public init(
        _ code: Code, _ message: String, sqlstate: String? = nil, detail: String? = nil,
        hint: String? = nil, table: String? = nil, column: String? = nil,
        constraint: String? = nil, position: Int? = nil, line: Int? = nil, context: String? = nil
    ) {
        self.code = code
        self.message = message
        self.sqlstate = sqlstate
        self.detail = detail
        self.hint = hint
        self.table = table
        self.column = column
        self.constraint = constraint
        self.position = position
        self.line = line
        self.context = context
    }
}

extension PostgresError: CustomStringConvertible {
    public var description: String {
        var places: [String] = []
        if let sqlstate { places.append("SQLSTATE \(sqlstate)") }
        if let table { places.append("table \(table)") }
        if sqlstate != nil, let column { places.append("column \(column)") }
        if let constraint { places.append("constraint \(constraint)") }
        if let line { places.append("line \(line) of the statement") }
        if let context { places.append(context) }
        var text = message
        if !places.isEmpty { text += " (" + places.joined(separator: ", ") + ")" }
        if let detail { text += " — \(detail)" }
        if let hint { text += " — \(hint)" }
        return text
    }
}
