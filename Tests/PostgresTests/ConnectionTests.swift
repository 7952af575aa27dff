import Foundation
import Logging
import Postgres
import TestSupport
import Testing

@Suite struct ConnectionTests {
    @Test func `values travel beside the SQL`() async throws {
        try await withDatabase { connection, _ in
            let hostile = "'; DROP TABLE offer; --"
            let back: String? = try connection.first("SELECT \(hostile)")
            #expect(back == hostile)
            let sum: Int? = try connection.first("SELECT \(40) + \(2)")
            #expect(sum == 42)
        }
    }

    @Test func `queries compose, names are quoted, raw text is spliced`() async throws {
        try await withDatabase { connection, _ in
            try connection.script("CREATE TABLE \"odd \"\"name\" (id int, note text)")
            let name = "odd \"name"
            let added = try connection.execute(
                "INSERT INTO \(identifier: name) VALUES (\(1), \("a")), (\(2), \("b"))")
            #expect(added == 2)
            let filter: Query = "WHERE id = \(2)"
            let query: Query = "SELECT note FROM \(identifier: name) \(filter) \(raw: "LIMIT 1")"
            #expect(query.sql == "SELECT note FROM \"odd \"\"name\" WHERE id = $1 LIMIT 1")
            let note: String? = try connection.first(query + " OFFSET \(0)")
            #expect(note == "b")
        }
    }

