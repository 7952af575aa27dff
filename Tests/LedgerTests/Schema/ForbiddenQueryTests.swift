import Foundation
import Ledger
import Market
import Postgres
import TestSupport
import Testing

/// Queries that read tables of a platform's own, as a role that may not read all of them.
@Suite struct ForbiddenQueryTests {
    /// A platform's tables in a schema of their own, and queries that read them.
    private static let tables = """
        CREATE SCHEMA hr;
        CREATE TABLE hr.employee (
            id int PRIMARY KEY, "Full name" text, job text, salary numeric, birthday date
        );
        CREATE TABLE hr.task (id int PRIMARY KEY, title text, owner int);
        INSERT INTO hr.employee VALUES (1, 'Ada', 'analyste', 1, NULL), (2, 'Bob', 'comptable', 2, NULL);
        INSERT INTO hr.task VALUES (7, 'Analyse', 2);
        """

    private static func queries(
        candidates: String = "hr.employee", name: String = "\"Full name\""
    ) -> JobQueries {
        JobQueries(
            job: "missions",
            needs: .init(
                name: "tasks.sql",
                sql: """
                    SELECT id::text AS id, owner::text AS owner, title, NULL AS text,
                        'fr' AS language, '[]'::jsonb AS skills, '{}'::text[] AS languages,
                        NULL AS place, NULL::float8 AS latitude, NULL::float8 AS longitude,
                        'possible' AS remote, NULL::date AS starts, NULL::date AS ends,
                        NULL::numeric AS days, NULL::numeric AS rate_max, NULL::numeric AS hours,
                        '{}'::text[] AS exchange, NULL::numeric AS balance,
                        NULL::numeric AS lowest, NULL::numeric AS highest,
                        '{}'::text[] AS certifications, NULL::date AS posted, NULL AS tender,
                        NULL::int AS lot_number, NULL::numeric AS budget
                    FROM hr.task WHERE $1::date IS NOT NULL
                    """),
            candidates: .init(
                name: "people.sql",
                sql: """
                    SELECT id::text AS id, id::text AS member, \(name) AS name, job AS title,
                        NULL AS text, 'fr' AS language, '[]'::jsonb AS skills,
                        '{}'::text[] AS languages, NULL AS place, NULL::float8 AS latitude,
                        NULL::float8 AS longitude, NULL::numeric AS radius_km, true AS remote,
                        '[]'::jsonb AS availability, '[]'::jsonb AS commitments,
                        NULL::numeric AS rate, NULL::numeric AS hours, '{}'::text[] AS exchange,
                        NULL::numeric AS balance, NULL::numeric AS lowest,
                        NULL::numeric AS highest, '{}'::text[] AS certifications,
                        NULL::numeric AS turnover, false AS consent_bids
                    FROM \(candidates);
                    """))
    }

    /// A role that may do all that a run needs, and nothing with the platform's own tables.
    private static func withRole(
        _ body: (borrowing Ledger, borrowing Ledger, String) async throws -> Void
    ) async throws {
        try await withLedger { owner, conninfo in
            let role = "reader_\(UUID().uuidString.lowercased().prefix(8))"
            try owner.connection.execute("CREATE ROLE \(identifier: role) LOGIN")
            _ = try owner.grantService(role: role)
            try owner.connection.script(tables)
            do {
                let ledger = try Ledger(conninfo: "\(conninfo) user=\(role)")
                try await body(owner, ledger, role)
            }
            try owner.connection.execute("DROP OWNED BY \(identifier: role)")
            try owner.connection.execute("DROP ROLE \(identifier: role)")
        }
    }

    private static func forbidden(
        _ queries: JobQueries, _ ledger: borrowing Ledger
    ) throws -> ForbiddenQuery? {
        do {
            _ = try ledger.snapshot(of: queries, asOf: today)
            return nil
        } catch {
            guard case .queryForbidden(let query) = error else { throw error }
            return query
        }
    }

