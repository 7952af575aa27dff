internal import Postgres

extension Ledger {
    /// Gives the service's role what a night needs and nothing else, creating it where it is
    /// missing and that is permitted.
    ///
    /// The role cannot log in; the login role that the service connects as is made a member of it.
    /// To be called after every migration, by the owner of the schemas.
    public func grantService(role: String = "entremise_service") throws(LedgerError)
        -> ServiceGrant
    {
        try requireSchema()
        return try guarded { connection in
            let create = "CREATE ROLE \"\(role.replacing("\"", with: "\"\""))\" NOLOGIN"
            return try connection.transaction { connection in
                if try !exists(role, on: connection) {
                    do {
                        try connection.savepoint { connection in
                            _ = try connection.execute(Query(raw: create))
                        }
                    } catch let error as PostgresError {
                        // 42501: not permitted. Another database's migration may also have been
                        // faster, since roles belong to the whole server.
                        if error.sqlstate == "42501" {
                            return .roleMissing(role: role, statement: create)
                        }
                        guard try exists(role, on: connection) else { throw error }
                    }
                }
                let quoted = "\"\(role.replacing("\"", with: "\"\""))\""
                let grants = String(decoding: PackageResources.service_sql, as: UTF8.self)
                try connection.script(grants.replacing(":role", with: quoted))
                return .granted(role: role)
            }
        }
    }

    /// What a run needs that the connected role lacks, such as `INSERT on entremise.run`; empty
    /// where it lacks nothing.
    public func missingRights() throws(LedgerError) -> [String] {
        try guarded { connection in
            var missing: [String] = []
            let query: Query = """
                SELECT needed.privilege || ' on ' || needed.name AS missing
                FROM (
                    SELECT class.oid, space.nspname || '.' || class.relname AS name, privilege
                    FROM pg_class AS class
                    JOIN pg_namespace AS space ON space.oid = class.relnamespace
                    CROSS JOIN unnest(ARRAY['SELECT', 'INSERT']) AS privilege
                    WHERE class.relkind IN ('r', 'v', 'p')
                      AND (
                        space.nspname = 'entremise'
                            AND (privilege = 'SELECT' OR class.relname NOT IN (
                                'migration', 'thesaurus', 'concept', 'concept_relation'))
                        OR space.nspname = 'network' AND privilege = 'SELECT'
                      )
                ) AS needed
                WHERE NOT has_table_privilege(needed.oid, needed.privilege)
                UNION ALL
                SELECT 'UPDATE (' || attribute || ') on ' || name
                FROM (VALUES
                    ('entremise.run', 'status'),
                    ('entremise.run', 'trade'),
                    ('entremise.suggestion', 'until_run_id'),
                    ('entremise.suggestion', 'departure'),
                    ('entremise.bid', 'until_run_id'),
                    ('entremise.wait', 'until_run_id'),
                    ('entremise.weight_fit', 'reverted_at')
                ) AS closed (name, attribute)
                WHERE to_regclass(name) IS NOT NULL
                  AND NOT has_column_privilege(to_regclass(name), attribute, 'UPDATE')
                ORDER BY 1
                """
            for schema in ["entremise", "network"] {
                let usage = try connection.first(
                    "SELECT has_schema_privilege(\(schema), 'USAGE')", as: Bool.self)
                if usage != true { missing.append("USAGE on schema \(schema)") }
            }
            guard missing.isEmpty else { return missing }
            return try connection.rows(of: query).map { row throws(PostgresError) in
                try row.value("missing")
            }
        }
    }

    private func exists(_ role: String, on connection: borrowing Connection) throws -> Bool {
        try connection.first(
            "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = \(role))", as: Bool.self) ?? false
    }
}
