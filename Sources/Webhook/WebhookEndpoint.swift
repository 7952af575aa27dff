internal import Foundation
public import HTTP

/// Where webhooks go, and how long it is tried.
public struct WebhookEndpoint: Sendable {
    public let address: HTTPAddress
    /// nil: messages are not signed.
    public let secret: WebhookSecret?
    /// What the sender calls itself, as `User-Agent`.
    public let sender: String
    public let policy: RetryPolicy

    /// Four attempts of ten seconds, half a minute in all.
    public static let patience = RetryPolicy(
        retries: 3, attempt: .seconds(10), overall: .seconds(30), firstPause: .seconds(1),
        longestPause: .seconds(10))

    /// Bytes that an answer may have; what it says is not read.
    private static let answerLimit = 1 << 16

    public init(
        address: HTTPAddress, secret: WebhookSecret?, sender: String,
        policy: RetryPolicy = WebhookEndpoint.patience
    ) {
        self.address = address
        self.secret = secret
        self.sender = sender
        self.policy = policy
    }

    /// Sends a message until the receiver takes it (2xx), refuses it for good, or time is up.
    ///
    /// - Returns: The attempts that it took.
    /// - Throws: ``WebhookFailure``; `CancellationError` at once where the task is cancelled.
    @discardableResult
    public func deliver(_ message: WebhookMessage) async throws -> Int {
        let client = HTTPClient()
        let outcome = try await client.send(
            retrying: policy, atMost: WebhookEndpoint.answerLimit
        ) {
            try request(message, at: Int(Date.now.timeIntervalSince1970))
        }
        switch outcome.result {
        case .success(let response) where response.isSuccess: return outcome.attempts
        case .success(let response):
            throw WebhookFailure(
                address: address, attempts: outcome.attempts,
                reason: WebhookFailure.reason(of: response.status))
        case .failure(let error):
            throw WebhookFailure(
                address: address, attempts: outcome.attempts, reason: "\(error)")
        }
    }

    private func request(
        _ message: WebhookMessage, at seconds: Int
    ) throws(HTTPError) -> HTTPRequest {
        var headers = [
            "Content-Type": "application/json", "User-Agent": sender, "webhook-id": message.id,
            "webhook-timestamp": "\(seconds)",
        ]
        headers["webhook-signature"] = secret?.signature(of: message, at: seconds)
        return try HTTPRequest(post: message.body, to: address, headers: headers)
    }
}
