/// What a webhook tells.
public struct WebhookMessage: Sendable, Hashable {
    /// What makes it the same message when it comes again: letters, digits, `_` and `-`.
    public let id: String
    /// JSON, as it is signed and sent.
    public let body: [UInt8]

    /// - Parameters:
    ///   - id: What makes it the same message; a full stop is no part of it.
    ///   - body: JSON.
    public init(id: String, body: [UInt8]) {
        self.id = id
        self.body = body
    }
}
