import Foundation

/// How PgBouncer gives out the server's processes.
public enum PoolMode: String, Sendable, CaseIterable {
    case session, transaction, statement
}

/// A PgBouncer of a test's own before a database.
///
/// - Parameters:
///   - conninfo: Connection string of the database.
///   - mode: How long a client keeps a process.
///   - body: Takes the connection string by way of the pooler.
public func withPooler<T>(
    before conninfo: String, mode: PoolMode, _ body: (String) async throws -> T
) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pooler-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.setAttributes(
        [.posixPermissions: 0o777], ofItemAtPath: folder.path)
    let settings = connectionSettings(conninfo)
    let host = settings["host"] ?? "", database = settings["dbname"] ?? ""
    let file = folder.appending(path: "pgbouncer.ini")
    try Data(
        """
        [databases]
        \(database) = host=\(host) port=\(settings["port"] ?? "") user=\(settings["user"] ?? "")
        [pgbouncer]
        listen_addr =
        listen_port = 6432
        unix_socket_dir = \(folder.path)
        auth_type = any
        pool_mode = \(mode.rawValue)
        default_pool_size = 4
        log_connections = 0
        log_disconnections = 0
        """.utf8
    ).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = user(of: host) + ["/usr/sbin/pgbouncer", file.path]
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = output
    try process.run()
    defer {
        // It inherits a mask of signals in which SIGTERM may be blocked.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
    var said = Data()
    while !String(decoding: said, as: UTF8.self).contains("process up") {
        let more = output.fileHandleForReading.availableData
        guard !more.isEmpty else {
            throw PoolerError(output: String(decoding: said, as: UTF8.self))
        }
        said += more
    }
    return try await body(
        "host=\(folder.path) port=6432 dbname=\(database) user=\(settings["user"] ?? "")")
}

/// Keys and values of a connection string; the last setting of a name is the one that counts.
public func connectionSettings(_ conninfo: String) -> [String: String] {
    Dictionary(
        conninfo.matches(of: /(\w+)=(?:'([^']*)'|(\S+))/).map {
            (String($0.1), String($0.2 ?? $0.3 ?? ""))
        }, uniquingKeysWith: { $1 })
}

/// PgBouncer refuses to be root: it runs as the owner of the server's socket then.
private func user(of folder: String) -> [String] {
    guard geteuid() == 0 else { return [] }
    var found = stat()
    let isOwned = stat(folder, &found) == 0 && found.st_uid != 0
    let (uid, gid) = isOwned ? (found.st_uid, found.st_gid) : (65_534, 65_534)
    return ["setpriv", "--reuid=\(uid)", "--regid=\(gid)", "--clear-groups"]
}

/// PgBouncer did not start.
struct PoolerError: Error {
    let output: String
}
