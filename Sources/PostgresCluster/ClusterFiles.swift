internal import Foundation

/// Where the parts of a cluster lie.
struct ClusterFiles: Sendable {
    let directory: String

    init(directory: String) {
        self.directory = URL(fileURLWithPath: directory).standardizedFileURL.path
    }

    var data: String { directory + "/data" }
    /// Where `initdb` works until it is done, so that `data` is whole or not there.
    var unfinished: String { directory + "/data.unfinished" }
    var log: String { directory + "/server.log" }
    var lock: String { directory + "/lock" }

    /// The folder of the socket: in the cluster's own, or, where the path of the socket would pass
    /// the 107 bytes that the kernel allows or holds a comma, a short one under the folder for temporary files,
    /// named by a hash of the path.
    var socket: (path: String, isOutside: Bool) {
        let inside = directory + "/socket"
        if fits(inside) { return (inside, false) }
        let name = "/entremise-" + String(fingerprint(directory), radix: 16)
        let temporary = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        let near = URL(fileURLWithPath: temporary).standardizedFileURL.path + name
        return (fits(near) ? near : "/tmp" + name, true)
    }

    /// A comma would part a list of hosts for libpq.
    private func fits(_ folder: String) -> Bool {
        folder.utf8.count + "/.s.PGSQL.5432".utf8.count <= 107 && !folder.contains(",")
    }

    /// The major version that made the data, such as `15`; `nil` when there is no data.
    var majorVersion: String? {
        (try? String(contentsOfFile: data + "/PG_VERSION", encoding: .utf8))?
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The end of the server's log, for an error message.
    func logTail(lines: Int = 20) -> String {
        guard let bytes = FileManager.default.contents(atPath: log), !bytes.isEmpty else {
            return ""
        }
        let text = String(decoding: bytes.suffix(16384), as: UTF8.self)
        let tail = text.split(whereSeparator: \.isNewline).suffix(lines).joined(separator: "\n")
        return "\nThe end of \(log):\n\(tail)"
    }

    func requireReadable() throws(ClusterError) {
        if access(directory, F_OK) == 0, access(directory, R_OK | X_OK) != 0 {
            throw ClusterError(
                .folderUnusable,
                "\(directory) belongs to another user. Use the cluster as that user, or as root.")
        }
    }

    /// Runs `body` while no other process starts or stops this cluster.
    func locked<T>(_ body: () throws(ClusterError) -> T) throws(ClusterError) -> T {
        let descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw ClusterError(.folderUnusable, "Cannot open \(lock): \(systemError()).")
        }
        defer { close(descriptor) }
        var folder = stat()
        if stat(directory, &folder) == 0 { fchown(descriptor, folder.st_uid, folder.st_gid) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                throw ClusterError(.folderUnusable, "Cannot lock \(lock): \(systemError()).")
            }
        }
        return try body()
    }
}

/// What the last system call complained of.
func systemError() -> String { String(cString: strerror(errno)) }

/// FNV-1a of 64 bits.
func fingerprint(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
