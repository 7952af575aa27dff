import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct CopyTests {
    /// A row whose every value follows from its number.
    struct Sample: Equatable {
        let id: Int
        let label: String?
        let weight: Float
        let day: PostgresDate
        let vector: [Float]

        init(number: Int) {
            id = number
            label = number.isMultiple(of: 7) ? nil : "n° \(number) « été »\n\t\\\""
            weight = Float(number) / 3
            day = PostgresDate(daysSince2000: Int32(number % 20_000))
            vector = [Float(number), -Float(number), 0.1]
        }

        init(_ reader: borrowing BinaryCopyReader) throws(PostgresError) {
            id = try reader.value("id")
            label = try reader.optional("label")
            weight = try reader.value("weight")
            day = try reader.value("day")
            vector = try reader.value("vector")
        }
    }

    static let table = """
        CREATE TABLE sample (id int PRIMARY KEY, label text, weight real, day date, vector real[])
        """
    @Test func `a million rows go both ways, every value the same`() async throws {
        let count = 1_000_000
        try await withDatabase { connection, _ in
            try connection.script(Self.table)
            let written = try connection.copyIn(
                "sample", rows: (0..<count).lazy.map(Sample.init(number:)),
                columns: [
                    .column("id") { $0.id }, .column("label") { $0.label },
                    .column("weight") { $0.weight }, .column("day") { $0.day },
                    .column("vector") { $0.vector },
                ])
            #expect(written == count)
            let sums = try connection.rows(
                of: """
                    SELECT count(*) AS rows, sum(id) AS ids, count(*) - count(label) AS nulls,
                           sum(vector[1]::float8) AS firsts
                    FROM sample
                    """)
            try sums.forEach { row throws in
                #expect(try row.value("rows", as: Int.self) == count)
                #expect(try row.value("ids", as: Int.self) == count * (count - 1) / 2)
                #expect(try row.value("nulls", as: Int.self) == (count + 6) / 7)
                #expect(try row.value("firsts", as: Double.self) == Double(count * (count - 1) / 2))
            }
            var next = 0
            var differences = 0
            try connection.copyOut("SELECT * FROM sample ORDER BY id") { reader in
                while try reader.next() {
                    if try Sample(reader) != Sample(number: next) { differences += 1 }
                    next += 1
                }
            }
            #expect(next == count)
            #expect(differences == 0)
        }
    }

    @Test func `a copy that throws writes nothing and leaves the connection sound`() async throws {
        struct Stop: Error {}
        try await withDatabase { connection, _ in
            try connection.script("CREATE TABLE t (a int)")
            #expect(throws: Stop.self) {
                try connection.copyIn(
                    "t", rows: 0...50_000,
                    columns: [
                        .column("a") { number in
                            if number == 50_000 { throw Stop() }
                            return number
                        }
                    ])
            }
            #expect(try connection.first("SELECT count(*) FROM t", as: Int.self) == 0)
        }
    }

    private func refusal(
        of columns: [CopyColumn<Int>], by connection: borrowing Connection
    ) -> PostgresError? {
        failure { try connection.copyIn("t", rows: 1...3, columns: columns) }
    }

    @Test func `a value that cannot be written is refused by its column's name`() async throws {
        try await withDatabase { connection, _ in
            try connection.script("CREATE TABLE t (a smallint, b text)")
            let wide = refusal(of: [.column("a", always: 70_000)], by: connection)
            #expect(wide?.code == .outOfRange)
            #expect(wide?.column == "a")
            #expect(wide.map { "\($0)".contains("70") } == false)
            let wrong = refusal(of: [.column("a", always: "7")], by: connection)
            #expect(wrong?.code == .typeMismatch)
            #expect(wrong?.column == "a")
            let cut = refusal(
                of: [.column("a") { $0 }, .column("b") { $0 == 3 ? "\0" : "b" }], by: connection)
            #expect(cut?.code == .nulInText)
            #expect(cut?.column == "b")
            #expect(cut?.message.contains("row 3") == true)
            #expect(try connection.first("SELECT count(*) FROM t", as: Int.self) == 0)
        }
    }

    @Test(arguments: [false, true])
    func `a value lands in the column it is named with, wherever that stands`(
        reversed: Bool
    ) async throws {
        try await withDatabase { connection, _ in
            try connection.script("CREATE TABLE t (title text, owner text, note text DEFAULT 'n')")
            let columns: [CopyColumn<(String, String)>] = [
                .column("owner") { $0.0 }, .column("title") { $0.1 },
            ]
            try connection.copyIn(
                "t", rows: [("anne", "Audit")], columns: reversed ? columns.reversed() : columns)
            let found = try connection.rows(of: "SELECT owner, title, note FROM t").map {
                row throws in
                [try row.value("owner"), try row.value("title"), try row.value("note") as String]
            }
            #expect(found == [["anne", "Audit", "n"]])
        }
    }

    @Test func `a column that is unknown, missing or there twice is refused by its name`()
        async throws
    {
        try await withDatabase { connection, _ in
            try connection.script("CREATE TABLE t (title text NOT NULL, owner text)")
            let unknown = refusal(
                of: [.column("title", always: "a"), .column("ownr", always: "b")], by: connection)
            #expect(unknown?.sqlstate == "42703")
            #expect(unknown?.message.contains("\"ownr\"") == true)
            let missing = refusal(of: [.column("owner", always: "b")], by: connection)
            #expect(missing?.sqlstate == "23502")
            #expect(missing?.column == "title")
            let twice = refusal(
                of: [.column("title", always: "a"), .column("title", always: "b")], by: connection)
            #expect(twice?.sqlstate == "42701")
            #expect(twice?.message.contains("\"title\"") == true)
            #expect(try connection.first("SELECT count(*) FROM t", as: Int.self) == 0)
        }
    }

    @Test func `what the server refuses comes out as its error`() async throws {
        try await withDatabase { connection, _ in
            try connection.script(
                "CREATE TABLE t (a int CONSTRAINT small CHECK (a < 10), b text)")
            let error = failure {
                try connection.copyIn("t", rows: 0..<20, columns: [.column("a") { $0 }])
            }
            #expect(error?.constraint == "small")
            #expect(error?.context == "COPY t, line 11")
            let none = try connection.copyIn("t", rows: 0..<0, columns: [.column("a") { $0 }])
            #expect(none == 0)
        }
    }

    @Test func `every column type takes its value`() async throws {
        try await withDatabase { connection, _ in
            try connection.script(
                """
                CREATE TYPE mood AS ENUM ('calme', 'vif');
                CREATE TABLE t (a int2, b int8, c numeric, d float8, e bool, f bytea, g jsonb,
                    h date, j text[], k int8[], l mood, m numeric, n varchar(9))
                """)
            let day = PostgresDate(daysSince2000: 9_497)
            try connection.copyIn(
                "t", rows: [day],
                columns: [
                    .column("a", always: -3), .column("b", always: Int64.min),
                    .column("c", always: PostgresNumeric(-125_050, scale: 2)),
                    .column("d", always: Float(0.5)), .column("e", always: true),
                    .column("f", always: [0, 255] as [UInt8]),
                    .column("g", always: "{\"a\": 1}"), .column("h") { $0 },
                    .column("j", always: ["x", nil, "NULL", ""]),
                    .column("k", always: [1, 2, Int.max]), .column("l", always: "vif"),
                    .column("m", always: 12), .column("n", always: "été"),
                ])
            let text = try connection.rows(
                of: """
                    SELECT concat_ws('|', a, b, c, d, e, f, g, h, j, k, l, m, n)
                        FROM t
                    """
            ).first { row throws(PostgresError) in try row.value(at: 0, as: String.self) }
            #expect(
                text == """
                    -3|-9223372036854775808|-1250.50|0.5|t|\\x00ff|{"a": 1}|\
                    2026-01-01|{x,NULL,"NULL",""}|\
                    {1,2,9223372036854775807}|vif|12|été
                    """)
            try connection.copyOut("SELECT * FROM t") { reader throws in
                #expect(try reader.next())
                #expect(try reader.value("c", as: PostgresNumeric.self).description == "-1250.50")
                #expect(try reader.value("f", as: [UInt8].self) == [0, 255])
                #expect(try reader.value("g", as: JSONText.self) == JSONText("{\"a\": 1}"))
                #expect(try reader.value("h", as: PostgresDate.self) == day)
                #expect(try reader.value("j", as: [String?].self) == ["x", nil, "NULL", ""])
                #expect(try reader.value("l", as: String.self) == "vif")
                #expect(try !reader.next())
            }
        }
    }

    @Test func `values of a copied query are spliced as literals`() async throws {
        try await withDatabase { connection, _ in
            var found: [String] = []
            let label = "l'eau \\ «x»"
            try connection.copyOut(
                "SELECT \(label)::text || unnest(\(["a", "b"])) AS v, \(Int?.none) AS n, \(2) AS k"
            ) { reader in
                while try reader.next() { found.append(try reader.value(at: 0)) }
            }
            #expect(found == [label + "a", label + "b"])
        }
    }

    @Test func `a copy out may end early, and throw`() async throws {
        struct Stop: Error {}
        try await withDatabase { connection, _ in
            try connection.transaction(.snapshot) { connection in
                try connection.copyOut("SELECT generate_series(1, 100000)") { reader throws in
                    #expect(try reader.next())
                    #expect(try reader.value(at: 0, as: Int.self) == 1)
                }
                #expect(try connection.first("SELECT 1", as: Int.self) == 1)
            }
            #expect(throws: Stop.self) {
                try connection.copyOut("SELECT generate_series(1, 100000000)") { reader in
                    _ = try reader.next()
                    throw Stop()
                }
            }
            #expect(try connection.first("SELECT 1", as: Int.self) == 1)
            // An error in the middle of the rows is an error of the copy.
            let error = failure {
                try connection.copyOut("SELECT 1 / (5 - n) FROM generate_series(1, 9) n") {
                    while try $0.next() {}
                }
            }
            #expect(error?.sqlstate == "22012")
        }
    }

    private func export(_ table: String, from connection: borrowing Connection) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try connection.copyOutText("SELECT * FROM \(identifier: table) ORDER BY id") {
            bytes += $0
        }
        return bytes
    }

    @Test func `CSV goes out and in without a changed byte`() async throws {
        try await withDatabase { connection, _ in
            try connection.script(
                """
                CREATE TABLE a (id int, note text);
                INSERT INTO a VALUES (1, NULL), (2, ''), (3, E'two\\nlines, "quoted"'), (4, '« é »');
                CREATE TABLE b (LIKE a)
                """)
            let bytes = try export("a", from: connection)
            #expect(bytes.starts(with: Array("id,note\n1,\n2,\"\"\n".utf8)))
            let count = try connection.copyInText(
                "COPY b (id, note) FROM STDIN (FORMAT csv, HEADER)"
            ) { writer in
                for start in stride(from: 0, to: bytes.count, by: 5) {
                    try writer.write(Array(bytes[start..<min(start + 5, bytes.count)]))
                }
            }
            #expect(count == 4)
            let again = try export("b", from: connection)
            #expect(again == bytes)
        }
    }

    private func refusal(
        of bytes: [UInt8], by connection: borrowing Connection
    ) -> PostgresError? {
        failure {
            try connection.copyInText("COPY t FROM STDIN (FORMAT csv)") { try $0.write(bytes) }
        }
    }

    @Test func `bad CSV is refused with its place and without its content`() async throws {
        try await withDatabase { connection, _ in
            try connection.script("CREATE TABLE t (id text, days int)")
            let word = refusal(of: Array("a,1\nb,secret\n".utf8), by: connection)
            #expect(word?.sqlstate == "22P02")
            #expect(word?.context == "COPY t, line 2, column days")
            #expect(word.map { "\($0)".contains("secret") } == false)
            let short = refusal(of: Array("a,1\nb\n".utf8), by: connection)
            #expect(short?.message.contains("\"days\"") == true)
            let latin = refusal(of: [0xff, 0x2c, 0x31, 0x0a], by: connection)
            #expect(latin?.sqlstate == "22021")
            let nul = refusal(of: Array("a\0b,1\n".utf8), by: connection)
            #expect(nul?.sqlstate == "22021")
            #expect(try connection.first("SELECT count(*) FROM t", as: Int.self) == 0)
        }
    }
}
