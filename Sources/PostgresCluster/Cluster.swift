public import Foundation
public import Logging

/// A private PostgreSQL server in a folder: no network, one owner, made on first use.
///
/// The folder holds `data/` (made by `initdb` with checksums, UTF-8 and the locale C.UTF-8),
/// `socket/` and `server.log`; its mode is 0700, and whoever may enter it may connect. PostgreSQL
/// refuses to run as root; started by root, the server runs as the system user `postgres`, or in a
/// user namespace where that user cannot reach the folder.
public struct Cluster: Sendable {
    /// What a cluster is doing.
    public enum Status: Hashable, Sendable {
        /// There is no cluster in the folder.
        case absent
        case stopped
        case running(Running)
    }

    /// A running server.
    public struct Running: Hashable, Sendable {
        public let pid: Int32
        public let since: Date
        /// The major version, such as `15`.
        public let version: String
        /// The libpq connection string of its database.
        public let conninfo: String
    }

    /// The database made on first start.
    public static let database = "entremise"
    /// The superuser's name inside of the cluster.
    public static let superuser = "postgres"

    let files: ClusterFiles
    let durable: Bool
    let logger: Logger?

    /// - Parameters:
    ///   - directory: Where the cluster is or will be; its parents are made as needed.
    ///   - durable: `false` gives up safety against a crash of the machine, for tests. It counts
    ///     when the cluster is made.
    ///   - logger: Hears of a cluster being made and of a socket that lies elsewhere.
    public init(directory: String, durable: Bool = true, logger: Logger? = nil) {
        files = ClusterFiles(directory: directory)
        self.durable = durable
        self.logger = logger
    }

    /// Starts the server unless it runs, making the cluster and its database as needed.
    ///
    /// Two processes may start the same cluster at once: one waits for the other.
    ///
    /// - Returns: The libpq connection string of the database.
    public func start() throws(ClusterError) -> String {
        let user = try prepareFolder()
        return try files.locked { () throws(ClusterError) in
            if let running = runningServer() { return running.conninfo }
            let programs = try ServerPrograms.find(for: files.majorVersion)
            if files.majorVersion == nil { try create(programs, as: user) }
            try launch(programs, as: user)
            guard let running = runningServer() else {
                throw ClusterError(
                    .serverFailed,
                    "The server in \(files.directory) stopped as soon as it had started."
                        + files.logTail())
            }
            try createDatabase(running)
            return running.conninfo
        }
    }

    /// Stops the server, if it runs, and waits until it has.
    public func stop() throws(ClusterError) {
        guard case .running = try status() else { return }
        let user = try ServerUser.owning(files.data)
        try files.locked { () throws(ClusterError) in
            guard let running = runningServer() else { return }
            let programs = try ServerPrograms.find(for: files.majorVersion)
            try run(
                programs.path("pg_ctl"),
                ["stop", "-D", files.data, "-m", "fast", "-w", "-t", "60"],
                as: user, "stopping the server (pid \(running.pid)) in \(files.directory)")
            if files.socket.isOutside { rmdir(files.socket.path) }
        }
    }

    /// Whether there is a cluster, and whether its server runs.
    ///
    /// - Throws: ``ClusterError/Code/folderUnusable`` when this user may not look into the folder.
    public func status() throws(ClusterError) -> Status {
        try files.requireReadable()
        guard files.majorVersion != nil else { return .absent }
        guard let running = runningServer() else { return .stopped }
        return .running(running)
    }
}
