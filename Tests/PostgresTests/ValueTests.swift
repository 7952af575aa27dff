import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct ValueTests {
    /// Sends a value, and reads it back in both forms.
    private func expectBack<T: PostgresEncodable & PostgresDecodable & Equatable>(
        _ value: T, as type: String, on connection: borrowing Connection,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for format in [Format.text, .binary] {
            let rows = try connection.rows(
                of: "SELECT \(value)::\(raw: type) AS v", format: format)
            let back = try rows.only { row throws(PostgresError) in try row.value("v", as: T.self) }
            #expect(back == value, "\(type), \(format)", sourceLocation: sourceLocation)
        }
    }

    @Test func `numbers come back as they went`() async throws {
        try await withDatabase { connection, _ in
            for value in [0, 1, -1, 32767, 2_147_483_648, Int.max, Int.min] {
                try expectBack(value, as: "int8", on: connection)
            }
            for value in [Int32.min, .max] { try expectBack(value, as: "int4", on: connection) }
            for value in [Int16.min, .max] { try expectBack(value, as: "int2", on: connection) }
            for value in [0, 0.1, -1.0 / 3, .pi, Double.leastNonzeroMagnitude, .infinity] {
                try expectBack(value, as: "float8", on: connection)
            }
            for value in [0.1, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -.infinity]
                as [Float]
            {
                try expectBack(value, as: "float4", on: connection)
            }
            for value in [true, false] { try expectBack(value, as: "bool", on: connection) }
            let nan: Double? = try connection.first("SELECT \(Double.nan)")
            #expect(nan?.isNaN == true)
        }
    }

    @Test func `texts and bytes come back as they went`() async throws {
        try await withDatabase { connection, _ in
            for value in ["", "été", "'\"\\", "NULL", "日本", "\u{1F9ED}", "a\nb\tc", "{,}"] {
                try expectBack(value, as: "text", on: connection)
                try expectBack([value, value], as: "text[]", on: connection)
            }
            let bytes = (0...255).map { UInt8($0) }
            try expectBack(bytes, as: "bytea", on: connection)
            try expectBack([UInt8](), as: "bytea", on: connection)
            try expectBack(Data(bytes), as: "bytea", on: connection)
            try expectBack([bytes, [], [0]], as: "bytea[]", on: connection)
            try expectBack(JSONText(#"{"a": [1, "é"]}"#), as: "jsonb", on: connection)
            let json: JSONText? = try connection.first(#"SELECT '{"b":  1}'::json"#)
            #expect(json == JSONText(#"{"b":  1}"#))
        }
    }

    @Test func `arrays come back with their NULLs`() async throws {
        try await withDatabase { connection, _ in
            try expectBack([Int](), as: "int8[]", on: connection)
            try expectBack([1, -2, Int.max], as: "int8[]", on: connection)
            try expectBack([1.5, .infinity], as: "float8[]", on: connection)
            try expectBack([Float(0.1), 2], as: "float4[]", on: connection)
            try expectBack([true, false], as: "bool[]", on: connection)
            try expectBack(["a", nil, "NULL", "null"], as: "text[]", on: connection)
            try expectBack([nil, 3] as [Int?], as: "int8[]", on: connection)
            let strict = failure {
                _ = try connection.first("SELECT ARRAY['a', NULL] AS labels", as: [String].self)
            }
            #expect(strict?.code == .nullValue)
            #expect(strict?.column == "labels")
            let deep = failure {
                _ = try connection.first("SELECT ARRAY[[1], [2]]", as: [Int].self)
            }
            #expect(deep?.code == .typeMismatch)
            let shifted: [Int]? = try connection.first("SELECT '[0:1]={7,8}'::int[]")
            #expect(shifted == [7, 8])
            let chosen: Int? = try connection.first(
                "SELECT count(*) FROM unnest(\([1, 2, 3])) AS n WHERE n = ANY(\([2, 3, 4]))")
            #expect(chosen == 2)
        }
    }

    @Test func `numerics are exact`() async throws {
        try await withDatabase { connection, _ in
            let texts = [
                "0", "0.00", "1", "-1", "1250.50", "0.0001", "0.00001", "-0.5", "10000", "9999",
                "100000000", "12345678901234567890.123456789", "NaN",
                "0." + String(repeating: "0", count: 60) + "7",
                "7" + String(repeating: "0", count: 60),
            ]
            for text in texts {
                let value = try #require(PostgresNumeric(text))
                #expect(value.description == text)
                try expectBack(value, as: "numeric", on: connection)
                // What the server makes of the text is the same value, digit for digit.
                let server = try connection.rows(
                    of: "SELECT \(text)::numeric", format: .binary
                ).only { row throws(PostgresError) in
                    try row.value(at: 0, as: PostgresNumeric.self)
                }
                #expect(server == value)
            }
            #expect(PostgresNumeric(125_050, scale: 2).description == "1250.50")
            #expect(PostgresNumeric(-5, scale: 3).description == "-0.005")
            #expect(PostgresNumeric("1250.5")?.unscaled(scale: 2) == 125_050)
            #expect(PostgresNumeric("-0.50")?.unscaled(scale: 1) == -5)
            #expect(PostgresNumeric("0.125")?.unscaled(scale: 2) == nil)
            for text in ["", "-", ".", "1.", ".5", "1e5", "1,5", " 1", "0x1"] {
                #expect(PostgresNumeric(text) == nil)
            }
            let rate: Double? = try connection.first("SELECT 649.90::numeric")
            #expect(rate == 649.9)
        }
    }

    private func random(using random: inout SeededGenerator) -> PostgresNumeric? {
        func digits(_ count: Int) -> String {
            (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
        }
        let sign = Bool.random(using: &random) ? "-" : ""
        let whole = digits(Int.random(in: 1...30, using: &random))
        let places = Int.random(in: 0...30, using: &random)
        return PostgresNumeric(sign + whole + (places == 0 ? "" : "." + digits(places)))
    }

    @Test func `numerics of any length come back`() async throws {
        try await withDatabase { connection, _ in
            for seed in 0..<40 as Range<UInt64> {
                var generator = SeededGenerator(seed: seed)
                let values = (0..<50).compactMap { _ in random(using: &generator) }
                #expect(values.count == 50)
                try expectBack(values, as: "numeric[]", on: connection)
            }
        }
    }

    @Test func `days and instants come back`() async throws {
        try await withDatabase { connection, _ in
            for zone in ["UTC", "Europe/Paris", "Asia/Kathmandu", "America/St_Johns"] {
                try connection.execute("SET TimeZone = \(raw: "'\(zone)'")")
                let instants: [Int64] = [
                    0, 1, -1, 1_234_567_890_123_456, -60_000_000_000_000_001,
                    -63_397_000_000_000_000, 250_000_000_000_000_000,
                ]
                for value in instants.map(PostgresTimestamp.init(microsecondsSince2000:)) {
                    try expectBack(value, as: "timestamptz", on: connection)
                }
                try expectBack(PostgresTimestamp.infinity, as: "timestamptz", on: connection)
                try expectBack(
                    PostgresTimestamp.negativeInfinity, as: "timestamptz", on: connection)
                try expectBack(
                    Date(timeIntervalSince1970: 1_763_900_000.125), as: "timestamptz",
                    on: connection)
                for days in [0, -1, 59, 60, 9_500, -730_000, -800_000, 3_000_000] as [Int32] {
                    try expectBack(
                        PostgresDate(daysSince2000: days), as: "date", on: connection)
                }
            }
            try expectBack(PostgresDate.infinity, as: "date", on: connection)
            #expect(PostgresDate(year: 2024, month: 2, day: 29)?.description == "2024-02-29")
            #expect(PostgresDate(year: 2023, month: 2, day: 29) == nil)
            #expect(PostgresDate(year: 2023, month: 13, day: 1) == nil)
            let leap: PostgresDate? = try connection.first("SELECT '2000-03-01'::date - 1")
            #expect(leap == PostgresDate(year: 2000, month: 2, day: 29))
            let naive: Date? = try connection.first("SELECT '2026-01-01 12:00'::timestamp")
            #expect(naive == Date(timeIntervalSince1970: 1_767_268_800))
        }
    }

    @Test func `ranges come back, open and empty ones too`() async throws {
        try await withDatabase { connection, _ in
            let day = try #require(PostgresDate(year: 2026, month: 1, day: 1))
            let later = try #require(PostgresDate(year: 2026, month: 3, day: 1))
            try expectBack(PostgresRange(from: day, to: later), as: "daterange", on: connection)
            try expectBack(PostgresRange(from: day, to: nil), as: "daterange", on: connection)
            try expectBack(PostgresRange(from: nil, to: later), as: "daterange", on: connection)
            try expectBack(
                PostgresRange<PostgresDate>(from: nil, to: nil), as: "daterange", on: connection)
            try expectBack(PostgresRange<Int32>.empty, as: "int4range", on: connection)
            try expectBack(PostgresRange(from: -5, to: 5), as: "int8range", on: connection)
            try expectBack(
                PostgresRange(
                    from: PostgresNumeric(1, scale: 1), to: PostgresNumeric(5),
                    includesLower: false, includesUpper: true), as: "numrange", on: connection)
            let instant = PostgresTimestamp(microsecondsSince2000: 5)
            try expectBack(
                PostgresRange(from: instant, to: .infinity), as: "tstzrange", on: connection)
            let wrong = failure {
                _ = try connection.first(
                    "SELECT '[1,2)'::int4range AS days", as: PostgresRange<PostgresDate>.self)
            }
            #expect(wrong?.code == .typeMismatch)
            #expect(wrong?.column == "days")
        }
    }

    private func expectRefused<T: PostgresDecodable>(
        _ sql: String, as type: T.Type, on connection: borrowing Connection,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var code: PostgresError.Code?
        do { _ = try connection.first(Query(raw: sql), as: type) } catch { code = error.code }
        #expect(code == .typeMismatch, sourceLocation: sourceLocation)
    }

    @Test func `a narrower type than the column's is refused`() async throws {
        try await withDatabase { connection, _ in
            expectRefused("SELECT 1::int8", as: Int32.self, on: connection)
            expectRefused("SELECT 1::int4", as: Int16.self, on: connection)
            expectRefused("SELECT 1::int4", as: Bool.self, on: connection)
            expectRefused("SELECT 1.5::float8", as: Float.self, on: connection)
            expectRefused("SELECT 1.5::float8", as: Int.self, on: connection)
            expectRefused("SELECT 'x'::text", as: Data.self, on: connection)
            expectRefused("SELECT 'x'::text", as: Date.self, on: connection)
            expectRefused("SELECT 'x'::text", as: [String].self, on: connection)
            expectRefused("SELECT '1'::text", as: PostgresNumeric.self, on: connection)
        }
    }

    @Test func `ids of any type read as text, NULL as an optional's nothing`() async throws {
        try await withDatabase { connection, _ in
            let id: String? = try connection.first(
                "SELECT '0b7e2c52-6d0e-4f0c-9a38-0d0f2a5d1a11'::uuid")
            #expect(id == "0b7e2c52-6d0e-4f0c-9a38-0d0f2a5d1a11")
            let number: String? = try connection.first("SELECT 12345678901")
            #expect(number == "12345678901")
            let nothing: String? = try connection.first("SELECT \(String?.none)")
            #expect(nothing == nil)
            let absent: String? = try connection.first("SELECT 'x' WHERE false")
            #expect(absent == nil)
            let day: PostgresDate? = try connection.first("SELECT '2026-01-01'::date + \(30)")
            #expect(day == PostgresDate(year: 2026, month: 1, day: 31))
        }
    }

    @Test func `more values than the protocol carries are refused`() async throws {
        try await withDatabase { connection, _ in
            var query: Query = "SELECT 1 WHERE 1 IN ("
            for number in 0..<65_535 { query += number == 0 ? "\(number)" : ", \(number)" }
            let found: Int? = try connection.first(query + ")")
            #expect(found == 1)
            let error = failure { try connection.execute(query + ", \(1))") }
            #expect(error?.code == .invalidStatement)
        }
    }
}
