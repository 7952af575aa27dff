import Foundation
import HTTP
import TestSupport
import Testing
import Webhook

@Suite(.timeLimit(.minutes(5)))
struct WebhookTests {
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private let message = WebhookMessage(
        id: "run_0123abcd", body: Array(#"{"type":"run.completed","réseau":"été"}"#.utf8))

    private func endpoint(
        _ url: String, secret: String? = WebhookTests.secret, attempt: Duration = .seconds(60),
        retries: Int = 3
    ) throws -> WebhookEndpoint {
        WebhookEndpoint(
            address: try #require(HTTPAddress(url)),
            secret: secret.flatMap { WebhookSecret($0) }, sender: "entremise/test",
            policy: RetryPolicy(
                retries: retries, attempt: attempt, overall: .seconds(60),
                firstPause: .milliseconds(1), longestPause: .seconds(10)))
    }

    /// The failure of a delivery, with nothing in it that must not be told.
    private func failure(_ endpoint: WebhookEndpoint) async throws -> String {
        let error = await #expect(throws: WebhookFailure.self) {
            try await endpoint.deliver(message)
        }
        let text = try #require(error).description
        for secret in ["MfKQ9r8", "motdepasse", "jeton", "run.completed"] {
            #expect(!text.contains(secret), "\(text)")
        }
        return text
    }

    /// The example of the specification's reference libraries.
    @Test func `Python's hmac finds the signature right`() async throws {
        try await withWebServer(secret: Self.secret) { server in
            #expect(try await endpoint("\(server.url)/ok").deliver(message) == 1)
            let request = try #require(try await server.requests().first)
            #expect(request.isSigned)
            #expect(request.isRecent)
            #expect(Array(request.body.utf8) == message.body)
            #expect(request.headers["webhook-id"] == message.id)
            #expect(request.headers["content-type"] == "application/json")
            #expect(request.headers["user-agent"] == "entremise/test")
        }
    }

    @Test func `Another secret is found wrong, and none signs nothing`() async throws {
        try await withWebServer(secret: "whsec_" + String(repeating: "AAAA", count: 10)) { server in
            try await endpoint("\(server.url)/ok").deliver(message)
            try await endpoint("\(server.url)/ok", secret: nil).deliver(message)
            let requests = try await server.requests()
            #expect(requests.map(\.isSigned) == [false, false])
            #expect(requests.map { $0.headers["webhook-signature"] != nil } == [true, false])
            #expect(requests.allSatisfy { $0.headers["webhook-id"] == message.id })
        }
    }

    @Test func `A message that is sent again has the same id, and a signature that holds`()
        async throws
    {
        try await withWebServer(secret: Self.secret) { server in
            #expect(try await endpoint("\(server.url)/busy").deliver(message) == 3)
            let requests = try await server.requests()
            #expect(
                requests.map { $0.headers["webhook-id"] } == Array(repeating: message.id, count: 3))
            #expect(requests.map(\.isSigned) == [true, true, true])
        }
    }

    @Test(arguments: [
        ("wrong", "after 1 attempt: it answered 400"),
        ("redirect", "after 1 attempt: it answered 302, and redirections are not followed"),
        ("broken", "after 3 attempts: it answered 500"),
        ("endless", "after 1 attempt: the answer is longer than 65536 bytes"),
    ])
    func `A message that is not taken says why, after how many attempts, and no secret`(
        behaviour: String, words: String
    ) async throws {
        try await withWebServer(secret: Self.secret) { server in
            let url = server.url.replacing("//", with: "//anne:motdepasse@")
            let text = try await failure(endpoint("\(url)/\(behaviour)?key=jeton", retries: 2))
            #expect(text == "\(server.url) did not take it \(words)")
        }
    }

    @Test func `A server that hangs, and none at all, are given up`() async throws {
        try await withWebServer { server in
            let text = try await failure(
                endpoint("\(server.url)/hang", attempt: .milliseconds(200), retries: 1))
            #expect(
                text == "\(server.url) did not take it after 2 attempts: no answer within 0.2 s")
        }
        let port = try freePort()
        let text = try await failure(endpoint("http://127.0.0.1:\(port)/jeton", retries: 1))
        #expect(
            text == "http://127.0.0.1:\(port) did not take it after 2 attempts: "
                + "the connection was refused")
    }

    @Test(arguments: [
        "", "secret", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS", "whsec_" + String(repeating: "AAAA", count: 22),
    ])
    func `A secret that no receiver could decode is none`(text: String) {
        #expect(WebhookSecret(text) == nil)
    }

    @Test func `A secret shows itself to nobody`() throws {
        let secret = try #require(WebhookSecret(Self.secret))
        var dumped = ""
        dump(secret, to: &dumped)
        #expect("\(secret) \(String(reflecting: secret))" == "(secret) (secret)")
        #expect(!dumped.contains("49"))
    }
}
