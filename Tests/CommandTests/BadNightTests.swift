import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

/// What an operator may meet, each with its exit code and a message that says what to do.
@Suite(.serialized) struct BadNightTests {
    private static let sample = Checkout.root.appending(path: "config/sample").path

    /// A command on a database that holds the sample network.
    private static func withSample(
        _ settings: [String: String] = [:],
        _ body: (Command, borrowing Connection) async throws -> Void
    ) async throws {
        try await withDatabase(holding: .sample) { connection, conninfo in
            let command = try Command(conninfo: conninfo, settings: settings)
            defer { command.remove() }
            try await body(command, connection)
        }
    }

    @Test func anUnreachableDatabaseIsSaidAndNothingElseIsTried() throws {
        let command = try Command(
            conninfo: "host=127.0.0.1 port=1 password=geheim connect_timeout=3")
        defer { command.remove() }
        let outcome = try command.run("run")
        #expect(outcome.code == ExitCode.unavailable.rawValue)
        #expect(outcome.errors.contains("127.0.0.1"))
        #expect(!outcome.errors.contains("geheim") && !outcome.output.contains("geheim"))
    }

    @Test func aDatabaseWithoutTheSchemaIsToldToMigrate() async throws {
        try await withDatabase { _, conninfo in
            let command = try Command(
                conninfo: conninfo, settings: ["ENTREMISE_ENCODER_KIND": "words"])
            defer { command.remove() }
            let outcome = try command.run("run", "missions")
            #expect(outcome.code == ExitCode.configuration.rawValue)
            #expect(outcome.errors.contains("entremise migrate"))
        }
    }

    @Test func anUnknownKeyIsRefusedWithItsLine() throws {
        let command = try Command(conninfo: "host=127.0.0.1 port=1")
        defer { command.remove() }
        let file = command.home.appending(path: "config/entremise.yaml")
        try Data("network:\n  nmae: Réseau\n".utf8).write(to: file)
        let outcome = try command.run("run")
        #expect(outcome.code == ExitCode.configuration.rawValue)
        #expect(outcome.errors.contains("entremise.yaml:2"))
        #expect(outcome.errors.contains("name"))
    }

    @Test func aTemplateThatIsNoneIsToldAsPartOfTheConfiguration() async throws {
        try await Command.afterNight(of: "missions", on: "2026-11-23") { command, _ in
            let file = command.home.appending(path: "config/templates/report.mustache")
            try Data("<html>{{#rows}}</html>".utf8).write(to: file)
            for step in ["report", "check"] {
                let outcome = try command.run(step, "--as-of", "2026-11-23")
                #expect(outcome.code == ExitCode.configuration.rawValue, "\(outcome.errors)")
                #expect((outcome.output + outcome.errors).contains("report.mustache"))
            }
        }
    }

    @Test func aModelFileCutShortIsNamed() async throws {
        try await Self.withSample { command, _ in
            var command = command
            let weights = command.home.appending(path: "short.bin")
            try Data(count: 1_000).write(to: weights)
            command.environment["ENTREMISE_ENCODER_WEIGHTS"] = weights.path
            let outcome = try command.run("run", "missions")
            #expect(outcome.code == ExitCode.unavailable.rawValue)
            #expect(outcome.errors.contains("short.bin") && outcome.errors.contains("jobs/model"))
        }
    }

    @Test func aColumnMisspeltInOneJobsQueryLeavesTheOthersRunning() async throws {
        try await Self.withSample(["ENTREMISE_ENCODER_KIND": "words"]) { command, connection in
            let file = command.home.appending(path: "jobs/sql/missions.needs.sql")
            let whole = try String(contentsOf: file, encoding: .utf8)
            try Data("SELECT id, title, NULL::jsonb AS skils FROM network.mission".utf8).write(
                to: file)
            let outcome = try command.run("run")
            #expect(outcome.code == ExitCode.configuration.rawValue)
            #expect(outcome.errors.contains("missions.needs.sql"))
            #expect(outcome.errors.contains("“skils”") && outcome.errors.contains("“skills”"))
            #expect(outcome.output.contains("services"))
            let services = try connection.first(
                "SELECT count(*) FROM entremise.proposal WHERE job = 'services'", as: Int.self)
            #expect((services ?? 0) > 0)
            #expect(!whole.isEmpty)
        }
    }

