public import Foundation
public import Postgres
import Testing

/// The command as an operator runs it: a process with a home folder of its own.
public struct Command {
    public let home: URL
    public var environment: [String: String]

    /// A home with the shipped configuration, jobs, templates and words.
    public init(conninfo: String?, settings: [String: String] = [:]) throws {
        home = FileManager.default.temporaryDirectory.appending(path: "entremise-home-\(UUID())")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        for folder in ["config", "jobs"] {
            try FileManager.default.copyItem(
                at: Checkout.root.appending(path: folder), to: home.appending(path: folder))
        }
        let model = Checkout.root.appending(path: "var/model")
        environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "LANG": "C.UTF-8", "ENTREMISE_HOME": home.path,
            "ENTREMISE_ENCODER_WEIGHTS": model.appending(path: "e5-small-q4.bin").path,
            "ENTREMISE_ENCODER_ENGINE": model.appending(path: "libe5.so").path,
        ]
        environment["ENTREMISE_DATABASE_CONNINFO"] = conninfo
        environment.merge(settings) { $1 }
    }

    public func remove() { try? FileManager.default.removeItem(at: home) }

    public struct Outcome {
        public let code: Int32
        public let output: String
        public let errors: String
    }

    /// Starts the command; `wrapper` comes before it, such as `unshare -m`.
    public func start(_ arguments: [String], wrapper: [String] = []) throws -> Running {
        let process = Process()
        let all = wrapper + [Checkout.program.path] + arguments
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = all
        process.environment = environment
        process.currentDirectoryURL = home
        let folder = home.appending(path: ".output-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let output = folder.appending(path: "out"), errors = folder.appending(path: "err")
        for file in [output, errors] { try Data().write(to: file) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        // Workers of Dispatch block signals, and a child has the mask of the thread that starts it.
        var none = sigset_t(), before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
        return Running(process: process, output: output, errors: errors)
    }

    public func run(_ arguments: String..., wrapper: [String] = []) throws -> Outcome {
        try start(arguments, wrapper: wrapper).wait()
    }

    public struct Running {
        public let process: Process
        public let output: URL
        public let errors: URL

        public func wait() throws -> Outcome {
            process.waitUntilExit()
            return Outcome(
                code: process.terminationStatus,
                output: try String(contentsOf: output, encoding: .utf8),
                errors: try String(contentsOf: errors, encoding: .utf8))
        }
    }
}

extension Command {
    /// The command on a database that has the tables and nothing in them, where words alone are
    /// compared.
    public static func onEmptyTables(
        _ body: (Command, borrowing Connection) async throws -> Void
    ) async throws {
        try await on(.empty, body)
    }

    private static func on(
        _ network: TestNetwork, _ body: (Command, borrowing Connection) async throws -> Void
    ) async throws {
        try await withDatabase(holding: network) { connection, conninfo in
            let command = try Command(
                conninfo: conninfo, settings: ["ENTREMISE_ENCODER_KIND": "words"])
            defer { command.remove() }
            try await body(command, connection)
        }
    }

    /// The command on the sample network after a night of one job, in which words alone are compared.
    ///
    /// - Parameters:
    ///   - job: Name of the job.
    ///   - day: The day that the night takes for today.
    ///   - prepare: What to do with the command's home first.
    ///   - body: Takes the command, and a connection to its database.
    public static func afterNight(
        of job: String, on day: String, prepare: (Command) throws -> Void = { _ in },
        _ body: (Command, borrowing Connection) async throws -> Void
    ) async throws {
        try await on(.sample) { command, connection in
            try prepare(command)
            try #require(command.run("run", job, "--as-of", day).code == 0)
            try await body(command, connection)
        }
    }
}
