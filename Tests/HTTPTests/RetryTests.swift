import Foundation
import HTTP
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct RetryTests {
    private func outcome(
        _ url: String, retries: Int = 3, attempt: Duration = .seconds(60),
        overall: Duration? = nil
    ) async throws -> HTTPOutcome {
        let policy = RetryPolicy(
            retries: retries, attempt: attempt, overall: overall, firstPause: .milliseconds(1),
            longestPause: .seconds(60))
        let address = try #require(HTTPAddress(url))
        return try await HTTPClient().send(retrying: policy, atMost: 1 << 16) {
            try HTTPRequest(post: [], to: address, headers: [:])
        }
    }

    @Test(arguments: [("busy", 3), ("slow-down", 2), ("breaks-off", 2)])
    func `What fails for the moment is tried again until it goes well`(
        behaviour: String, attempts: Int
    ) async throws {
        try await withWebServer { server in
            let outcome = try await outcome("\(server.url)/\(behaviour)")
            #expect(try outcome.result.get().isSuccess)
            #expect(outcome.attempts == attempts)
            #expect(try await server.requests().count == attempts)
        }
    }

    @Test(arguments: [("wrong", 400), ("redirect", 302), ("nothing", 404)])
    func `What would fail again is tried once`(behaviour: String, status: Int) async throws {
        try await withWebServer { server in
            let outcome = try await outcome("\(server.url)/\(behaviour)")
            #expect(try outcome.result.get().status == status)
            #expect(try await server.requests().count == 1)
        }
    }

    @Test func `Attempts end`() async throws {
        try await withWebServer { server in
            let outcome = try await outcome("\(server.url)/broken", retries: 2)
            #expect(try outcome.result.get().status == 500)
            #expect(outcome.attempts == 3)
            #expect(try await server.requests().count == 3)
        }
    }

    /// It would ask for a minute.
    @Test func `A pause longer than the time that is left is not begun`() async throws {
        try await withWebServer { server in
            let outcome = try await outcome("\(server.url)/come-back", overall: .seconds(30))
            #expect(try outcome.result.get().status == 429)
            #expect(outcome.attempts == 1)
        }
    }

    @Test func `All attempts together have a deadline`() async throws {
        try await withWebServer { server in
            let outcome = try await outcome(
                "\(server.url)/hang", retries: 1_000_000, attempt: .milliseconds(200),
                overall: .milliseconds(900))
            #expect(throws: HTTPError.self) { try outcome.result.get() }
            #expect(outcome.attempts < 20)
        }
    }
}
