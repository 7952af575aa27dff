import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct StreamTests {
    @Test func `a million rows stream in bounded memory`() async throws {
        let count = 1_000_000
        try await withDatabase { connection, _ throws in
            let before = try residentBytes()
            var most = before
            var sum = 0
            // A gigabyte in all.
            let seen = try connection.stream(
                """
                SELECT n, repeat('x', 1000) AS text FROM generate_series(1, \(count)) AS n
                """
            ) { row in
                sum += try row.value("n", as: Int.self)
                if row.number.isMultiple(of: 50_000) { most = max(most, try residentBytes()) }
            }
            #expect(seen == count)
            #expect(sum == count * (count + 1) / 2)
            #expect(most - before < 300 << 20)
        }
    }

    private func residentBytes() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
            .split(separator: " ")
        return (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE))
    }

    @Test func `a stream that throws is cancelled and leaves the connection sound`() async throws {
        struct Stop: Error {}
        try await withDatabase { connection, _ throws in
            #expect(throws: Stop.self) {
                try connection.stream("SELECT generate_series(1, 1000000000)") { row in
                    if row.number == 3 { throw Stop() }
                }
            }
            #expect(try connection.first("SELECT 1", as: Int.self) == 1)
        }
    }

    @Test func `an error after some rows ends the stream`() async throws {
        try await withDatabase { connection, _ throws in
            var seen = 0
            let error = failure {
                try connection.stream("SELECT 1 / (5 - n) AS q FROM generate_series(1, 9) AS n") {
                    _ in seen += 1
                }
            }
            #expect(error?.sqlstate == "22012")
            #expect(seen == 4)
        }
    }

    @Test func `other calls wait for the end of a stream`() async throws {
        try await withDatabase { connection, _ throws in
            let seen = try connection.stream("SELECT generate_series(1, 3)") {
                row throws in
                #expect(failure { try connection.execute("SELECT 1") }?.code == .busy)
                #expect(failure { _ = try connection.describe("SELECT 1") }?.code == .busy)
                #expect(try row.value(at: 0, as: Int.self) == row.number)
            }
            #expect(seen == 3)
        }
    }

    @Test func `a stream without rows is no error`() async throws {
        try await withDatabase { connection, _ throws in
            #expect(try connection.stream("SELECT 1 WHERE false") { _ in } == 0)
        }
    }
}
