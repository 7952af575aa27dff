internal import Foundation

/// The folder that holds `initdb`, `pg_ctl` and `postgres`.
struct ServerPrograms {
    let folder: String
    /// The major version, such as `15`.
    let version: String

    func path(_ program: String) -> String { folder + "/" + program }

    /// Finds the programs that fit existing data, or the newest ones.
    ///
    /// - Parameter version: The major version of the data; `nil` when there is none yet.
    static func find(for version: String?) throws(ClusterError) -> ServerPrograms {
        let found = folders().compactMap(ServerPrograms.init(folder:))
        if let version {
            if let match = found.first(where: { $0.version == version }) { return match }
            throw ClusterError(
                .programsMissing,
                "The cluster was made by PostgreSQL \(version), whose server programs were not "
                    + "found. Install the Debian package postgresql-\(version), or export with "
                    + "that version and import with another.")
        }
        // The first on the PATH is somebody's choice; without it, the newest.
        if let first = found.first { return first }
        throw ClusterError(
            .programsMissing,
            "PostgreSQL's server programs (initdb, pg_ctl, postgres) were not found on the PATH, "
                + "by pg_config or under /usr/lib/postgresql. Install the Debian package "
                + "postgresql (apt-get install postgresql).")
    }

    private init?(folder: String) {
        let programs = ["initdb", "pg_ctl", "postgres"]
        guard programs.allSatisfy({ access(folder + "/" + $0, X_OK) == 0 }),
            let said = try? Command(folder + "/postgres", ["--version"]).run(),
            // "postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)"
            let number = said.output.split(separator: " ").first(where: {
                $0.first?.isNumber == true
            }),
            let major = number.split(whereSeparator: { !$0.isNumber }).first
        else { return nil }
        self.folder = folder
        version = String(major)
    }

    /// Folders to look in, the preferred first.
    private static func folders() -> [String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let entries = path.split(separator: ":").map(String.init)
        var folders = entries
        for entry in entries where access(entry + "/pg_config", X_OK) == 0 {
            if let said = try? Command(entry + "/pg_config", ["--bindir"]).run() {
                folders.append(said.output.trimmingCharacters(in: .whitespacesAndNewlines))
            }
        }
        let debian = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? []
        folders += versions.sorted { (Double($0) ?? 0) > (Double($1) ?? 0) }
            .map { "\(debian)/\($0)/bin" }
        var seen: Set<String> = []
        return folders.filter { seen.insert($0).inserted }
    }
}
