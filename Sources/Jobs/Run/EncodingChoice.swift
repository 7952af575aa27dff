public import Encoding
public import Settings

/// The encoder that the configuration chooses, ready to use.
///
/// Where it is not available this fails and says what to do; working with words alone is a choice
/// (`encoder.kind: words`), never a fallback in silence.
public struct EncodingChoice: Sendable {
    /// nil where words alone were chosen.
    public let encoder: (any Encoder)?

    /// An encoder that is there already.
    package init(_ encoder: any Encoder) { self.encoder = encoder }

    /// - Parameters:
    ///   - settings: Which encoder.
    ///   - cancellation: Ends the wait for a server.
    public init(
        _ settings: Configuration.Encoder, _ cancellation: CancellationToken = CancellationToken()
    ) async throws {
        switch settings.kind {
        case .embedded:
            encoder = try EmbeddedEncoder(weights: settings.weights, engine: settings.engine)
        case .server:
            let server = ServerEncoder.Settings(
                url: settings.url ?? "", model: settings.model ?? "",
                key: settings.key.map { ServerEncoder.Key($0.revealed) },
                batch: settings.batch, timeout: .seconds(settings.timeoutSeconds),
                retries: settings.retries)
            encoder = try await cancellation.cancelling { try await ServerEncoder(server) }
        case .words:
            encoder = nil
        }
    }
}
