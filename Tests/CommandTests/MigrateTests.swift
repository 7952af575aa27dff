import Foundation
import Jobs
import Postgres
import TestSupport
import Testing

/// `entremise migrate`, by those who may do little.
@Suite struct MigrateTests {
    /// A command that connects as a role of its own, beside one that connects as the administrator.
    private static func withRole(
        _ body: (_ admin: Command, _ other: Command, String, borrowing Connection) throws -> Void
    ) async throws {
        try await withDatabase { connection, conninfo in
            let role = "role_\(UUID().uuidString.lowercased().prefix(8))"
            try connection.execute("CREATE ROLE \(identifier: role) LOGIN")
            let words = ["ENTREMISE_ENCODER_KIND": "words"]
            let admin = try Command(conninfo: conninfo, settings: words)
            let other = try Command(conninfo: "\(conninfo) user=\(role)", settings: words)
            defer {
                admin.remove()
                other.remove()
            }
            try body(admin, other, role, connection)
            try connection.execute("DROP OWNED BY \(identifier: role)")
            try connection.execute("DROP ROLE \(identifier: role)")
        }
    }

    /// Lines of a message that are there to be pasted.
    private static func statements(in outcome: Command.Outcome) -> [String] {
        outcome.errors.split(separator: "\n").filter { $0.hasPrefix("  ") }.map(String.init)
    }

    @Test func theServicesRoleIsGivenWhatARunNeeds() async throws {
        try await Self.withRole { admin, other, role, connection in
            #expect(try admin.run("migrate").code == 0)
            let refused = try other.run("run", "missions")
            #expect(refused.code == ExitCode.noPermission.rawValue, "\(refused.errors)")
            #expect(refused.errors.contains("entremise migrate --grant \(role)"))
            #expect(Self.statements(in: refused).contains { $0.contains("GRANT INSERT ON") })
            let granted = try admin.run("migrate", "--grant", role)
            #expect(granted.code == 0, "\(granted.errors)")
            #expect(granted.output.contains("granted: “\(role)” may do what a run needs\n"))
            let run = try other.run("run", "missions")
            #expect(run.code == 0, "\(run.errors)")
        }
    }

    @Test func whatIsPastedLetsARoleMigrate() async throws {
        try await Self.withRole { _, other, role, connection in
            let refused = try other.run("migrate", "--grant", role)
            #expect(refused.code == ExitCode.noPermission.rawValue, "\(refused.errors)")
            let statements = Self.statements(in: refused)
            #expect(statements.count == 2)
            for statement in statements { try connection.execute(Query(raw: statement)) }
            let migrated = try other.run("migrate", "--grant", role)
            #expect(migrated.code == 0, "\(migrated.errors)")
            #expect(migrated.output.hasPrefix("applied: 0001_network, "))
            #expect(try other.run("run", "missions").code == 0)
        }
    }

    @Test func aRoleThatCannotBeCreatedIsToldToAnAdministrator() async throws {
        try await Self.withRole { _, other, role, connection in
            try connection.execute(
                "CREATE SCHEMA network AUTHORIZATION \(identifier: role)")
            try connection.execute(
                "CREATE SCHEMA entremise AUTHORIZATION \(identifier: role)")
            let refused = try other.run("migrate", "--grant", "absent_\(role)")
            #expect(refused.code == ExitCode.noPermission.rawValue, "\(refused.errors)")
            #expect(
                Self.statements(in: refused) == ["  CREATE ROLE \"absent_\(role)\" NOLOGIN;"])
        }
    }

    @Test func whatIsPrintedIsEnoughForAnAdministrator() async throws {
        try await Self.withRole { admin, other, role, connection in
            // No database is asked: there is none at that address.
            var far = admin
            far.environment["ENTREMISE_DATABASE_CONNINFO"] = "host=/nowhere"
            let printed = try far.run("migrate", "--print", "--grant", role)
            #expect(printed.code == 0, "\(printed.errors)")
            let conninfo = try #require(admin.environment["ENTREMISE_DATABASE_CONNINFO"])
            let file = admin.home.appending(path: "schema.sql")
            try Data(printed.output.utf8).write(to: file)
            let psql = Process()
            psql.executableURL = URL(filePath: "/usr/bin/env")
            psql.arguments = ["psql", "-X", "-q", "-d", conninfo, "-f", file.path]
            psql.standardOutput = FileHandle.nullDevice
            try psql.run()
            psql.waitUntilExit()
            #expect(psql.terminationStatus == 0)
            #expect(try admin.run("migrate").output == "up to date\n")
            let run = try other.run("run", "missions")
            #expect(run.code == 0, "\(run.errors)")
        }
    }
}
