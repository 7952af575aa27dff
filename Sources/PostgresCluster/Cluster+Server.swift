internal import Foundation
internal import Logging
internal import Postgres

extension Cluster {
    /// Runs a server program as the server's user.
    func run(
        _ program: String, _ arguments: [String], as user: ServerUser, _ doing: String
    ) throws(ClusterError) {
        let outcome: Command.Outcome
        do {
            outcome = try user.command(program, arguments).run()
        } catch {
            throw ClusterError(
                .serverFailed, "Failed at \(doing): \(program) could not be run (\(error)).")
        }
        guard outcome.status == 0 else {
            throw ClusterError(
                .serverFailed,
                "Failed at \(doing): \(program) ended with status \(outcome.status).\n"
                    + outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
                    + files.logTail())
        }
    }

    /// Makes the data: all of it or, when something fails, none.
    func create(_ programs: ServerPrograms, as user: ServerUser) throws(ClusterError) {
        logger?.info(
            "Making a PostgreSQL cluster",
            metadata: [
                "cluster.directory": "\(files.directory)", "cluster.version": "\(programs.version)",
            ])
        let doing = "making a cluster in \(files.directory)"
        let environment = "/usr/bin/env"
        try run(environment, ["rm", "-rf", files.unfinished], as: user, doing)
        try run(
            programs.path("initdb"),
            [
                "-D", files.unfinished, "-U", Self.superuser, "--encoding=UTF8",
                "--locale=C.UTF-8", "--data-checksums", "--auth-local=trust", "--auth-host=reject",
                "--no-instructions",
            ] + (durable ? [] : ["--no-sync"]), as: user, doing)
        try run(
            environment,
            [
                "sh", "-c", "printf '%s' \"$1\" >> \"$2\"", "sh", settings,
                files.unfinished + "/postgresql.conf",
            ], as: user, doing)
        try run(environment, ["mv", files.unfinished, files.data], as: user, doing)
    }

    /// For a nightly batch on a small machine. Who knows better edits `postgresql.conf`.
    private var settings: String {
        let common = """

            # Entremise: a private server for a nightly batch on a small machine.
            listen_addresses = ''
            port = 5432
            unix_socket_permissions = 0700
            max_connections = 50
            shared_buffers = '128MB'
            work_mem = '16MB'
            maintenance_work_mem = '64MB'
            max_wal_size = '1GB'
            wal_level = 'minimal'
            max_wal_senders = 0
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            log_line_prefix = '%m [%p] '

            """
        let careless = """
            # For tests: what a crash of the machine leaves behind is lost.
            fsync = off
            synchronous_commit = off
            full_page_writes = off

            """
        return durable ? common : common + careless
    }

    func launch(_ programs: ServerPrograms, as user: ServerUser) throws(ClusterError) {
        let socket = try prepareSocket(for: user)
        // Quoted once for PostgreSQL's list of folders and once for pg_ctl's shell.
        let listed = "\"" + socket.replacing("\"", with: "\"\"") + "\""
        let options = "-k '" + listed.replacing("'", with: "'\\''") + "'"
        try run(
            programs.path("pg_ctl"),
            ["start", "-D", files.data, "-l", files.log, "-w", "-t", "60", "-s", "-o", options],
            as: user, "starting the server in \(files.directory)")
    }

    /// The server as its `postmaster.pid` tells, if it lives and answers.
    func runningServer() -> Running? {
        guard let version = files.majorVersion,
            let text = try? String(contentsOfFile: files.data + "/postmaster.pid", encoding: .utf8)
        else { return nil }
        // Process, data folder, start in seconds since 1970, port, socket folder, …
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 5, let pid = Int32(lines[0]), let start = Double(lines[2]),
            let port = Int(lines[3]), !lines[4].isEmpty,
            kill(pid, 0) == 0 || errno == EPERM
        else { return nil }
        let conninfo = Self.conninfo(socket: String(lines[4]), port: port, database: Self.database)
        guard Connection.serverResponds(conninfo: conninfo) else { return nil }
        return Running(
            pid: pid, since: Date(timeIntervalSince1970: start), version: version,
            conninfo: conninfo)
    }

    private static func conninfo(socket: String, port: Int, database: String) -> String {
        let path = socket.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
        return "host='\(path)' port=\(port) dbname=\(database) user=\(superuser)"
    }

    /// Makes the database on first start.
    func createDatabase(_ running: Running) throws(ClusterError) {
        do throws(PostgresError) {
            let maintenance = try Connection(
                conninfo: running.conninfo + " dbname=postgres", logger: logger)
            let count = try maintenance.first(
                "SELECT count(*) FROM pg_database WHERE datname = \(Self.database)", as: Int.self)
            if count == 0 {
                try maintenance.execute("CREATE DATABASE \(identifier: Self.database)")
            }
        } catch {
            throw ClusterError(
                .databaseMissing,
                "The server in \(files.directory) runs, but its database \(Self.database) could "
                    + "not be made: \(error)")
        }
    }
}
