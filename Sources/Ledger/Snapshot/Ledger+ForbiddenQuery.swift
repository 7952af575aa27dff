internal import Foundation
internal import Postgres

extension Ledger {
    /// Adds to a refused query which rights are missing and which tables would hide rows, and to one that
    /// waited for a lock who holds it; other errors stay as they are.
    ///
    /// To be called outside of a transaction. What PostgreSQL says names one table and no column, in the
    /// server's language: what a query reads is asked of the catalogue instead.
    func diagnosed(_ error: any Error, on connection: borrowing Connection) -> any Error {
        if case .lockWaited(let query, let seconds, let locks)? = error as? LedgerError,
            locks.isEmpty
        {
            // Asked again where no transaction is open any more.
            return LedgerError.lockWaited(
                query: query, seconds: seconds, locks: tableLocks(on: connection))
        }
        guard case .queryForbidden(var query)? = error as? LedgerError, !connection.isInTransaction,
            // A connection that is lost has nothing to add.
            let role = try? connection.first("SELECT current_user::text", as: String.self)
        else { return error }
        query.role = role
        let lack = (try? lack(byDependenciesOf: query, on: connection)) ?? Lack()
        let found = lack.isEmpty ? try? self.lack(byWordsOf: query, on: connection) : lack
        query.grants = found?.grants ?? []
        query.hiding = found?.hiding ?? []
        return LedgerError.queryForbidden(query)
    }

    /// What a role lacks to read what a query reads.
    private struct Lack: Error {
        var grants: [String] = []
        var hiding: [String] = []

        var isEmpty: Bool { grants.isEmpty && hiding.isEmpty }
    }

    /// Lets PostgreSQL parse the query as the body of a function, whose dependencies name each table and
    /// column; those of views are followed, under the rights of the views' owners. Rolled back.
    private func lack(
        byDependenciesOf query: ForbiddenQuery, on connection: borrowing Connection
    ) throws -> Lack {
        let file = JobQueries.File(name: query.file, sql: query.sql)
        do {
            try connection.transaction { connection in
                try connection.execute(
                    """
                    CREATE FUNCTION pg_temp.entremise_query(date) RETURNS SETOF boolean
                    LANGUAGE sql BEGIN ATOMIC
                    SELECT true FROM (
                    \(raw: file.statement)
                    ) AS row WHERE $1 IS NOT NULL;
                    END
                    """)
                var lack = Lack()
                lack.grants = try names(Self.used + Self.missingGrants, on: connection)
                lack.hiding = try names(Self.used + Self.hidingTables, on: connection)
                throw lack
            }
        } catch let lack as Lack {
            return lack
        }
        return Lack()
    }

    /// Looks for schemas, tables and columns that the query's words name: where it cannot be parsed, as
    /// it reads from a schema that the role may not use, or temporary functions are not permitted.
    private func lack(
        byWordsOf query: ForbiddenQuery, on connection: borrowing Connection
    ) throws -> Lack {
        let words = Self.words(of: query.sql)
        var lack = Lack()
        lack.grants = try names(
            """
            WITH named AS (
                SELECT class.oid, class.relname, space.oid AS space, space.nspname
                FROM pg_class AS class
                JOIN pg_namespace AS space ON space.oid = class.relnamespace
                WHERE class.relname = ANY (\(words)) AND class.relkind IN ('r', 'v', 'm', 'p', 'f')
                    AND (space.nspname = ANY (\(words)) OR pg_table_is_visible(class.oid))
            ), lacking AS (
                SELECT named.*, string_agg(quote_ident(attname), ', ' ORDER BY attnum)
                    FILTER (
                        WHERE NOT has_column_privilege(attrelid, attnum, 'SELECT')
                    ) AS missing, count(attnum) AS columns
                FROM named
                LEFT JOIN pg_attribute ON attrelid = named.oid AND attnum > 0
                    AND NOT attisdropped AND attname = ANY (\(words))
                GROUP BY named.oid, relname, space, nspname
            )
            SELECT DISTINCT 1 AS position, format(
                'GRANT USAGE ON SCHEMA %I TO %I', nspname, current_user) AS name
            FROM named WHERE NOT has_schema_privilege(space, 'USAGE')
            UNION ALL
            SELECT 2, format(
                'GRANT SELECT%s ON %I.%I TO %I', ' (' || missing || ')', nspname, relname,
                current_user)
            FROM lacking
            WHERE missing IS NOT NULL
                OR columns = 0 AND NOT has_any_column_privilege(oid, 'SELECT')
            ORDER BY 1, 2
            """, on: connection)
        lack.hiding = try names(
            """
            SELECT format('%I.%I', space.nspname, class.relname) AS name
            FROM pg_class AS class
            JOIN pg_namespace AS space ON space.oid = class.relnamespace
            WHERE class.relname = ANY (\(words)) AND class.relkind IN ('r', 'p')
                AND (space.nspname = ANY (\(words)) OR pg_table_is_visible(class.oid))
                AND row_security_active(class.oid)
            ORDER BY 1
            """, on: connection)
        return lack
    }

