internal import Postgres

extension Ledger {
    /// Gives the service's role what a night needs and nothing else, creating it where it is
    /// missing and that is permitted.
    ///
    /// A role that is created cannot log in: the one that the service connects as is made a member of
    /// it. To be called after every migration, by the owner of the tables.
    ///
    /// - Throws: ``LedgerError/mayNotMigrate(role:reason:statements:)`` where the connected role does
    ///   not own the tables.
    public func grantService(role: String = "entremise_service") throws(LedgerError)
        -> ServiceGrant
    {
        try requireSchema()
        return try guarded { connection in
            try connection.transaction { connection in
                let owners = try strangers(on: connection)
                guard owners.isEmpty else {
                    throw LedgerError.mayNotMigrate(
                        role: connection.user, reason: "only their owner can grant rights on them",
                        statements: owners.map { "GRANT \($0) TO \(connection.user.quotedName)" })
                }
                let isNew = try !exists(role, on: connection)
                if isNew {
                    let create = "CREATE ROLE \(role.quotedName) NOLOGIN"
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
                try connection.script(ServiceGrant.statements(to: role))
                return .granted(role: role, isNew: isNew)
            }
        }
    }

    /// What a run needs that the connected role lacks, such as `INSERT on entremise.run`; empty
    /// where it lacks nothing.
    public func missingRights() throws(LedgerError) -> [String] {
        try guarded { connection in
            var missing: [String] = []
            for schema in ["entremise", "network"] {
                let usage = try connection.first(
                    "SELECT has_schema_privilege(\(schema), 'USAGE')", as: Bool.self)
                if usage != true { missing.append("USAGE on schema \(schema)") }
            }
            guard missing.isEmpty else { return missing }
            let rights = ServiceGrant.rights
            // What the database does not have yet is no right that is lacking.
            return try connection.rows(
                of: """
                    SELECT privilege || coalesce(' (' || attribute.attname || ')', '')
                        || ' on ' || needed.name AS missing
                    FROM unnest(
                        \(rights.map(\.privilege))::text[], \(rights.map(\.table))::text[],
                        \(rights.map(\.column))::text[]
                    ) AS needed (privilege, name, attribute)
                    JOIN pg_class AS class ON class.oid = to_regclass(needed.name)
                    LEFT JOIN pg_attribute AS attribute
                        ON attribute.attrelid = class.oid AND attribute.attname = needed.attribute
                    WHERE CASE
                        WHEN needed.attribute = '' THEN
                            NOT has_table_privilege(class.oid, privilege)
                        WHEN attribute.attnum IS NOT NULL THEN
                            NOT has_column_privilege(class.oid, attribute.attnum, privilege)
                    END
                    UNION ALL
                    SELECT 'SELECT on ' || space.nspname || '.' || class.relname
                    FROM pg_class AS class
                    JOIN pg_namespace AS space ON space.oid = class.relnamespace
                    WHERE space.nspname IN ('network', 'entremise')
                        AND class.relkind IN ('r', 'v', 'p')
                        AND NOT has_table_privilege(class.oid, 'SELECT')
                        -- Queries may read some columns of the platform's tables only.
                        AND NOT (
                            space.nspname = 'network'
                            AND has_any_column_privilege(class.oid, 'SELECT'))
                    UNION ALL
                    SELECT 'EXECUTE on FUNCTION entremise.prune'
                    WHERE NOT has_function_privilege(
                        to_regprocedure('entremise.prune(text, date, integer)'), 'EXECUTE')
                    ORDER BY 1
                    """
            ).map { row throws(PostgresError) in try row.value("missing") }
        }
    }

    /// Refuses a role that lacks what a run needs, or does not see all rows of the service's tables.
    ///
    /// - Throws: ``LedgerError/noRight(role:missing:)``, ``LedgerError/rowsHidden(role:tables:)``.
    package func requireRights() throws(LedgerError) {
        let missing = try missingRights()
        guard missing.isEmpty else { throw .noRight(role: connection.user, missing: missing) }
        let hidden = try guarded { connection in
            try connection.rows(
                of: """
                    SELECT space.nspname || '.' || class.relname AS name
                    FROM pg_class AS class
                    JOIN pg_namespace AS space ON space.oid = class.relnamespace
                    WHERE space.nspname IN ('network', 'entremise') AND class.relkind IN ('r', 'p')
                        AND row_security_active(class.oid)
                    ORDER BY 1
                    """
            ).map { row throws(PostgresError) in try row.value("name", as: String.self) }
        }
        guard hidden.isEmpty else { throw .rowsHidden(role: connection.user, tables: hidden) }
    }

    /// Refuses to begin a migration that the connected role may not finish.
    ///
    /// - Throws: ``LedgerError/mayNotMigrate(role:reason:statements:)``.
    func requireRightToMigrate(on connection: borrowing Connection) throws {
        let role = connection.user.quotedName
        var statements: [String] = []
        for schema in ["network", "entremise"] {
            let rows = try connection.rows(
                of: """
                    SELECT space.oid IS NOT NULL AS exists,
                        coalesce(
                            has_schema_privilege(space.oid, 'USAGE')
                                AND has_schema_privilege(space.oid, 'CREATE'),
                            has_database_privilege(current_database(), 'CREATE')
                        ) AS permitted
                    FROM (VALUES (\(schema)::name)) AS wanted (name)
                    LEFT JOIN pg_namespace AS space ON space.nspname = wanted.name
                    """
            ).map { row throws(PostgresError) in
                (
                    exists: try row.value("exists", as: Bool.self),
                    isPermitted: try row.value("permitted", as: Bool.self)
                )
            }
            guard let found = rows.first, !found.isPermitted else { continue }
            statements.append(
                found.exists
                    ? "GRANT USAGE, CREATE ON SCHEMA \(schema) TO \(role)"
                    : "CREATE SCHEMA \(schema) AUTHORIZATION \(role)")
        }
        statements += try strangers(on: connection).map { "GRANT \($0) TO \(role)" }
        guard statements.isEmpty else {
            throw LedgerError.mayNotMigrate(
                role: connection.user, reason: nil, statements: statements)
        }
    }

    /// Owners of the service's tables whom the connected role is no member of, as SQL quotes them.
    private func strangers(on connection: borrowing Connection) throws -> [String] {
        try connection.rows(
            of: """
                SELECT DISTINCT quote_ident(pg_get_userbyid(class.relowner)) AS owner
                FROM pg_class AS class
                JOIN pg_namespace AS space ON space.oid = class.relnamespace
                WHERE space.nspname = 'entremise' AND class.relkind IN ('r', 'v', 'p')
                    AND NOT pg_has_role(class.relowner, 'USAGE')
                ORDER BY 1
                """
        ).map { row throws(PostgresError) in try row.value("owner") }
    }

    private func exists(_ role: String, on connection: borrowing Connection) throws -> Bool {
        try connection.first(
            "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = \(role))", as: Bool.self) ?? false
    }
}