    @Test func aRoleThatMayNotWriteIsToldWhatItLacks() async throws {
        try await Self.withSample(["ENTREMISE_ENCODER_KIND": "words"]) { command, connection in
            let role = "reader_\(UInt32.random(in: 0..<UInt32.max))"
            try connection.script(
                """
                CREATE ROLE \(role) LOGIN;
                GRANT USAGE ON SCHEMA network, entremise TO \(role);
                GRANT SELECT ON ALL TABLES IN SCHEMA network, entremise TO \(role);
                """)
            var reader = command
            reader.environment["ENTREMISE_DATABASE_CONNINFO"]? += " user=\(role)"
            let outcome = try reader.run("run", "missions")
            #expect(outcome.code == ExitCode.noPermission.rawValue)
            #expect(outcome.errors.contains("INSERT"))
            try connection.script("DROP OWNED BY \(role); DROP ROLE \(role)")
        }
    }

    @Test func aFullDiskLeavesTheReportThatWasThere() async throws {
        try await Self.withSample(["ENTREMISE_ENCODER_KIND": "words"]) { command, _ in
            try #require(command.run("run", "--as-of", "2026-11-23").code == 0)
            let reports = command.home.appending(path: "var/reports")
            try FileManager.default.createDirectory(at: reports, withIntermediateDirectories: true)
            // A file system of 32 KiB, in a mount namespace of the command's own.
            let script = """
                mount -t tmpfs -o size=32k none '\(reports.path)' || exit 99
                mkdir '\(reports.path)/2026-11-23' && echo before > '\(reports.path)/2026-11-23/index.html'
                "$@"
                code=$?
                echo "left: $(cat '\(reports.path)/2026-11-23/index.html')"
                exit $code
                """
            let unshare = getuid() == 0 ? ["unshare", "-m"] : ["unshare", "-rm"]
            let outcome = try command.run(
                "report", "--as-of", "2026-11-23",
                wrapper: unshare + ["bash", "-c", script, "bash"])
            #expect(outcome.code == ExitCode.cannotWrite.rawValue, "\(outcome.errors)")
            #expect(outcome.output.contains("left: before"))
            #expect(outcome.errors.contains("var/reports"))
        }
    }

    @Test func sigtermInMidRunWritesNothingByHalvesAndASecondRunIsTurnedAway() async throws {
        try await Self.withSample { command, connection in
            let first = try command.start(["run", "missions", "--as-of", "2026-11-23"])
            var isRunning = false
            for _ in 0..<600 where !isRunning {
                isRunning =
                    try connection.first(
                        "SELECT EXISTS (SELECT FROM entremise.run WHERE status = 'running')",
                        as: Bool.self) ?? false
                if !isRunning { usleep(5_000) }
            }
            try #require(isRunning)
            // Held still, so that both meet in mid-run however fast the machine is.
            kill(first.process.processIdentifier, SIGSTOP)
            let second = try command.run("run", "missions", "--as-of", "2026-11-23")
            #expect(second.code == ExitCode.busy.rawValue)
            #expect(second.errors.contains("missions"))
            kill(first.process.processIdentifier, SIGTERM)
            kill(first.process.processIdentifier, SIGCONT)
            let outcome = try first.wait()
            #expect(outcome.code == ExitCode.terminated.rawValue, "\(outcome.errors)")
            let left = try connection.first(
                "SELECT count(*) FROM entremise.proposal", as: Int.self)
            #expect(left == 0)
            let status = try connection.first(
                "SELECT status FROM entremise.run ORDER BY id LIMIT 1", as: String.self)
            #expect(status == "interrupted")
            var again = command
            again.environment["ENTREMISE_ENCODER_KIND"] = "words"
            #expect(try again.run("run", "missions", "--as-of", "2026-11-23").code == 0)
        }
    }

    @Test func badFilesAreRefusedWholeWithEveryLine() async throws {
        try await withDatabase { connection, conninfo in
            let command = try Command(conninfo: conninfo)
            defer { command.remove() }
            try #require(command.run("migrate").code == 0)
            let folder = command.home.appending(path: "network")
            try FileManager.default.copyItem(atPath: Self.sample, toPath: folder.path)
            let file = folder.appending(path: "refusal.csv")
            let text = try String(contentsOf: file, encoding: .utf8)
            let lines = text.split(separator: "\n").count
            try Data((text + "nobody,someone,2026-01-01\nx,y\n").utf8).write(to: file)
            let outcome = try command.run("import", folder.path)
            #expect(outcome.code == ExitCode.badData.rawValue)
            #expect(
                outcome.errors.contains("refusal.csv") && outcome.errors.contains("\(lines + 1)"))
            #expect(outcome.errors.contains("\(lines + 2)"))
            #expect(try connection.first("SELECT count(*) FROM network.member", as: Int.self) == 0)
        }
    }
}