    private func names(_ query: Query, on connection: borrowing Connection) throws -> [String] {
        try connection.rows(of: query).map { row throws(PostgresError) in try row.value("name") }
    }

    /// Names that stand in a query, as PostgreSQL reads them: in small letters unless quoted.
    private static func words(of sql: String) -> [String] {
        let quoted = sql.matches(of: /"((?:[^"]|"")+)"/).map {
            $0.1.replacing("\"\"", with: "\"")
        }
        let plain = sql.matches(of: /[\p{L}_][\p{L}\p{N}_$]*/).map { $0.0.lowercased() }
        return Set(quoted.map { String($0) } + plain).sorted()
    }
}

extension Ledger {
    /// Tables and columns that the function of a query reads, and as whom.
    private static var used: Query {
        """
        WITH RECURSIVE used (relation, attribute, reader) AS (
            SELECT refobjid, refobjsubid, (
                SELECT oid FROM pg_roles WHERE rolname = current_user
            )
            FROM pg_depend
            WHERE classid = 'pg_proc'::regclass AND refclassid = 'pg_class'::regclass
                AND objid = 'pg_temp.entremise_query(date)'::regprocedure
            UNION
            SELECT inside.refobjid, inside.refobjsubid, CASE
                WHEN array_to_string(view.reloptions, ' ') ~ 'security_invoker=(true|on|yes|1)'
                    THEN used.reader
                ELSE view.relowner
            END
            FROM used
            JOIN pg_class AS view ON view.oid = used.relation AND view.relkind = 'v'
            JOIN pg_rewrite AS rule ON rule.ev_class = view.oid
            JOIN pg_depend AS inside ON inside.objid = rule.oid
                AND inside.classid = 'pg_rewrite'::regclass
                AND inside.refclassid = 'pg_class'::regclass AND inside.refobjid <> view.oid
        )

        """
    }

    private static var missingGrants: Query {
        """
        , lacking AS (
            SELECT used.relation, used.reader, count(attribute.attnum) AS columns,
                string_agg(quote_ident(attribute.attname), ', ' ORDER BY attribute.attnum) FILTER (
                    WHERE NOT has_column_privilege(
                        used.reader, used.relation, attribute.attnum, 'SELECT')
                ) AS missing
            FROM used
            LEFT JOIN pg_attribute AS attribute ON attribute.attrelid = used.relation
                AND attribute.attnum = used.attribute AND attribute.attnum <> 0
            GROUP BY used.relation, used.reader
        )
        SELECT format(
            'GRANT SELECT%s ON %I.%I TO %I', ' (' || lacking.missing || ')', space.nspname,
            class.relname, pg_get_userbyid(lacking.reader)) AS name
        FROM lacking
        JOIN pg_class AS class ON class.oid = lacking.relation
        JOIN pg_namespace AS space ON space.oid = class.relnamespace
        WHERE class.relkind IN ('r', 'v', 'm', 'p', 'f') AND (
            lacking.missing IS NOT NULL
            OR lacking.columns = 0
                AND NOT has_any_column_privilege(lacking.reader, lacking.relation, 'SELECT')
        )
        UNION ALL
        SELECT format(
            'GRANT EXECUTE ON FUNCTION %s TO %I', refobjid::regprocedure, current_user)
        FROM pg_depend
        WHERE classid = 'pg_proc'::regclass AND refclassid = 'pg_proc'::regclass
            AND objid = 'pg_temp.entremise_query(date)'::regprocedure
            AND NOT has_function_privilege(refobjid, 'EXECUTE')
        ORDER BY 1
        """
    }

    /// As PostgreSQL decides whether policies apply: not to those who bypass them, nor to the owner
    /// unless that is forced.
    private static var hidingTables: Query {
        """
        SELECT DISTINCT format('%I.%I', space.nspname, class.relname) AS name
        FROM used
        JOIN pg_class AS class ON class.oid = used.relation AND class.relrowsecurity
        JOIN pg_namespace AS space ON space.oid = class.relnamespace
        JOIN pg_roles AS reader ON reader.oid = used.reader
        WHERE NOT reader.rolsuper AND NOT reader.rolbypassrls AND (
            class.relforcerowsecurity OR NOT pg_has_role(reader.oid, class.relowner, 'USAGE')
        )
        ORDER BY 1
        """
    }
}
