import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

/// `jobs/nightly` as cron calls it.
@Suite struct NightlyTests {
    /// What `jobs/nightly` did in the home of a command.
    private static func nightly(_ command: Command) throws -> Command.Outcome {
        var command = command
        command.environment["ENTREMISE_PROGRAM"] = Checkout.program.path
        return try command.start([], wrapper: ["bash", "jobs/nightly"]).wait()
    }

    private static func write(_ text: String, to path: String, of command: Command) throws {
        let file = command.home.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// A job whose queries know their network by its key and its parameters.
    private static func writeJob(of command: Command) throws {
        try FileManager.default.removeItem(at: command.home.appending(path: "jobs/missions.yaml"))
        for name in ["services", "tenders"] {
            try FileManager.default.removeItem(
                at: command.home.appending(path: "jobs/\(name).yaml"))
        }
        try write(
            """
            job: aid
            title: { fr: Entraide, en: Mutual aid }
            needs: sql/aid.needs.sql
            candidates: sql/aid.offers.sql
            match: { require: [], weights: { words: 1 }, floor: 0.01 }
            solve: { rank: { per_need: 3, per_candidate: 3 } }
            publish: { report: true, digest: [candidates] }
            """, to: "jobs/aid.yaml", of: command)
        try write(
            """
            SELECT id, title FROM town.request
            WHERE town = current_setting('network.town')
            """, to: "jobs/sql/aid.needs.sql", of: command)
        try write(
            """
            SELECT id, person AS member, person AS name, title FROM town.offer
            WHERE town = current_setting('network.town')
            """, to: "jobs/sql/aid.offers.sql", of: command)
        try write(
            "SELECT name AS id, name, name || '@example.org' AS email FROM town.person\n"
                + "WHERE town = current_setting('network.key')",
            to: "jobs/sql/people.sql", of: command)
        try write(
            "queries: { members: jobs/sql/people.sql }", to: "config/entremise.yaml", of: command)
    }

    private static let tables = """
        CREATE SCHEMA town;
        CREATE TABLE town.request (id text, town text, title text);
        CREATE TABLE town.offer (id text, town text, person text, title text);
        CREATE TABLE town.person (name text, town text);
        INSERT INTO town.request VALUES
            ('r1', 'lyon', 'Réparer un vélo'), ('r2', 'metz', 'Réparer un vélo');
        INSERT INTO town.offer VALUES
            ('o1', 'lyon', 'ada', 'Réparation de vélo'), ('o2', 'metz', 'bo', 'Réparer les vélos'),
            ('o3', 'lyon', 'cy', 'Cours de piano'), ('o4', 'metz', 'di', 'Cours de piano');
        INSERT INTO town.person VALUES
            ('ada', 'lyon'), ('cy', 'lyon'), ('bo', 'metz'), ('di', 'metz');
        """

    @Test func everyNetworkHasItsNightAndOneThatFailsStopsNoOther() async throws {
        try await Command.onEmptyTables { command, connection in
            try Self.writeJob(of: command)
            for statement in Self.tables.split(separator: ";\n") {
                try connection.execute("\(raw: String(statement))")
            }
            for (name, town) in [("lyon", "lyon"), ("metz", "metz")] {
                try Self.write(
                    "network: { key: \(name), name: \(name) }\nparameters: { town: \(town) }",
                    to: "config/networks/\(name).yaml", of: command)
            }
            // No parameter: its queries are refused.
            try Self.write(
                "network: { key: nancy }", to: "config/networks/nancy.yaml", of: command)
            let night = try Self.nightly(command)
            #expect(night.code == ExitCode.configuration.rawValue, "\(night.errors)")
            let last = night.errors.split(separator: "\n").last ?? ""
            #expect(
                last.hasPrefix("lyon: done; metz: done; nancy: run failed (78), report failed ("),
                "\(night.errors)")
            #expect(night.errors.contains("network.town"))

            for (name, own, other) in [("lyon", "ada", "bo"), ("metz", "bo", "ada")] {
                let page = try String(
                    contentsOf: command.home.appending(
                        path: "var/reports/\(name)/latest/index.html"), encoding: .utf8)
                #expect(page.contains(own) && !page.contains(">\(other)<"), "\(name)")
                let outbox = command.home.appending(path: "var/outbox/\(name)").path
                let messages = try FileManager.default.contentsOfDirectory(atPath: outbox)
                #expect(messages.contains { $0.contains(own) }, "\(name): \(messages)")
                #expect(!messages.contains { $0.contains(other) }, "\(name): \(messages)")
            }
            let runs = try connection.rows(
                of: """
                    SELECT network || ' ' || status AS run FROM entremise.run ORDER BY network
                    """
            ).map { row throws(PostgresError) in try row.value("run", as: String.self) }
            #expect(runs == ["lyon completed", "metz completed", "nancy failed"])

            // A command for one network is told which.
            let unsaid = try command.run("run")
            #expect(unsaid.code == ExitCode.usage.rawValue)
            #expect(unsaid.errors.contains("--network lyon, metz, nancy"), "\(unsaid.errors)")
            let unknown = try command.run("run", "--network", "brest")
            #expect(unknown.errors.contains("“brest”"), "\(unknown.errors)")
            let again = try command.run("run", "--network", "lyon")
            #expect(again.code == 0, "\(again.errors)")
            #expect(again.output.contains("0 new suggestions"), "\(again.output)")
        }
    }

    @Test func aNightThatIsUnderWayIsNotStartedTwice() async throws {
        try await Command.onEmptyTables { command, _ in
            let lock = command.home.appending(path: "var/nightly.lock")
            try Self.write("", to: "var/nightly.lock", of: command)
            let holder = Process()
            holder.executableURL = URL(filePath: "/usr/bin/env")
            holder.arguments = ["flock", lock.path, "sh", "-c", "echo held; exec cat"]
            let (input, output) = (Pipe(), Pipe())
            holder.standardInput = input
            holder.standardOutput = output
            try holder.run()
            _ = output.fileHandleForReading.availableData
            let second = try Self.nightly(command)
            #expect(second.code == ExitCode.busy.rawValue)
            #expect(second.errors.contains("another night is under way"))
            #expect(second.output.isEmpty)
            try input.fileHandleForWriting.close()
            holder.waitUntilExit()
        }
    }

    @Test func aNightOfOneNetworkSaysHowItEnded() async throws {
        try await Command.onEmptyTables { command, _ in
            let night = try Self.nightly(command)
            #expect(night.code == 0, "\(night.errors)")
            #expect(night.output.split(separator: "\n").last == "night: done", "\(night.output)")
        }
    }
}
