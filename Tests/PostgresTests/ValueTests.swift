import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct ValueTests {
    /// Sends a value, and reads it back.
    private func expectBack<T: PostgresEncodable & PostgresDecodable & Equatable>(
        _ value: T, as type: String, on connection: borrowing Connection,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let back = try connection.first("SELECT \(value)::\(raw: type)", as: T.self)
        #expect(back == value, "\(type)", sourceLocation: sourceLocation)
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
            for text in texts { try expectExact(text, on: connection) }
            #expect(PostgresNumeric(125_050, scale: 2).description == "1250.50")
            #expect(PostgresNumeric(-5, scale: 3).description == "-0.005")
            let rate: Double? = try connection.first("SELECT 649.90::numeric")
            #expect(rate == 649.9)
        }
    }

    /// Holds what is read of a decimal number to the text that the server was given.
    private func expectExact(_ text: String, on connection: borrowing Connection) throws {
        let value = try connection.first("SELECT \(text)::numeric", as: PostgresNumeric.self)
        #expect(value?.description == text)
        let double = try connection.first("SELECT \(text)::numeric", as: Double.self)
        let nearest = Double(text)
        #expect(double == nearest || double?.isNaN == true && nearest?.isNaN == true)
    }

    private func decimal(using random: inout SeededGenerator) -> String {
        func digits(_ count: Int) -> String {
            (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
        }
        let sign = Bool.random(using: &random) ? "-" : ""
        let first = String(Int.random(in: 1...9, using: &random))
        let whole = digits(Int.random(in: 0...29, using: &random))
        let places = Int.random(in: 0...30, using: &random)
        return sign + first + whole + (places == 0 ? "" : "." + digits(places))
    }

    @Test func `numerics of any length come back, and as the nearest double`() async throws {
        try await withDatabase { connection, _ in
            for seed in 0..<40 as Range<UInt64> {
                var generator = SeededGenerator(seed: seed)
                let texts = (0..<50).map { _ in decimal(using: &generator) }
                let values = try connection.first(
                    "SELECT \(texts)::numeric[]", as: [PostgresNumeric].self)
                #expect(values?.map(\.description) == texts)
                let doubles = try connection.first("SELECT \(texts)::numeric[]", as: [Double].self)
                #expect(doubles == texts.map { Double($0) ?? .nan })
            }
        }
    }

    @Test func `days and instants come back`() async throws {
        try await withDatabase { connection, _ in
            for days in [0, -1, 59, 60, 9_500, -730_000, 3_000_000] as [Int32] {
                try expectBack(PostgresDate(daysSince2000: days), as: "date", on: connection)
            }
            try expectBack(PostgresDate.infinity, as: "date", on: connection)
            try expectBack(PostgresDate.negativeInfinity, as: "date", on: connection)
            let leap: PostgresDate? = try connection.first("SELECT '2000-03-01'::date - 1")
            #expect(leap == PostgresDate(daysSince2000: 59))
            let text: String? = try connection.first(
                "SELECT \(PostgresDate(daysSince2000: 59))::text")
            #expect(text == "2000-02-29")
            for zone in ["UTC", "Europe/Paris", "Asia/Kathmandu", "America/St_Johns"] {
                try connection.execute("SET TimeZone = \(raw: "'\(zone)'")")
                let noon: Date? = try connection.first(
                    "SELECT '2026-01-01 12:00:00.25Z'::timestamptz")
                #expect(noon == Date(timeIntervalSince1970: 1_767_268_800.25))
                let naive: Date? = try connection.first("SELECT '2026-01-01 12:00'::timestamp")
                #expect(naive == Date(timeIntervalSince1970: 1_767_268_800))
            }
            let never: Date? = try connection.first("SELECT 'infinity'::timestamptz")
            #expect(never == .distantFuture)
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
            expectRefused("SELECT 12345678901", as: String.self, on: connection)
        }
    }

    @Test func `texts of any type read as text, NULL as an optional's nothing`() async throws {
        try await withDatabase { connection, _ in
            try connection.script("CREATE TYPE mood AS ENUM ('calme', 'vif')")
            for type in ["text", "varchar", "name", "mood"] {
                let text: String? = try connection.first("SELECT 'vif'::\(raw: type)")
                #expect(text == "vif")
            }
            let nothing: String? = try connection.first("SELECT \(String?.none)")
            #expect(nothing == nil)
            let absent: String? = try connection.first("SELECT 'x' WHERE false")
            #expect(absent == nil)
            let day: PostgresDate? = try connection.first("SELECT '2000-01-01'::date + \(30)")
            #expect(day == PostgresDate(daysSince2000: 30))
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
