import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct MigrationTests {
    /// Every migration of the program, in order.
    static let names = [
        "0001_network", "0002_entremise", "0003_fairness", "0004_weight_fit", "0005_bids",
        "0006_thesaurus", "0007_scored", "0010_bid_decisions",
        "0011_references", "0012_additions", "0013_kept_tallies", "0014_proposals",
        "0015_run_settings", "0016_results_back", "0017_rows_read", "0018_pages",
        "0019_networks", "0020_results", "0021_text_languages", "0022_locales",
        "0023_keeping",
    ]
    static let latest = 23

    @Test func anEmptyDatabaseGetsEveryMigrationOnce() async throws {
        try await withDatabase { _, conninfo in
            let ledger = try Ledger(conninfo: conninfo)
            #expect(try ledger.schemaState() == .missing)
            #expect(throws: LedgerError.schemaMissing) { try ledger.begin(.example()) }
            #expect(try ledger.migrate() == Self.names)
            #expect(try ledger.schemaState() == .current(Self.latest))
            #expect(try ledger.migrate() == [])
        }
    }

    @Test func programsThatMigrateAtOnceTakeTurns() async throws {
        try await withDatabase { _, conninfo in
            let applied = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask { try Ledger(conninfo: conninfo).migrate().count }
                }
                return try await group.reduce(0, +)
            }
            #expect(applied == Self.names.count)
        }
    }

    @Test func aNewerDatabaseIsRefused() async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.execute(
                """
                INSERT INTO entremise.migration (number, name, checksum)
                VALUES (99, '0099_later', decode(repeat('00', 32), 'hex'))
                """)
            let error = LedgerError.schemaNewer(found: 99, known: Self.latest)
            #expect(try ledger.schemaState() == .newer(found: 99, known: Self.latest))
            #expect(throws: error) { try ledger.migrate() }
            #expect(throws: error) { try ledger.begin(.example()) }
            #expect(error.description.contains("newer than this program"))
        }
    }

    @Test func anAlteredMigrationIsRefused() async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.execute(
                "UPDATE entremise.migration SET checksum = sha256('other') WHERE number = 1")
            let error = LedgerError.migrationAltered(number: 1, name: "0001_network")
            #expect(throws: error) { try ledger.migrate() }
            #expect(throws: error) { try ledger.begin(.example()) }
        }
    }

    @Test func aMigrationThatFailsLeavesNothingBehind() async throws {
        try await withDatabase { connection, conninfo in
            // Something of that name is in the way of the first migration's last table.
            try connection.script("CREATE SCHEMA network; CREATE TABLE network.refusal ()")
            let ledger = try Ledger(conninfo: conninfo)
            #expect(throws: LedgerError.self) { try ledger.migrate() }
            #expect(try ledger.schemaState() == .missing)
            let tables = try connection.first(
                "SELECT count(*) FROM pg_tables WHERE schemaname IN ('network', 'entremise')",
                as: Int.self)
            #expect(tables == 1)
            try connection.script("DROP TABLE network.refusal")
            #expect(try ledger.migrate().count == Self.names.count)
        }
    }

    @Test func theScriptOfAnAdministratorLeavesOutWhatTheDatabaseHasHad() throws {
        let all = try Ledger.script()
        for name in Self.names { #expect(all.contains("-- \(name)\n")) }
        let rest = try Ledger.script(after: Self.latest - 1, grantingTo: "l'\"équipe")
        #expect(rest.contains(try #require(Self.names.last)) && !rest.contains("0001_network"))
        #expect(rest.contains("rolname = 'l''\"équipe'"))
        #expect(rest.contains("GRANT USAGE ON SCHEMA network, entremise TO \"l'\"\"équipe\""))
        #expect(throws: LedgerError.schemaNewer(found: Self.latest + 1, known: Self.latest)) {
            try Ledger.script(after: Self.latest + 1)
        }
    }

    /// Some migrations pass on what a role could do already: to tables that replace others, to columns
    /// that are written later than before or are new, to views of what it could read, and to the
    /// function that writes what it could write.
    @Test func aScriptThatNamesNoRoleGrantsNothing() throws {
        #expect(try !Ledger.script(after: Self.latest).contains("GRANT"))
        let passedOn = [
            "0014_proposals": ["'GRANT %s %s ON entremise.%I TO %s %s', given.privilege_type,"],
            "0015_run_settings": [
                "'GRANT UPDATE (configuration_hash, settings_hash, weights, weight_fit_id) '"
            ],
            "0016_results_back": [
                "'GRANT SELECT ON entremise.current_proposal, entremise.current_suggestion, '"
            ],
            "0017_rows_read": ["'GRANT UPDATE (rows_read) ON entremise.run TO %s %s',"],
            "0023_keeping": ["'GRANT %s TO %s %s', given.what,"],
            "0020_results": ["'GRANT EXECUTE ON FUNCTION entremise.decide TO %s %s',"],
        ]
        let option = "CASE WHEN given.is_grantable THEN 'WITH GRANT OPTION' END);"
        let parts = try Ledger.script().split(separator: /-- (?=\d{4}_\w+\n)/)
        #expect(parts.count == Self.names.count + 1)
        for part in parts {
            let grants = part.split(separator: "\n").filter { $0.contains("GRANT") }
                .map { String($0.drop { $0 == " " }) }
            let name = part.prefix { $0 != "\n" }
            #expect(grants == passedOn[String(name)].map { $0 + [option] } ?? [])
        }
    }

    @Test func everyTableAndColumnSaysWhatItIs() async throws {
        try await withLedger { ledger, _ in
            let silent = try ledger.connection.rows(
                of: """
                    SELECT class.relname || coalesce('.' || attribute.attname, '') AS name
                    FROM pg_class AS class
                    LEFT JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid
                        AND attribute.attnum > 0 AND NOT attribute.attisdropped
                    WHERE class.relkind IN ('r', 'v')
                        AND class.relnamespace IN ('network'::regnamespace, 'entremise'::regnamespace)
                        AND (obj_description(class.oid) IS NULL
                            OR col_description(class.oid, attribute.attnum) IS NULL)
                    UNION ALL
                    SELECT proname FROM pg_proc
                    WHERE pronamespace IN ('network'::regnamespace, 'entremise'::regnamespace)
                        AND obj_description(oid, 'pg_proc') IS NULL
                    """
            ).map { row throws(PostgresError) in try row.value("name", as: String.self) }
            #expect(silent == [])
        }
    }

    @Test func everyForeignKeyHasAnIndexThatBeginsWithIt() async throws {
        try await withLedger { ledger, _ in
            let bare = try ledger.connection.rows(
                of: """
                    SELECT rule.conrelid::regclass::text || ' ' || rule.conname AS name
                    FROM pg_constraint AS rule
                    WHERE rule.contype = 'f'
                        AND rule.connamespace IN ('network'::regnamespace, 'entremise'::regnamespace)
                        AND NOT EXISTS (
                            SELECT FROM pg_index AS index
                            WHERE index.indrelid = rule.conrelid
                                AND (index.indkey::int2[])[0:cardinality(rule.conkey) - 1]
                                    @> rule.conkey
                        )
                    ORDER BY 1
                    """
            ).map { row throws(PostgresError) in try row.value("name", as: String.self) }
            #expect(bare == [])
        }
    }
}
