internal import Encoding
internal import Hashing
internal import Ledger
internal import Market
internal import Postgres
internal import Text

/// A network in which everybody works in one of fifty fields, made by the database from a seed.
struct SyntheticNetwork {
    let options: Options

    /// - Parameters:
    ///   - conninfo: The database, whose network is replaced.
    ///   - ledger: The same database, for the vectors.
    ///   - day: The day that is taken for today.
    func write(to conninfo: String, _ ledger: borrowing Ledger, on day: Day) throws {
        let connection = try Connection(conninfo: conninfo)
        // Rows refer to rows that are made with them: no need to look each one up.
        try connection.execute("SET session_replication_role = replica")
        for statement in functions + tables { try connection.execute(Query(raw: statement)) }
        try connection.execute("ANALYZE")
        try writeVectors(connection, ledger, on: day)
        try connection.execute("ANALYZE entremise.vector")
    }

    /// Gives one member and one mission in a hundred another title.
    func change(on conninfo: String) throws {
        let connection = try Connection(conninfo: conninfo)
        for statement in functions { try connection.execute(Query(raw: statement)) }
        for (table, among) in [("member", options.candidates), ("mission", options.needs)] {
            try connection.execute(
                Query(
                    raw: """
                        UPDATE network.\(table)
                        SET title = pg_temp.words(
                            hashtext(title)::bigint + 8000000000, (hashtext(title) & 31)::bigint, 4)
                        WHERE id IN (
                            SELECT id FROM network.\(table) ORDER BY hashtext(id), id
                            LIMIT \(max(1, among / 100)))
                        """))
        }
    }

    private var functions: [String] {
        [
            """
            CREATE OR REPLACE FUNCTION pg_temp.pick(item bigint, what bigint, among bigint)
            RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
                SELECT (hashint8extended(item, \(options.seed) * 1000 + what) & 1152921504606846975)
                    % among
            $$
            """,
            """
            CREATE OR REPLACE FUNCTION pg_temp.word(number bigint)
            RETURNS text LANGUAGE sql IMMUTABLE AS $$
                SELECT s[1 + number % 20] || s[1 + number / 20 % 20] || s[1 + number / 400 % 20] || 'r'
                FROM (SELECT '{ba,co,di,fu,ga,lo,mi,nu,pa,ro,si,tu,va,zo,cha,blo,tri,plu,gre,dra}'
                    ::text[] AS s) AS syllables
            $$
            """,
            """
            CREATE OR REPLACE FUNCTION pg_temp.words(item bigint, field bigint, how_many int)
            RETURNS text LANGUAGE sql IMMUTABLE AS $$
                SELECT string_agg(pg_temp.word(field * 40 + pg_temp.pick(item, 100 + i, 60)), ' ')
                FROM generate_series(1, how_many) AS i
            $$
            """,
        ]
    }

