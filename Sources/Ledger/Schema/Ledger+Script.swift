internal import Hashing

extension Ledger {
    /// The SQL that ``migrate()`` and ``grantService(role:)`` would say, for an administrator to look
    /// at and to run with psql; no database is asked.
    ///
    /// Each migration is one transaction, and is refused where it was applied before.
    ///
    /// - Parameters:
    ///   - number: The last migration that the database had; 0 where it had none.
    ///   - role: Who is given what a run needs, created where there is no such role; nil: nobody.
    /// - Throws: ``LedgerError/schemaNewer(found:known:)``.
    public static func script(
        after number: Int = 0, grantingTo role: String? = nil
    ) throws(LedgerError) -> String {
        guard number <= Migration.latest else {
            throw .schemaNewer(found: number, known: Migration.latest)
        }
        let migrations = Migration.all.filter { $0.number > number }
        var parts = ["-- For psql, which stops at the first error.\n\\set ON_ERROR_STOP on\n"]
        if !migrations.isEmpty { parts.append("BEGIN;\n\n\(Migration.ground)\nCOMMIT;\n") }
        for migration in migrations {
            parts.append(
                """
                -- \(migration.name)
                BEGIN;
                INSERT INTO entremise.migration (number, name, checksum) VALUES
                    (\(migration.number), '\(migration.name)',
                    decode('\(migration.checksum)', 'hex'));

                \(migration.sql)
                COMMIT;

                """)
        }
        if let role {
            let name = role.replacing("'", with: "''")
            parts.append(
                """
                -- Rights of the service.
                BEGIN;
                SELECT format('CREATE ROLE %I NOLOGIN', '\(name)')
                WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(name)')
                \\gexec

                \(ServiceGrant.statements(to: role))
                COMMIT;

                """)
        }
        return parts.joined(separator: "\n")
    }
}