    @Test func whatIsPastedLetsTheRoleReadThoseColumnsAndNoOther() async throws {
        try await Self.withRole { owner, ledger, role in
            let queries = Self.queries()
            var pasted: [String] = []
            // The schema first, then each query's tables.
            for _ in 0..<4 {
                guard let query = try Self.forbidden(queries, ledger) else { break }
                #expect(!query.grants.isEmpty, "\(query.reason)")
                #expect(query.hiding.isEmpty)
                #expect(query.description.contains("As the owner of the tables, say:"))
                for grant in query.grants { try owner.connection.execute(Query(raw: grant)) }
                pasted += query.grants
            }
            #expect(pasted.contains("GRANT USAGE ON SCHEMA hr TO \(role)"))
            #expect(pasted.contains("GRANT SELECT (id, title, owner) ON hr.task TO \(role)"))
            #expect(
                pasted.contains("GRANT SELECT (id, \"Full name\", job) ON hr.employee TO \(role)"))
            let snapshot = try ledger.snapshot(of: queries, asOf: today)
            #expect(snapshot.candidates.map(\.name) == ["Ada", "Bob"])
            #expect(snapshot.needs.map(\.id) == ["7"])
            #expect(throws: PostgresError.self) {
                try ledger.connection.execute("SELECT salary FROM hr.employee")
            }
        }
    }

    @Test func aColumnAndAFunctionThatAreMissingAreNamedAlone() async throws {
        try await Self.withRole { owner, ledger, role in
            try owner.connection.script(
                """
                GRANT USAGE ON SCHEMA hr TO \(role);
                GRANT SELECT ON hr.task TO \(role);
                GRANT SELECT (id, job) ON hr.employee TO \(role);
                CREATE FUNCTION hr.polite(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
                REVOKE EXECUTE ON FUNCTION hr.polite(text) FROM PUBLIC
                """)
            let query = try Self.forbidden(
                Self.queries(name: "hr.polite(\"Full name\")"), ledger)
            #expect(
                query?.grants == [
                    "GRANT EXECUTE ON FUNCTION hr.polite(text) TO \(role)",
                    "GRANT SELECT (\"Full name\") ON hr.employee TO \(role)",
                ])
            #expect(query?.file == "people.sql")
            #expect(query?.role == role)
        }
    }

    @Test func aViewWhoseOwnerMayNotReadItsTableIsNamedWithThatOwner() async throws {
        try await Self.withRole { owner, ledger, role in
            let other = "\(role)_views"
            try owner.connection.script(
                """
                CREATE ROLE \(other);
                GRANT USAGE ON SCHEMA hr TO \(role), \(other);
                GRANT SELECT ON hr.task TO \(role);
                CREATE VIEW hr.people AS SELECT id, "Full name", job FROM hr.employee;
                ALTER VIEW hr.people OWNER TO \(other);
                GRANT SELECT ON hr.people TO \(role)
                """)
            let query = try Self.forbidden(Self.queries(candidates: "hr.people"), ledger)
            #expect(
                query?.grants == [
                    "GRANT SELECT (id, \"Full name\", job) ON hr.employee TO \(other)"
                ])
            try owner.connection.execute("DROP OWNED BY \(identifier: other)")
            try owner.connection.execute("DROP ROLE \(identifier: other)")
        }
    }

    @Test func whereNoTemporaryFunctionMayBeTheWordsOfTheQueryTell() async throws {
        try await Self.withRole { owner, ledger, role in
            let database = owner.connection.database
            try owner.connection.script(
                """
                REVOKE TEMPORARY ON DATABASE \(database) FROM PUBLIC;
                GRANT USAGE ON SCHEMA hr TO \(role);
                GRANT SELECT ON hr.task TO \(role)
                """)
            let query = try Self.forbidden(Self.queries(), ledger)
            #expect(
                query?.grants == [
                    "GRANT SELECT (id, \"Full name\", job) ON hr.employee TO \(role)"
                ])
        }
    }

    @Test func rowsThatAPolicyWouldHideStopTheNight() async throws {
        try await Self.withRole { owner, ledger, role in
            try owner.connection.script(
                """
                GRANT USAGE ON SCHEMA hr TO \(role);
                GRANT SELECT ON hr.task, hr.employee TO \(role);
                ALTER TABLE hr.employee ENABLE ROW LEVEL SECURITY;
                CREATE POLICY partly ON hr.employee USING (id = 1)
                """)
            let queries = Self.queries()
            for policy in ["(id = 1)", "(true)"] {
                try owner.connection.execute(
                    "ALTER POLICY partly ON hr.employee USING \(raw: policy)")
                let query = try Self.forbidden(queries, ledger)
                #expect(query?.hiding == ["hr.employee"])
                #expect(query?.grants == [])
                let said = query?.description ?? ""
                for word in [
                    "people.sql", "row-level security", "hr.employee", role, "USING (true)",
                    "ALTER ROLE \"\(role)\" BYPASSRLS", "CREATE VIEW \"employee_for_entremise\"",
                ] {
                    #expect(said.contains(word), "\(word) in: \(said)")
                }
            }
            // Either way out lets all rows through.
            try owner.connection.script(
                """
                CREATE VIEW hr.employee_for_entremise AS SELECT * FROM hr.employee;
                GRANT SELECT ON hr.employee_for_entremise TO \(role)
                """)
            let view = try ledger.snapshot(
                of: Self.queries(candidates: "hr.employee_for_entremise"), asOf: today)
            #expect(view.candidates.count == 2)
            try owner.connection.execute("ALTER ROLE \(identifier: role) BYPASSRLS")
            #expect(try ledger.snapshot(of: queries, asOf: today).candidates.count == 2)
        }
    }

    @Test func aViewThatInvokesItsReadersRightsHidesNoRowsInSilence() async throws {
        try await Self.withRole { owner, ledger, role in
            try owner.connection.script(
                """
                GRANT USAGE ON SCHEMA hr TO \(role);
                GRANT SELECT ON hr.task, hr.employee TO \(role);
                ALTER TABLE hr.employee ENABLE ROW LEVEL SECURITY;
                CREATE POLICY partly ON hr.employee USING (id = 1);
                CREATE VIEW hr.people WITH (security_invoker = true) AS SELECT * FROM hr.employee;
                GRANT SELECT ON hr.people TO \(role)
                """)
            let query = try Self.forbidden(Self.queries(candidates: "hr.people"), ledger)
            #expect(query?.hiding == ["hr.employee"])
        }
    }

    @Test func policiesOnTheServicesOwnTablesAreToldBeforeARunBegins() async throws {
        try await Self.withRole { owner, ledger, role in
            try owner.connection.script(
                """
                ALTER TABLE network.member ENABLE ROW LEVEL SECURITY;
                CREATE POLICY partly ON network.member USING (true)
                """)
            #expect(throws: LedgerError.rowsHidden(role: role, tables: ["network.member"])) {
                try ledger.begin(.example())
            }
            // The owner sees all.
            try owner.requireRights()
        }
    }

    @Test func oneJobThatFailsDoesNotKeepTheOthersFromBeingRead() async throws {
        try await Self.withRole { owner, ledger, role in
            let jobs = [
                Self.queries(),
                JobQueries(
                    job: "broken", needs: .init(name: "broken.sql", sql: "SELECT nothing FROM x"),
                    candidates: try .shipped("consultants")),
                try JobQueries.missions(),
            ]
            let results = try ledger.eachAtOneInstant(jobs) { queries, ledger in
                try ledger.snapshot(of: queries, asOf: today)
            }
            guard case .failure(let first) = results[0],
                case .queryForbidden(let query)? = first as? LedgerError,
                case .failure(let second) = results[1],
                case .queryRefused? = second as? LedgerError, case .success = results[2]
            else {
                Issue.record("\(results)")
                return
            }
            #expect(query.grants.first == "GRANT USAGE ON SCHEMA hr TO \(role)")
        }
    }

    @Test func aLockThatNobodyRunsUnderIsSaidToBeLeftBehind() async throws {
        try await withLedger { ledger, conninfo in
            let gone = try Ledger(conninfo: conninfo)
            let run = try gone.begin(.example())
            let pid = try #require(
                try gone.connection.first("SELECT pg_backend_pid()", as: Int32.self))
            // Under way: the lock is held.
            #expect(throws: LedgerError.self) { try ledger.begin(.example(), leftAfter: 0) }
            try ledger.connection.execute(
                """
                UPDATE entremise.run
                SET status = 'failed', error = 'gone', ended_at = clock_timestamp()
                WHERE id = \(run.id)
                """)
            let error = #expect(throws: LedgerError.self) {
                try ledger.begin(.example(), leftAfter: 0)
            }
            guard case .lockLeft(job: "missions", let holder) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(holder.pid == pid && holder.idleSince != nil)
            #expect(error?.description.contains("SELECT pg_terminate_backend(\(pid))") == true)
        }
    }
}