    private var tables: [String] {
        [
            """
            TRUNCATE network.place, network.skill, network.member, network.member_skill,
                network.availability, network.mission, network.mission_skill,
                entremise.vector, entremise.run CASCADE
            """,
            """
            INSERT INTO network.place (id, name, department, latitude, longitude)
            SELECT 'p' || i, 'Lieu ' || i, '14', 43 + pg_temp.pick(i, 1, 7000) / 1000.0,
                -1 + pg_temp.pick(i, 2, 7000) / 1000.0
            FROM generate_series(0, 199) AS i
            """,
            """
            INSERT INTO network.skill (id, label_fr, label_en)
            SELECT 's' || i, pg_temp.words(i + 900000000, i % 50, 2), 'skill ' || i
            FROM generate_series(0, \(options.skills - 1)) AS i
            """,
            """
            INSERT INTO network.member (
                id, kind, name, locale, title, place_id, radius_km, remote, languages, daily_rate,
                consent_matching, joined_on
            )
            SELECT 'm' || lpad(i::text, 9, '0'), 'consultant', 'Membre ' || i, 'fr',
                pg_temp.words(i, pg_temp.pick(i, 1, 50), 4), 'p' || pg_temp.pick(i, 2, 200),
                50 + pg_temp.pick(i, 3, 300), pg_temp.pick(i, 4, 2) = 0,
                CASE pg_temp.pick(i, 5, 4) WHEN 0 THEN '{fr,en}'::text[] ELSE '{fr}' END,
                300 + pg_temp.pick(i, 6, 600), true, DATE '2025-01-01'
            FROM generate_series(0, \(options.candidates - 1)) AS i
            """,
            """
            INSERT INTO network.member_skill (member_id, skill_id, level)
            SELECT DISTINCT ON (1, 2) 'm' || lpad(i::text, 9, '0'),
                's' || (pg_temp.pick(i, 1, 50)
                    + 50 * pg_temp.pick(i, 10 + k, \(max(1, options.skills / 50)))),
                1 + pg_temp.pick(i, 30 + k, 5)
            FROM generate_series(0, \(options.candidates - 1)) AS i, generate_series(1, 8) AS k
            """,
            """
            INSERT INTO network.availability (id, member_id, starts_on, ends_on, days_per_week)
            SELECT 'a' || i, 'm' || lpad(i::text, 9, '0'), DATE '2026-01-01', DATE '2027-12-31',
                1 + pg_temp.pick(i, 7, 5)
            FROM generate_series(0, \(options.candidates - 1), 2) AS i
            """,
            """
            INSERT INTO network.mission (
                id, owner_id, title, text, language, languages, place_id, remote, starts_on,
                ends_on, days, daily_rate_max, posted_on
            )
            SELECT 'n' || lpad(i::text, 9, '0'), 'm' || lpad(pg_temp.pick(i, 9, \(options.candidates))
                ::text, 9, '0'),
                pg_temp.words(i + 500000000, pg_temp.pick(i, 8, 50), 4),
                pg_temp.words(i + 600000000, pg_temp.pick(i, 8, 50), 12), 'fr',
                CASE pg_temp.pick(i, 10, 10) WHEN 0 THEN '{fr,en}'::text[] ELSE '{fr}' END,
                'p' || pg_temp.pick(i, 11, 200), 'possible', DATE '2027-01-04', DATE '2027-03-31',
                10 + pg_temp.pick(i, 12, 20), 400 + pg_temp.pick(i, 13, 600), DATE '2026-11-01'
            FROM generate_series(0, \(options.needs - 1)) AS i
            """,
            """
            INSERT INTO network.mission_skill (mission_id, skill_id, level, mandatory)
            SELECT DISTINCT ON (1, 2) 'n' || lpad(i::text, 9, '0'),
                's' || (pg_temp.pick(i, 8, 50)
                    + 50 * pg_temp.pick(i, 20 + k, \(max(1, options.skills / 50)))),
                1 + pg_temp.pick(i, 40 + k, 3), k = 1 AND pg_temp.pick(i, 14, 4) = 0
            FROM generate_series(0, \(options.needs - 1)) AS i, generate_series(1, 5) AS k
            """,
        ]
    }

    /// Keeps the vector of every text, as the nights before would have.
    private func writeVectors(
        _ connection: borrowing Connection, _ ledger: borrowing Ledger, on day: Day
    ) throws {
        let encoder = SyntheticEncoder(dimension: options.dimension)
        var texts: [String] = []
        func keep() throws {
            let distinct = Array(Set(texts.map { prepared($0) }))
            let vectors = try encoder.vectors(of: distinct)
            var byHash: [Hash: [Float]] = [:]
            for (row, text) in distinct.enumerated() {
                byHash[contentHash(of: text)] = Array(vectors[row])
            }
            try ledger.storeVectors(model: encoder.model.name, byHash, on: day)
            texts.removeAll(keepingCapacity: true)
        }
        try connection.stream(
            """
            SELECT ''::text AS text UNION ALL SELECT title FROM network.member
            UNION ALL SELECT title FROM network.mission UNION ALL SELECT text FROM network.mission
            UNION ALL SELECT label_fr FROM network.skill
            """
        ) { row in
            texts.append(try row.value("text"))
            if texts.count == 20_000 { try keep() }
        }
        try keep()
    }
}
