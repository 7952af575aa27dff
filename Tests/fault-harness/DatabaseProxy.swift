import Foundation
import TestSupport

/// A proxy before a database that strikes at the n-th message that a command sends.
struct DatabaseProxy {
    /// What it does to the command.
    enum Blow: String, CaseIterable {
        case kill = "9"
        case term = "15"
        case cut = "cut"

        var name: String {
            switch self {
            case .kill: "SIGKILL"
            case .term: "SIGTERM"
            case .cut: "connection cut"
            }
        }
    }

    /// Connection string by way of the proxy.
    let conninfo: String
    private let folder: URL
    private var helper: Helper

    init(before conninfo: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "proxy-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let settings = connectionSettings(conninfo)
        let port = settings["port"] ?? ""
        helper = try Helper(
            "database_proxy.py", [folder.path, "\(settings["host"] ?? "")/.s.PGSQL.\(port)"])
        _ = try helper.line()
        self.conninfo =
            "host=\(folder.path) port=6543 dbname=\(settings["dbname"] ?? "") "
            + "user=\(settings["user"] ?? "")"
    }

    /// Strikes at a message from now on; without a blow it only counts.
    mutating func arm(_ blow: Blow?, at message: Int = 0, isBefore: Bool = true) throws {
        _ = try helper.answer(
            to: "arm \(message) \(blow?.rawValue ?? "none") \(isBefore ? "before" : "after")")
    }

    /// How many messages there were since, and whether it struck.
    mutating func count() throws -> (sent: Int, hasStruck: Bool) {
        let words = try helper.answer(to: "count").split(separator: " ").compactMap { Int($0) }
        return (words.first ?? 0, words.last == 1)
    }

    func stop() {
        helper.stop()
        try? FileManager.default.removeItem(at: folder)
    }
}
