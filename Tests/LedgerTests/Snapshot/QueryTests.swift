import Ledger
import Market
import Postgres
import TestSupport
import Testing

@Suite struct QueryTests {
    /// The query for missions with one piece of its text replaced.
    private static func missions(
        replacing text: String, with other: String
    ) throws -> JobQueries {
        let shipped = try JobQueries.missions()
        #expect(shipped.needs.sql.contains(text))
        return JobQueries(
            job: "missions",
            needs: .init(
                name: "jobs/sql/needs.sql", sql: shipped.needs.sql.replacing(text, with: other)),
            candidates: shipped.candidates)
    }

    private static func problems(
        _ queries: JobQueries, _ ledger: borrowing Ledger
    ) throws -> [ColumnProblem] {
        do {
            _ = try ledger.snapshot(of: queries, asOf: today)
            return []
        } catch {
            guard case .columnsRefused(let problems) = error else { throw error }
            return problems
        }
    }

    @Test func theShippedQueriesHaveTheDocumentedColumns() async throws {
        try await withLedger { ledger, _ in
            try ledger.check(.missions())
            try ledger.check(.services())
            try ledger.check(.tenders())
        }
    }

    @Test func missingUnknownAndMistypedColumnsAreAllNamed() async throws {
        try await withLedger { ledger, _ in
            let file = "jobs/sql/needs.sql"
            let missing = try Self.missions(
                replacing: "    mission.id,\n", with: "    mission.days AS dayz,\n")
            let nameless = try Self.problems(missing, ledger)
            #expect(
                nameless == [
                    ColumnProblem(file: file, column: "id", expected: "text", found: nil),
                    ColumnProblem(
                        file: file, column: "dayz", expected: nil, found: "numeric",
                        near: ["days"]),
                ])
            #expect(
                nameless.last?.description
                    == "\(file): column “dayz” is not one of the documented columns; "
                    + "near it: “days”")
            let both = try Self.missions(
                replacing: "NULL::numeric AS hours", with: "NULL AS hours, 1 AS extra")
            let found = try Self.problems(both, ledger)
            #expect(
                found == [
                    ColumnProblem(
                        file: file, column: "hours", expected: "numeric", found: "text",
                        write: "hours::numeric"),
                    ColumnProblem(file: file, column: "extra", expected: nil, found: "integer"),
                ])
            #expect(
                found[0].description
                    == "\(file): column “hours” must be numeric, found text; "
                    + "write hours::numeric AS hours")
        }
    }

    @Test(arguments: [
        ("max_rate", ["rate_max"]), ("lon", ["longitude"]), ("title_fr", ["title"]),
        ("Text", ["text"]), ("lots", []),
    ])
    func aMisspeltColumnIsToldTheNamesNearIt(name: String, near: [String]) async throws {
        try await withLedger { ledger, _ in
            let queries = JobQueries(
                job: "missions",
                needs: .init(name: "n.sql", sql: #"SELECT 1 AS id, 1 AS "\#(name)""#),
                candidates: try JobQueries.missions().candidates)
            #expect(try Self.problems(queries, ledger).map(\.near) == [near])
        }
    }

    @Test func whenAndWhereMembersCameFromMayBeLeftOutButNotMistyped() async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.addPlace("caen")
            try ledger.connection.execute("UPDATE network.place SET department = '14'")
            try ledger.connection.addMember("claire", place: "caen", joined: "2026-10-01")
            func queries(_ joined: String) throws -> JobQueries {
                let shipped = try JobQueries.missions()
                return JobQueries(
                    job: "missions", needs: shipped.needs,
                    candidates: .init(
                        name: "candidates.sql",
                        sql: shipped.candidates.sql.replacing(
                            "member.joined_on AS joined,\n    place.department", with: joined)))
            }
            let shipped = try ledger.snapshot(of: .missions(), asOf: today).candidates.first
            #expect(shipped?.joined == Day("2026-10-01"))
            #expect(shipped?.department == "14")
            let silent = try ledger.snapshot(of: queries("NULL::text AS department"), asOf: today)
            #expect(silent.candidates.map(\.id) == ["claire"] && silent.setAside.isEmpty)
            #expect(silent.candidates.allSatisfy { $0.joined == nil && $0.department == nil })
            let file = "candidates.sql"
            #expect(
                try Self.problems(queries("'soon' AS joined, 14.5 AS department"), ledger) == [
                    ColumnProblem(
                        file: file, column: "joined", expected: "date", found: "text",
                        write: "joined::date"),
                    ColumnProblem(
                        file: file, column: "department", expected: "text", found: "numeric",
                        write: "department::text"),
                ])
        }
    }

    @Test(arguments: [
        "NULL::nowhere.kind", "elsewhere.public.days(1)", "1 / 0", "raising.always()",
        "(SELECT m.days FROM network.mission AS m LIMIT 1 FOR UPDATE)",
        "(SELECT count(*) FROM json_array_elements(repeat('[', 100000)::json))",
    ])
    func aQueryIsNamedWhateverItIsRefusedFor(days: String) async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.script(
                """
                CREATE SCHEMA raising;
                CREATE FUNCTION raising.always() RETURNS numeric LANGUAGE plpgsql
                AS $$BEGIN RAISE 'never'; END$$
                """)
            try ledger.connection.addMember("claire", joined: "2026-10-01")
            try ledger.connection.execute(
                """
                INSERT INTO network.mission (id, owner_id, title, posted_on)
                VALUES ('m', 'claire', 'Audit', '2026-10-01')
                """)
            let queries = try Self.missions(replacing: "mission.days,", with: "\(days) AS days,")
            do throws(LedgerError) {
                _ = try ledger.snapshot(of: queries, asOf: today)
                Issue.record("accepted")
            } catch {
                guard case .queryRefused(let file, _, _) = error else { throw error }
                #expect(file == "jobs/sql/needs.sql")
            }
        }
    }

    @Test func aQueryThatPostgreSQLRefusesIsNamedWithItsLine() async throws {
        try await withLedger { ledger, _ in
            let queries = try Self.missions(replacing: "mission.days,", with: "mission.dayz,")
            let line = queries.needs.sql.split(separator: "\n", omittingEmptySubsequences: false)
                .firstIndex { $0.contains("mission.dayz") }
            do {
                try ledger.check(queries)
                Issue.record("accepted")
            } catch let error as LedgerError {
                guard case .queryRefused("jobs/sql/needs.sql", let found, let reason) = error
                else { throw error }
                #expect(found == line.map { $0 + 1 })
                #expect(reason.contains("dayz"))
            }
        }
    }

    @Test(arguments: [
        "", ";", "SELECT 1; DROP TABLE network.lot", "DELETE FROM network.lot RETURNING id",
        "SELECT 1) AS row; DROP TABLE network.lot; --", "SELECT $2",
    ])
    func whatIsNoSingleQueryIsRefused(sql: String) async throws {
        try await withLedger { ledger, _ in
            let shipped = try JobQueries.missions()
            let queries = JobQueries(
                job: "missions", needs: .init(name: "bad.sql", sql: sql),
                candidates: shipped.candidates)
            #expect(throws: LedgerError.self) { try ledger.snapshot(of: queries, asOf: today) }
            let lots: Int? = try ledger.connection.first("SELECT count(*) FROM network.lot")
            #expect(lots == 0)
        }
    }

    @Test func aQueryThatWritesThroughAFunctionIsRefusedByTheTransaction() async throws {
        try await withLedger { ledger, _ in
            try ledger.connection.script(
                """
                CREATE FUNCTION sneak() RETURNS text LANGUAGE sql AS
                $$ INSERT INTO network.skill VALUES ('x', 'x', 'x') RETURNING id $$
                """)
            try ledger.connection.addMember("owner")
            try ledger.connection.addMission("m1", owner: "owner")
            let queries = try Self.missions(
                replacing: "'mission' AS source", with: "sneak() AS source")
            #expect(throws: LedgerError.self) { try ledger.snapshot(of: queries, asOf: today) }
            let skills: Int? = try ledger.connection.first("SELECT count(*) FROM network.skill")
            #expect(skills == 0)
        }
    }

    @Test func queriesMayUseOtherTypesNearTheDocumentedOnes() async throws {
        try await withLedger { ledger, _ in
            try SnapshotTests.fill(ledger.connection)
            let shipped = try JobQueries.missions()
            let sql = """
                WITH base AS (
                \(shipped.needs.sql))
                SELECT id::varchar(40), owner, title, text, language, skills::json, languages,
                    place, latitude::real, longitude, remote, starts, ends, days::integer,
                    rate_max::double precision, hours, exchange::varchar[], balance, lowest,
                    highest, certifications, posted, tender, lot_number::smallint, budget
                FROM base; -- ends here
                """.replacing("; -- ends here", with: " ;\n")
            let queries = JobQueries(
                job: "missions", needs: .init(name: "near.sql", sql: sql),
                candidates: shipped.candidates)
            let near = try ledger.snapshot(of: queries, asOf: today)
            let plain = try ledger.snapshot(of: shipped, asOf: today)
            #expect(near.needs.map(\.days) == plain.needs.map(\.days))
            #expect(near.needs.map(\.skills) == plain.needs.map(\.skills))
            #expect(near.setAside.isEmpty)
        }
    }

    @Test func idsMayBeUUIDsOrNumbersAndAreReadAsText() async throws {
        try await withLedger { ledger, _ in
            try SnapshotTests.fill(ledger.connection)
            let uuid = "0b7e2c52-6d0e-4f0c-9a38-0d0f2a5d1a11"
            for (sql, id) in [("'\(uuid)'::uuid", uuid), ("12345678901", "12345678901")] {
                let queries = try Self.missions(
                    replacing: "    mission.id,\n    mission.owner_id AS owner,",
                    with: "    \(sql) AS id, \(sql) AS owner,")
                let snapshot = try ledger.snapshot(of: queries, asOf: today)
                #expect(snapshot.needs.map(\.id) == [id])
                #expect(snapshot.needs.map(\.owner) == [id])
                #expect(snapshot.setAside.isEmpty)
            }
        }
    }

    @Test(arguments: [
        ("-2.50::numeric", "-2.50"), ("-2.5::double precision", "-2.5"), ("-2::real", "-2"),
        ("-2::integer", "-2"), ("-0.1::real", "-0.1"),
    ])
    func aNumberThatMakesNoSenseIsToldAsItStands(sql: String, found: String) async throws {
        try await withLedger { ledger, _ in
            try SnapshotTests.fill(ledger.connection)
            let queries = try Self.missions(replacing: "mission.days,", with: "\(sql) AS days,")
            let snapshot = try ledger.snapshot(of: queries, asOf: today)
            #expect(snapshot.setAside.map(\.fault) == [.negative(found: found)])
        }
    }

    @Test func listsAreReadWhateverTheyHold() async throws {
        try await withLedger { ledger, _ in
            try SnapshotTests.fill(ledger.connection)
            let odd = "\u{1}\"\\/\t\n{[,]} été \u{1F9ED}"
            try ledger.connection.addSkills(odd)
            let skills = """
                jsonb_build_array(
                    jsonb_build_object('skill', E'\\x01"\\\\/\\t\\n{[,]} été \u{1F9ED}',
                        'note', '{"a": ["]", 1.5, null]}'::jsonb, 'level', 3.0, 'weight', 0.1),
                    jsonb_build_object('skill', 'a', 'list', '[[], {}, "\\""]'::jsonb)
                )
                """
            let shipped = try JobQueries.missions()
            let sql = """
                SELECT id, owner, title, text, language, \(skills) AS skills,
                    '{}'::text[] AS languages, place, latitude, longitude,
                    remote, starts, ends, days, rate_max, hours, exchange, balance, lowest,
                    highest, certifications, posted, tender, lot_number, budget
                FROM (\(shipped.needs.sql)) AS shipped
                """
            let queries = JobQueries(
                job: "missions", needs: .init(name: "odd.sql", sql: sql),
                candidates: shipped.candidates)
            let snapshot = try ledger.snapshot(of: queries, asOf: today)
            #expect(snapshot.setAside.isEmpty)
            let need = try #require(snapshot.needs.first)
            #expect(
                need.skills == [
                    AskedSkill(skill: "a"), AskedSkill(skill: odd, level: 3, weight: 0.1),
                ])
            #expect(need.languages.isEmpty)
        }
    }

    @Test(arguments: [
        ("NULL::text[] AS exchange", "ARRAY['barter'] AS exchange", "exchange"),
        ("mission.days,", "'NaN'::numeric AS days,", "days"),
        ("mission.days,", "('1' || repeat('0', 400))::numeric AS days,", "days"),
        ("mission.daily_rate_max AS rate_max", "1e12::numeric AS rate_max", "rate_max"),
        ("mission.starts_on AS starts", "'infinity'::date AS starts", "starts"),
        ("NULL::numeric AS lowest", "3::numeric AS lowest", "balance"),
        ("NULL::numeric AS budget", "-1::numeric AS budget", "budget"),
        (") AS skills", ") || '{}'::jsonb || '[1]'::jsonb AS skills", "skills"),
        (") AS skills", ")->0 AS skills", "skills"),
    ])
    func valuesThatMakeNoSenseSetTheNeedAside(
        text: String, other: String, field: String
    ) async throws {
        try await withLedger { ledger, _ in
            try SnapshotTests.fill(ledger.connection)
            let queries = try Self.missions(replacing: text, with: other)
            let snapshot = try ledger.snapshot(of: queries, asOf: today)
            #expect(snapshot.needs.isEmpty)
            #expect(snapshot.setAside.contains { $0.id == "m1" && $0.field == field })
            #expect(snapshot.candidates.count == 1)
        }
    }

    @Test(arguments: [
        (#"[{"skill": "nobody"}]"#, SetAside.Fault.unknownSkill(found: "nobody")),
        (#"[{"skill": 3}]"#, .unreadable(expected: .a(.skillID))),
        (#"[{"skill": "a", "level": 2.5}]"#, .level(found: "2.5")),
        (#"[{"skill": "a", "level": "high"}]"#, .level(found: "a text")),
        (#"[{"skill": "a", "weight": 0}]"#, .notPositive(found: "0")),
        (#"[{"skill": "a", "weight": -2}]"#, .negative(found: "-2")),
        (#"[{"skill": "a"}, {"skill": "a"}]"#, .duplicate),
        (#"[{"skill": "a", "mandatory": 1}]"#, .unreadable(expected: .a(.boolean))),
    ])
    func aSkillThatMakesNoSenseIsLeftOut(skills: String, fault: SetAside.Fault) async throws {
        try await withLedger { ledger, _ in
            try SnapshotTests.fill(ledger.connection)
            let shipped = try JobQueries.missions()
            let sql = """
                SELECT id, owner, title, text, language, '\(skills)'::jsonb AS skills, languages,
                    place, latitude, longitude, remote, starts, ends, days, rate_max, hours,
                    exchange, balance, lowest, highest, certifications, posted, tender, lot_number,
                    budget
                FROM (\(shipped.needs.sql)) AS shipped
                """
            let named = JobQueries(
                job: "missions", needs: .init(name: "needs.sql", sql: sql),
                candidates: shipped.candidates)
            let snapshot = try ledger.snapshot(of: named, asOf: today)
            #expect(snapshot.needs.count == 1)
            #expect(snapshot.setAside.map(\.fault) == [fault])
            #expect(snapshot.setAside.first?.source == "need_skill")
        }
    }

    @Test func rowsOfOneIdAreSetAsideButForTheFirst() async throws {
        try await withLedger { ledger, _ in
            try SnapshotTests.fill(ledger.connection)
            try ledger.connection.addMission("m2", owner: "owner")
            let queries = try Self.missions(replacing: "    mission.id,", with: "    'same' AS id,")
            let snapshot = try ledger.snapshot(of: queries, asOf: today)
            #expect(snapshot.needs.map(\.id) == ["same"])
            #expect(snapshot.setAside.map(\.fault) == [.duplicate])
            let nameless = try Self.missions(
                replacing: "    mission.id,", with: "    NULL::text AS id,")
            let empty = try ledger.snapshot(of: nameless, asOf: today)
            #expect(empty.needs.isEmpty)
            #expect(empty.setAside.count == 2)
        }
    }
}
