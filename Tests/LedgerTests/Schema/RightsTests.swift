import Foundation
import Hashing
import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct RightsTests {
    /// A login role of the test's own.
    private static func makeRole(
        _ connection: borrowing Connection, _ options: String = ""
    ) throws -> String {
        let role = "role_\(UUID().uuidString.lowercased().prefix(8))"
        try connection.execute("CREATE ROLE \(identifier: role) LOGIN \(raw: options)")
        return role
    }

    private static func removeRole(
        _ role: String, _ connection: borrowing Connection
    ) throws {
        try connection.execute("DROP OWNED BY \(identifier: role)")
        try connection.execute("DROP ROLE \(identifier: role)")
    }

    private static func conninfo(_ conninfo: String, as role: String) -> String {
        "\(conninfo) user=\(role)"
    }

    @Test func theServiceCanDoAWholeRunAndNothingElse() async throws {
        try await withLedger { owner, conninfo in
            let group = "service_\(UUID().uuidString.lowercased().prefix(8))"
            #expect(try owner.grantService(role: group) == .granted(role: group, isNew: true))
            #expect(try owner.grantService(role: group) == .granted(role: group, isNew: false))
            let role = try Self.makeRole(owner.connection)
            try owner.connection.execute("GRANT \(identifier: group) TO \(identifier: role)")
            try SnapshotTests.fill(owner.connection)
            do {
                let ledger = try Ledger(conninfo: Self.conninfo(conninfo, as: role))
                #expect(try ledger.missingRights() == [])
                let run = try ledger.begin(.example())
                let snapshot = try ledger.snapshot(of: .missions(), asOf: today)
                #expect(snapshot.needs.count == 1)
                try ledger.storeVectors(model: "m", [Hash(of: "t"): [1, 2]], on: today)
                try ledger.noteUse(
                    ofVectors: [Hash(of: "t")], model: "m", on: today.advanced(by: 31))
                try ledger.prune(keepingDays: 120, asOf: today)
                var results = RunResults.example([.example(), .team()])
                results.setAside = [
                    SetAside(source: "s", id: "i", field: "f", fault: .duplicate)
                ]
                try ledger.complete(run, with: results, peakBytes: { 0 })
                try ledger.run(.example([.example(score: 0.5)]))
                let failed = try ledger.begin(.example())
                try ledger.fail(failed, because: "test")
                #expect(try ledger.recordedRuns(asOf: nil, network: "Réseau") != nil)
                try ledger.decide(Decision(.accepted, by: "c"), on: "pair", Proposal.example().key)
                let fit = try ledger.record(
                    FitsTests.fit(), of: "missions", before: FitsTests.shipped, programVersion: "1")
                #expect(try ledger.revert(fit))
                for statement in [
                    "INSERT INTO network.skill (id, label_fr, label_en) VALUES ('x', 'x', 'x')",
                    "UPDATE network.member SET consent_matching = true",
                    "DELETE FROM network.member", "TRUNCATE network.member CASCADE",
                    "DELETE FROM entremise.run", "DELETE FROM entremise.proposal",
                    "UPDATE entremise.proposal SET body = '{}'", "DELETE FROM entremise.party",
                    "UPDATE entremise.weight_fit SET learned = shipped",
                    "DELETE FROM entremise.weight_fit",
                    "UPDATE entremise.decision SET verdict = 'accepted'",
                    "DELETE FROM entremise.decision", "DELETE FROM entremise.message_proposal",
                    """
                    INSERT INTO entremise.decision (job, key, proposal_id, verdict, decided_by)
                    SELECT job, key, id, 'accepted', 'x' FROM entremise.proposal
                    """,
                    "UPDATE entremise.run SET job = 'x'",
                    "UPDATE entremise.migration SET name = 'x'",
                    "DROP TABLE entremise.vector", "CREATE TABLE entremise.x (id int)",
                    "CREATE TABLE network.x (id int)", "CREATE SCHEMA other",
                    "SELECT * FROM pg_authid", "COPY network.member TO PROGRAM 'true'",
                    "UPDATE network.mission SET title = 'x'", "DELETE FROM entremise.wait",
                    "DELETE FROM entremise.need_outcome", "DELETE FROM entremise.set_aside",
                    "DELETE FROM entremise.message", "DELETE FROM entremise.pruned",
                    "UPDATE entremise.message SET as_of = '2020-01-01'",
                    "INSERT INTO entremise.pruned VALUES ('', '', '2020-01-01', 'needs', 1)",
                    "TRUNCATE entremise.vector", "ALTER TABLE entremise.run ADD COLUMN x int",
                    "DROP SCHEMA entremise CASCADE", "DROP VIEW entremise.current_bid",
                    "CREATE OR REPLACE VIEW entremise.current_bid AS SELECT 1 AS id",
                    "DROP FUNCTION entremise.prune", "SELECT pg_read_file('/etc/hostname')",
                    "COPY network.member FROM '/etc/hostname'", "CREATE ROLE other",
                ] {
                    do {
                        try ledger.connection.execute(Query(raw: statement))
                        Issue.record("permitted: \(statement)")
                    } catch let error as PostgresError {
                        #expect(error.sqlstate == "42501", "\(statement): \(error)")
                    }
                }
                #expect(throws: LedgerError.self) {
                    try ledger.importNetwork(from: SampleTests.sample, replace: true)
                }
            }
            try Self.removeRole(role, owner.connection)
            try Self.removeRole(group, owner.connection)
        }
    }

    @Test func aServiceKeepsAllItNeedsWhenTheTablesChange() async throws {
        try await withDatabase { connection, conninfo in
            let owner = try Ledger(conninfo: conninfo)
            try owner.migrate(through: 14)
            let role = try Self.makeRole(connection)
            try connection.execute("GRANT UPDATE (figures) ON entremise.run TO \(identifier: role)")
            try owner.migrate()
            for column in [
                "configuration_hash", "settings_hash", "weights", "weight_fit_id", "rows_read",
            ] {
                let may = try connection.first(
                    "SELECT has_column_privilege(\(role), 'entremise.run', \(column), 'UPDATE')",
                    as: Bool.self)
                #expect(may == true, "\(column)")
            }
            try Self.removeRole(role, connection)
        }
    }

    @Test func aRoleWithoutRightsIsToldWhichAtTheBeginning() async throws {
        try await withLedger { owner, conninfo in
            let role = try Self.makeRole(owner.connection)
            let name: (LedgerError) -> [String] = {
                if case .noRight(role: role, let missing) = $0 { return missing }
                return []
            }
            var pasted: [String] = []
            func begin() throws -> [String] {
                let ledger = try Ledger(conninfo: Self.conninfo(conninfo, as: role))
                do throws(LedgerError) {
                    _ = try ledger.begin(.example())
                    return ["began"]
                } catch {
                    #expect(error.description.contains("entremise migrate --grant \(role)"))
                    pasted = Self.statements(in: error)
                    return name(error)
                }
            }
            #expect(try begin() == ["USAGE on schema entremise", "USAGE on schema network"])
            try owner.connection.script(
                """
                GRANT USAGE ON SCHEMA entremise, network TO \(role);
                GRANT SELECT ON ALL TABLES IN SCHEMA network, entremise TO \(role)
                """)
            let missing = try begin()
            #expect(missing.contains("INSERT on entremise.run"))
            #expect(missing.contains("UPDATE (until_run_id) on entremise.proposal"))
            #expect(!missing.contains { $0.contains("network") || $0.hasPrefix("SELECT") })
            let runs: Int? = try owner.connection.first("SELECT count(*) FROM entremise.run")
            #expect(runs == 0)
            // What the message says is enough.
            for statement in pasted { try owner.connection.execute(Query(raw: statement)) }
            #expect(try begin() == ["began"])
            try Self.removeRole(role, owner.connection)
        }
    }

    @Test func whatIsPastedForARoleWithoutAnyRightIsEnough() async throws {
        try await withLedger { owner, conninfo in
            let role = try Self.makeRole(owner.connection)
            let ledger = try Ledger(conninfo: Self.conninfo(conninfo, as: role))
            let error = #expect(throws: LedgerError.self) { try ledger.begin(.example()) }
            for statement in Self.statements(in: try #require(error)) {
                try owner.connection.execute(Query(raw: statement))
            }
            #expect(try ledger.missingRights() == [])
            let run = try ledger.begin(.example())
            try ledger.complete(run, with: .example([.example()]), peakBytes: { 0 })
            try Self.removeRole(role, owner.connection)
        }
    }

    /// Lines of a message that are there to be pasted.
    private static func statements(in error: LedgerError) -> [String] {
        error.description.split(separator: "\n").filter { $0.hasPrefix("  ") }.map(String.init)
    }

    @Test func schemasThatAnAdministratorMadeAreUsed() async throws {
        try await withDatabase { admin, conninfo in
            let role = try Self.makeRole(admin)
            try admin.script(
                """
                CREATE SCHEMA network AUTHORIZATION \(role);
                CREATE SCHEMA entremise;
                GRANT USAGE, CREATE ON SCHEMA entremise TO \(role)
                """)
            do {
                let ledger = try Ledger(conninfo: Self.conninfo(conninfo, as: role))
                #expect(try ledger.migrate() == MigrationTests.names)
                #expect(try ledger.migrate() == [])
                try ledger.importNetwork(from: SampleTests.sample)
                try ledger.run(.example([.example()]))
            }
            try Self.removeRole(role, admin)
        }
    }

    @Test func aRoleThatMayNotMigrateIsToldWhatAnAdministratorSays() async throws {
        try await withDatabase { admin, conninfo in
            let role = try Self.makeRole(admin)
            do {
                let ledger = try Ledger(conninfo: Self.conninfo(conninfo, as: role))
                let wanted = [
                    "CREATE SCHEMA network AUTHORIZATION \"\(role)\"",
                    "CREATE SCHEMA entremise AUTHORIZATION \"\(role)\"",
                ]
                let error = #expect(throws: LedgerError.self) { try ledger.migrate() }
                #expect(error == .mayNotMigrate(role: role, reason: nil, statements: wanted))
                #expect(error?.description.contains("entremise migrate --print") == true)
                for statement in Self.statements(in: try #require(error)) {
                    try admin.execute(Query(raw: statement))
                }
                #expect(try ledger.migrate() == MigrationTests.names)
            }
            try Self.removeRole(role, admin)
        }
    }

    @Test func whoDoesNotOwnTheTablesNeitherMigratesNorGrants() async throws {
        try await withLedger { owner, conninfo in
            let role = try Self.makeRole(owner.connection)
            let ledger = try Ledger(conninfo: Self.conninfo(conninfo, as: role))
            #expect(
                throws: LedgerError.noRight(
                    role: role,
                    missing: ["USAGE on schema entremise", "SELECT on entremise.migration"])
            ) { try ledger.migrate() }
            #expect(try owner.grantService(role: role) == .granted(role: role, isNew: false))
            #expect(try ledger.migrate() == [])
            let grant = #expect(throws: LedgerError.self) { try ledger.grantService(role: role) }
            guard case .mayNotMigrate(role: role, reason: .some, _) = grant else {
                Issue.record("\(String(describing: grant))")
                return
            }
            // A database that lacks the last migration.
            try owner.connection.execute(
                "DELETE FROM entremise.migration WHERE number = \(MigrationTests.latest)")
            let error = #expect(throws: LedgerError.self) { try ledger.migrate() }
            guard case .mayNotMigrate(role: role, reason: nil, let statements) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(statements.contains("GRANT USAGE, CREATE ON SCHEMA network TO \"\(role)\""))
            #expect(statements.contains { $0.hasSuffix("TO \"\(role)\"") && !$0.contains("ON") })
            try Self.removeRole(role, owner.connection)
        }
    }

    @Test func anOwnerWhoMayNotCreateRolesStillMigrates() async throws {
        try await withDatabase { admin, conninfo in
            let role = try Self.makeRole(admin, "NOSUPERUSER NOCREATEROLE")
            let database = try #require(
                try admin.first("SELECT current_database()", as: String.self))
            try admin.execute(
                "ALTER DATABASE \(identifier: database) OWNER TO \(identifier: role)")
            do {
                let ledger = try Ledger(conninfo: Self.conninfo(conninfo, as: role))
                #expect(try ledger.migrate().count == MigrationTests.names.count)
                let group = "absent_\(UUID().uuidString.lowercased().prefix(8))"
                let grant = try ledger.grantService(role: group)
                #expect(
                    grant
                        == .roleMissing(
                            role: group, statement: "CREATE ROLE \"\(group)\" NOLOGIN"))
                try ledger.importNetwork(from: SampleTests.sample)
                try ledger.run(.example([.example()]))
            }
            try admin.execute(
                "ALTER DATABASE \(identifier: database) OWNER TO CURRENT_USER")
            try Self.removeRole(role, admin)
        }
    }
}