    @Test func `rows decode by name into values`() async throws {
        struct Offer: RowDecodable, Equatable {
            let id: String
            let hours: Int
            let note: String?
            init(id: String, hours: Int, note: String?) {
                (self.id, self.hours, self.note) = (id, hours, note)
            }
            init(row: borrowing Row) throws(PostgresError) {
                id = try row.value("id")
                hours = try row.value("hours")
                note = try row.optional("note")
            }
        }
        try await withDatabase { connection, _ in
            let rows = try connection.rows(
                of: """
                    SELECT * FROM (VALUES ('a', 3, NULL), ('b', 5, 'été')) AS o (id, hours, note)
                    """)
            #expect(rows.count == 2)
            #expect(rows.columns.map(\.name) == ["id", "hours", "note"])
            let offers: [Offer] = try rows.decode()
            #expect(
                offers == [
                    Offer(id: "a", hours: 3, note: nil), Offer(id: "b", hours: 5, note: "été"),
                ])
        }
    }

    @Test func `a missing column, a wrong type and a NULL are errors that name the column`()
        async throws
    {
        try await withDatabase { connection, _ in
            let rows = try connection.rows(of: "SELECT 'x' AS label, NULL::int AS hours")
            let missing = failure {
                _ = try rows.first { row throws(PostgresError) in
                    try row.value("level", as: Int.self)
                }
            }
            #expect(missing?.code == .columnMissing)
            #expect(missing?.message.contains("\"level\"") == true)
            let wrong = failure {
                _ = try rows.first { row throws(PostgresError) in
                    try row.value("label", as: Int.self)
                }
            }
            #expect(wrong?.code == .typeMismatch)
            #expect(wrong?.column == "label")
            let null = failure {
                _ = try rows.first { row throws(PostgresError) in
                    try row.value("hours", as: Int.self)
                }
            }
            #expect(null?.code == .nullValue)
            #expect(null?.message.contains("\"hours\"") == true)
            let hours = try rows.first { row throws(PostgresError) in
                try row.optional("hours", as: Int.self)
            }
            #expect(hours == .some(nil))
        }
    }

    @Test func `a NUL is refused before it reaches C`() async throws {
        try await withDatabase { connection, conninfo in
            let value = failure { try connection.execute("SELECT \("a\0b")") }
            #expect(value?.code == .nulInText)
            #expect(value?.message.contains("$1") == true)
            #expect(failure { try connection.script("SELECT 1;\0") }?.code == .nulInText)
            let raw = failure { try connection.execute("SELECT 1 \(raw: "\0")") }
            #expect(raw?.code == .nulInText)
            let inArray = failure { try connection.execute("SELECT \(["a", "\0"])") }
            #expect(inArray?.code == .nulInText)
            let opening = failure { _ = try Connection(conninfo: conninfo + "\0 user=x") }
            #expect(opening?.code == .nulInText)
            let still: Int? = try connection.first("SELECT 1")
            #expect(still == 1)
        }
    }

    @Test func `bytes that are not UTF-8 are an error that names the column`() async throws {
        try await withDatabase { connection, conninfo in
            try connection.execute("SET client_encoding = 'LATIN1'")
            let error = failure {
                _ = try connection.first("SELECT chr(233) AS season", as: String.self)
            }
            #expect(error?.code == .invalidUTF8)
            #expect(error?.column == "season")
        }
    }

    @Test func `an error has its SQLSTATE and constraint and no value`() async throws {
        try await withDatabase { connection, _ in
            try connection.script(
                """
                CREATE TABLE member (
                    email text CONSTRAINT member_email_key UNIQUE,
                    days int CONSTRAINT member_days_check CHECK (days >= 0))
                """)
            let email = "anne.exemple@example.org"
            try connection.execute("INSERT INTO member VALUES (\(email), \(1))")
            let twice = failure {
                try connection.execute("INSERT INTO member VALUES (\(email), \(1))")
            }
            #expect(twice?.code == .server(sqlstate: "23505"))
            #expect(twice?.sqlstate == "23505")
            #expect(twice?.constraint == "member_email_key")
            #expect(twice?.table == "member")
            #expect(twice?.detail == "Key (email)=(…) already exists.")
            #expect(twice.map { "\($0)".contains("anne") } == false)

            let negative = failure {
                try connection.execute("INSERT INTO member VALUES (\("b@example.org"), \(-77))")
            }
            #expect(negative?.constraint == "member_days_check")
            #expect(negative.map { "\($0)".contains("77") || "\($0)".contains("b@") } == false)

            let malformed = failure {
                try connection.execute("SELECT \("douze mois")::int")
            }
            #expect(malformed?.sqlstate == "22P02")
            #expect(malformed.map { "\($0)".contains("douze") } == false)
        }
    }

    @Test func `an error in the SQL has its line`() async throws {
        try await withDatabase { connection, _ in
            let error = failure { try connection.script("SELECT 1;\nSELECT 2;\nSELECT nothing") }
            #expect(error?.sqlstate == "42703")
            #expect(error?.line == 3)
        }
    }

    @Test func `a script holds whole or not at all`() async throws {
        try await withDatabase { connection, _ in
            #expect(failure { try connection.script("CREATE TABLE a (); SELECT 1 / 0") } != nil)
            let table: String? = try connection.first("SELECT to_regclass('a')::text")
            #expect(table == nil)
        }
    }

    @Test func `describe tells the columns without running`() async throws {
        try await withDatabase { connection, _ in
            try connection.script("CREATE SEQUENCE runs")
            let columns = try connection.describe(
                "SELECT nextval('runs') AS run, \("x")::text AS label, ARRAY[1.5::real] AS v")
            #expect(
                columns == [
                    Column(name: "run", type: .int8), Column(name: "label", type: .text),
                    Column(name: "v", type: .float4Array),
                ])
            let next: Int? = try connection.first("SELECT nextval('runs')")
            #expect(next == 1)
            #expect(failure { _ = try connection.describe("SELECT lost") }?.sqlstate == "42703")
            #expect(try connection.describe("CREATE TABLE t ()").isEmpty)
        }
    }

    @Test func `notices reach the logger`() async throws {
        let log = RecordingLog()
        try await withDatabase(logger: log.logger) { connection, _ in
            try connection.script("DO $$ BEGIN RAISE WARNING 'the tide is high'; END $$")
        }
        let found = log.entries.filter { $0.message == "PostgreSQL notice" }
        #expect(found.count == 1)
        #expect(found.first?.level == .warning)
        #expect(found.first?.metadata["postgres.message"] == "the tide is high")
        #expect(found.first?.metadata["postgres.sqlstate"] == "01000")
    }

    @Test func `a COPY begun by a plain statement is refused and leaves the connection sound`()
        async throws
    {
        try await withDatabase { connection, _ in
            try connection.script("CREATE TABLE t (a int)")
            #expect(
                failure { try connection.execute("COPY t FROM STDIN") }?.code == .invalidStatement)
            let out = failure {
                try connection.script("COPY (SELECT generate_series(1, 100000)) TO STDOUT")
            }
            #expect(out?.code == .invalidStatement)
            #expect(try connection.first("SELECT 1", as: Int.self) == 1)
        }
    }
}
