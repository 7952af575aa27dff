import Foundation
import Postgres
import PostgresCluster
import TestSupport
import Testing

@Suite struct ClusterTests {
    /// Lends a folder that is gone afterwards, and its server with it.
    private func withFolder<T>(
        named name: String = "cluster", closed: Bool = false, _ body: (String) throws -> T
    ) throws -> T {
        let parent =
            FileManager.default.temporaryDirectory.path + "/entremise-cluster-"
            + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(
            atPath: parent, withIntermediateDirectories: true,
            attributes: [.posixPermissions: closed ? 0o700 : 0o755])
        let directory = "\(parent)/\(name)"
        defer {
            try? Cluster(directory: directory).stop()
            try? FileManager.default.removeItem(atPath: parent)
        }
        return try body(directory)
    }

    @Test func `a cluster starts, answers, tells its state and stops, each as often as asked`()
        throws
    {
        try withFolder { directory in
            let cluster = Cluster(directory: directory, durable: false)
            #expect(try cluster.status() == .absent)
            try cluster.stop()
            let conninfo = try cluster.start()
            #expect(try cluster.start() == conninfo)
            guard case .running(let running) = try cluster.status() else {
                Issue.record("Expected it to run")
                return
            }
            #expect(running.conninfo == conninfo)
            #expect(running.pid > 0)
            #expect(abs(running.since.timeIntervalSinceNow) < 120)
            do {
                let connection = try Connection(conninfo: conninfo)
                #expect(connection.database == "entremise")
                let version = try connection.first(
                    "SELECT current_setting('server_version_num')::int / 10000", as: Int.self)
                #expect(version == Int(running.version))
                let settings = try connection.rows(
                    of: """
                        SELECT name, setting FROM pg_settings
                        WHERE name IN ('data_checksums', 'server_encoding', 'listen_addresses',
                                       'TimeZone')
                        ORDER BY name COLLATE "C"
                        """
                ).map { row throws(PostgresError) in
                    try row.value("name", as: String.self) + "=" + row.value("setting")
                }
                #expect(
                    settings == [
                        "TimeZone=UTC", "data_checksums=on", "listen_addresses=",
                        "server_encoding=UTF8",
                    ])
                try connection.script("CREATE TABLE kept (a int)")
            }
            try cluster.stop()
            #expect(try cluster.status() == .stopped)
            try cluster.stop()
            let again = try Connection(conninfo: try cluster.start())
            #expect(try again.first("SELECT to_regclass('kept')::text", as: String.self) == "kept")
        }
    }

    @Test func `a durable cluster syncs`() throws {
        try withFolder { directory in
            let connection = try Connection(conninfo: try Cluster(directory: directory).start())
            #expect(
                try connection.first("SELECT current_setting('fsync')", as: String.self) == "on")
        }
    }

    @Test func `the folder is private`() throws {
        try withFolder { directory in
            _ = try Cluster(directory: directory, durable: false).start()
            for folder in [directory, directory + "/data", directory + "/socket"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder)
                #expect(attributes[.posixPermissions] as? Int == 0o700)
            }
        }
    }

    @Test func `threads that start one cluster at once get one server`() async throws {
        let directory =
            FileManager.default.temporaryDirectory.path + "/entremise-cluster-"
            + UUID().uuidString.prefix(8)
        let cluster = Cluster(directory: directory, durable: false)
        let answers = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<4 { group.addTask { try? cluster.start() } }
            var answers: [String?] = []
            for await answer in group { answers.append(answer) }
            return answers
        }
        #expect(answers.count == 4)
        #expect(Set(answers).count == 1)
        #expect(answers.first != .some(nil))
        try cluster.stop()
        try FileManager.default.removeItem(atPath: directory)
    }

    @Test func `a path too long for a socket has its socket elsewhere, privately`() throws {
        let name = String(repeating: "très-long-", count: 15)
        try withFolder(named: name) { directory in
            let log = RecordingLog()
            let cluster = Cluster(directory: directory, durable: false, logger: log.logger)
            let conninfo = try cluster.start()
            #expect(!conninfo.contains(name))
            #expect(log.entries.contains { $0.metadata["cluster.socket"] != nil })
            _ = try Connection(conninfo: conninfo)
            let socket = try #require(conninfo.split(separator: "'").dropFirst().first)
            let attributes = try FileManager.default.attributesOfItem(atPath: String(socket))
            #expect(attributes[.posixPermissions] as? Int == 0o700)
            try cluster.stop()
            #expect(!FileManager.default.fileExists(atPath: String(socket)))
            // Somebody else's link in that place is refused.
            try FileManager.default.createSymbolicLink(
                atPath: String(socket), withDestinationPath: "/tmp")
            defer { try? FileManager.default.removeItem(atPath: String(socket)) }
            #expect(throws: ClusterError.self) { try cluster.start() }
        }
    }

    @Test func `odd characters in the path do no harm`() throws {
        try withFolder(named: "l'été, à  deux; (2)") { directory in
            let conninfo = try Cluster(directory: directory, durable: false).start()
            _ = try Connection(conninfo: conninfo)
        }
        for name in ["$(id)", "`id`", "\"", "a\\b", "a\nb"] {
            let error = #expect(throws: ClusterError.self) {
                try Cluster(directory: "/tmp/entremise-cluster-\(name)").start()
            }
            #expect(error?.code == .folderUnusable)
        }
    }

    @Test func `a folder with other things in it is refused`() throws {
        try withFolder { directory in
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true)
            try Data().write(to: URL(fileURLWithPath: directory + "/thesis.txt"))
            let error = #expect(throws: ClusterError.self) {
                try Cluster(directory: directory).start()
            }
            #expect(error?.code == .folderUnusable)
            #expect(error?.message.contains("thesis.txt") == true)
        }
    }

    @Test func `a server that cannot start says why, with the end of its log`() throws {
        try withFolder { directory in
            let cluster = Cluster(directory: directory, durable: false)
            _ = try cluster.start()
            try cluster.stop()
            let file = directory + "/data/postgresql.conf"
            let settings = try #require(FileHandle(forWritingAtPath: file))
            try settings.seekToEnd()
            try settings.write(contentsOf: Data("\nshared_bufers = 1\n".utf8))
            try settings.close()
            let error = #expect(throws: ClusterError.self) { try cluster.start() }
            #expect(error?.code == .serverFailed)
            #expect(error?.message.contains("shared_bufers") == true)
        }
    }

    @Test func `data of a version that is not installed is refused by the package's name`() throws {
        try withFolder { directory in
            let cluster = Cluster(directory: directory, durable: false)
            _ = try cluster.start()
            try cluster.stop()
            try Data("9\n".utf8).write(to: URL(fileURLWithPath: directory + "/data/PG_VERSION"))
            let error = #expect(throws: ClusterError.self) { try cluster.start() }
            #expect(error?.code == .programsMissing)
            #expect(error?.message.contains("postgresql-9") == true)
        }
    }

    /// Root's server runs under another name: `postgres`, or in a namespace where that user may not
    /// pass. Anybody else's is their own.
    @Test(arguments: [false, true])
    func `a server is reached by its user and by root alone`(closed: Bool) throws {
        try withFolder(closed: closed) { directory in
            let cluster = Cluster(directory: directory, durable: false)
            let conninfo = try cluster.start()
            #expect(try Connection(conninfo: conninfo).first("SELECT 1", as: Int.self) == 1)
            let isOther = geteuid() == 0 && !closed
            let user = isOther ? getpwnam("postgres")?.pointee.pw_uid ?? 0 : geteuid()
            for path in ["", "/data", "/socket"] {
                let found = try FileManager.default.attributesOfItem(atPath: directory + path)
                #expect(found[.ownerAccountID] as? Int == Int(user))
                #expect(found[.posixPermissions] as? Int == 0o700)
            }
            if geteuid() == 0 { #expect(try exitOfStranger(conninfo) == 2) }
            try cluster.stop()
            #expect(try cluster.status() == .stopped)
            _ = try cluster.start()
        }
    }

    /// How psql ends as a user who has nothing to do with the server.
    private func exitOfStranger(_ conninfo: String) throws -> Int32 {
        let stranger = Process()
        stranger.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        stranger.arguments = [
            "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "psql",
            "-d", conninfo, "-c", "SELECT 1",
        ]
        stranger.standardError = FileHandle.nullDevice
        stranger.standardOutput = FileHandle.nullDevice
        try stranger.run()
        stranger.waitUntilExit()
        return stranger.terminationStatus
    }

    @Test func `a refused connection says why, and no password`() throws {
        try withFolder { directory in
            let conninfo = try Cluster(directory: directory, durable: false).start()
            let owner = try Connection(conninfo: conninfo)
            try owner.script("CREATE ROLE guest LOGIN PASSWORD 'right-one'")
            try Data("local all guest scram-sha-256\nlocal all all trust\n".utf8)
                .write(to: URL(fileURLWithPath: directory + "/data/pg_hba.conf"))
            try owner.execute("SELECT pg_reload_conf()")
            let guest = conninfo + " user=guest"
            var isReloaded = false
            for _ in 0..<500 where !isReloaded {
                isReloaded = (try? Connection(conninfo: guest + " passfile=/nowhere")) == nil
                if !isReloaded { usleep(10_000) }
            }

            let wrong = #expect(throws: PostgresError.self) {
                _ = try Connection(conninfo: guest + " password=wrong-one")
            }
            let none = #expect(throws: PostgresError.self) {
                _ = try Connection(conninfo: guest + " passfile=/nowhere")
            }
            let missing = #expect(throws: PostgresError.self) {
                _ = try Connection(conninfo: conninfo + " dbname=nowhere")
            }
            let unreachable = #expect(throws: PostgresError.self) {
                _ = try Connection(conninfo: "host=127.0.0.1 port=1 user=x password=wrong-one")
            }
            let unknown = #expect(throws: PostgresError.self) {
                _ = try Connection(conninfo: "host=nowhere.invalid")
            }
            let bad = [
                "host=x password=wrong-one port", "postgresql://x:wrong-one@[host/db",
                "hst=x password=wrong-one", "port='wrong-one",
            ].map { conninfo in
                #expect(throws: PostgresError.self) { _ = try Connection(conninfo: conninfo) }
            }

            let errors = [wrong, none, missing, unreachable, unknown] + bad
            for error in errors {
                #expect(error?.code == .connectionFailed)
                #expect(error.map { "\($0)".contains("wrong-one") } == false)
            }
            #expect(Set(errors.map { $0?.message }).count >= 6)
            #expect(wrong?.message.contains("guest") == true)
            #expect(none?.hint?.contains("passfile") == true)
            #expect(missing?.message.contains("nowhere") == true)
            #expect(unreachable?.message.contains("127.0.0.1") == true)
            _ = try Connection(conninfo: guest + " password=right-one")
        }
    }
}
