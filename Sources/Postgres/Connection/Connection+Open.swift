internal import CPostgres
internal import Logging

extension Connection {
    /// One form of what the server writes as text: casts to it, and CSV.
    private static let sessionSettings = """
        SET DateStyle = 'ISO, YMD'; SET bytea_output = 'hex'; SET extra_float_digits = 3;
        SET standard_conforming_strings = on
        """

    /// The parts of a connection that is ready for use.
    static func opened(
        _ conninfo: String, _ applicationName: String, _ limits: TimeLimits, _ logger: Logger?,
        isStopped: (@Sendable () -> Bool)?
    ) throws(PostgresError) -> (OpaquePointer, Session, Canceller) {
        let handle = try open(
            conninfo: conninfo, applicationName: applicationName, isStopped: isStopped)
        let session = Session(logger: logger, limits: limits)
        session.receiveNotices(of: handle)
        let set = ResultHandle(PQexec(handle, sessionSettings))
        guard set.status == PGRES_COMMAND_OK, let cancel = PQgetCancel(handle) else {
            let error = PostgresError(
                set, connection: handle, query: Query(raw: sessionSettings))
            // A last notice must find the session alive.
            withExtendedLifetime(session) { PQfinish(handle) }
            throw error
        }
        return (handle, session, Canceller(handle: cancel, socket: PQsocket(handle)))
    }
}

/// Connects, or says why not without a word of the password.
private func open(
    conninfo: String, applicationName: String, isStopped: (@Sendable () -> Bool)?
) throws(PostgresError) -> OpaquePointer {
    for text in [conninfo, applicationName] where text.utf8.contains(0) {
        throw PostgresError(.nulInText, "Expected a connection string without U+0000.")
    }
    let secrets = try passwords(in: conninfo)
    // Later settings win over earlier ones, so the connection string comes last but for the
    // encoding, which is not open to choice.
    let settings = [
        ("fallback_application_name", applicationName), ("dbname", conninfo),
        ("client_encoding", "UTF8"),
    ]
    let connect = { @Sendable in
        withCStrings(settings) { keywords, values in
            PQconnectdbParams(keywords, values, 1).map { UInt(bitPattern: $0) }
        }
    }
    let address =
        if let isStopped {
            try PendingConnection(connect).address(unless: isStopped)
        } else {
            connect()
        }
    guard let handle = address.flatMap({ OpaquePointer(bitPattern: $0) }) else {
        throw PostgresError(.connectionFailed, "Expected memory for a connection.")
    }
    if PQstatus(handle) == CONNECTION_OK { return handle }
    defer { PQfinish(handle) }
    var said = PostgresError.trimmed(String(cString: PQerrorMessage(handle)))
    for secret in secrets { said = said.replacing(secret, with: "…") }
    throw PostgresError(.connectionFailed, said, hint: hint(for: handle))
}

/// What to look at first after a refused connection.
private func hint(for handle: OpaquePointer) -> String? {
    if PQconnectionNeedsPassword(handle) != 0 {
        return "The server asks for a password and none was given: see passfile (~/.pgpass), "
            + "PGPASSWORD or the connection string."
    }
    if PQconnectionUsedPassword(handle) != 0 {
        return "The server was reached and refused: check user, password and database name."
    }
    return nil
}

/// The passwords that a connection string holds.
private func passwords(in conninfo: String) throws(PostgresError) -> [String] {
    guard conninfo.contains("=") || conninfo.contains("://") else { return [] }
    var complaint: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(conninfo, &complaint) else {
        let said = complaint.map { String(cString: $0) } ?? ""
        PQfreemem(complaint)
        // libpq quotes the string, or a part of it, in its complaint.
        let plain = said.prefix { $0 != "\"" }
        throw PostgresError(
            .connectionFailed,
            "Expected a libpq connection string (key=value … or postgresql://…): "
                + PostgresError.trimmed(String(plain)) + "…")
    }
    defer { PQconninfoFree(options) }
    var found: [String] = []
    var option = options
    while let keyword = option.pointee.keyword {
        let name = String(cString: keyword)
        if name == "password" || name == "sslpassword", let value = option.pointee.val,
            value.pointee != 0
        {
            found.append(String(cString: value))
        }
        option += 1
    }
    return found
}

/// Lends keywords and values as the two lists of C strings, each ended by a null, that libpq takes.
func withCStrings<Result>(
    _ settings: [(String, String)],
    _ body: (
        UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>
    ) -> Result
) -> Result {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for text in settings.flatMap({ [$0.0, $0.1] }) {
        starts.append(bytes.count)
        bytes.append(contentsOf: text.utf8CString)
    }
    return bytes.withUnsafeBufferPointer { buffer in
        let pointers = starts.map { start in buffer.baseAddress.map { $0 + start } }
        let keywords = stride(from: 0, to: pointers.count, by: 2).map { pointers[$0] } + [nil]
        let values = stride(from: 1, to: pointers.count, by: 2).map { pointers[$0] } + [nil]
        return keywords.withUnsafeBufferPointer { keywords in
            values.withUnsafeBufferPointer { values in
                guard let keywords = keywords.baseAddress, let values = values.baseAddress else {
                    preconditionFailure("two lists that end in nil are not empty")
                }
                return body(keywords, values)
            }
        }
    }
}
