internal import CPostgres
internal import Foundation

/// What stands between this program and PostgreSQL.
public enum Pooling: String, Sendable, Hashable {
    /// Nothing: the connection is to the server itself.
    case none
    /// A pooler that keeps one server process for as long as the connection lasts.
    case session
    /// A pooler that gives a server process for one transaction, or one statement, only: locks and
    /// settings of the session do not last, and are left behind for others.
    case transaction
}

extension Connection {
    /// Looks for a pooler such as PgBouncer between this program and the server.
    ///
    /// The server process that answers behind one is not the one that the connection was told of when
    /// it began. Whether it is shared is seen from a second connection: the same process answers there
    /// too, or another one answers here.
    ///
    /// - Returns: ``Pooling/session`` also where no second connection is to be had within 3 seconds.
    public func pooling() throws(PostgresError) -> Pooling {
        var process = try serverProcess()
        guard process != PQbackendPID(handle) else { return .none }
        for _ in 0..<4 {
            guard let other = processOfAnother(within: 3) else { return .session }
            let now = try serverProcess()
            if other == process || other == now || now != process { return .transaction }
            process = now
        }
        return .session
    }

    /// Number of the server process that answers.
    private func serverProcess() throws(PostgresError) -> Int32? {
        try first("SELECT pg_backend_pid()", as: Int32.self)
    }

    /// Number of the server process that answers a second connection of the same kind; nil where none
    /// answers in time.
    private func processOfAnother(within seconds: Double) -> Int32? {
        guard let options = PQconninfo(handle) else { return nil }
        defer { PQconninfoFree(options) }
        var settings: [(String, String)] = []
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val, value.pointee != 0 {
                settings.append((String(cString: keyword), String(cString: value)))
            }
            option += 1
        }
        let other = withCStrings(settings) { keywords, values in
            PQconnectdbParams(keywords, values, 0)
        }
        guard let other else { return nil }
        defer { PQfinish(other) }
        guard PQstatus(other) == CONNECTION_OK, PQsendQuery(other, "SELECT pg_backend_pid()") == 1
        else { return nil }
        let end = Date().addingTimeInterval(seconds)
        while PQisBusy(other) == 1 {
            var socket = pollfd(fd: PQsocket(other), events: Int16(POLLIN), revents: 0)
            let left = Int32(end.timeIntervalSinceNow * 1_000)
            guard left > 0, poll(&socket, 1, left) > 0, PQconsumeInput(other) == 1 else {
                return nil
            }
        }
        guard let result = PQgetResult(other) else { return nil }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK, let text = PQgetvalue(result, 0, 0) else {
            return nil
        }
        return Int32(String(cString: text))
    }
}
