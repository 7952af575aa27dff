/// What a vector depends on besides its text: the key of a cache.
///
/// Two encoders with equal models give the same vector for the same text, up to rounding.
public struct EncoderModel: Sendable, Hashable {
    /// The model, the hash of its weights where they are known, and `preparationVersion`.
    public let name: String
    /// Numbers in a vector.
    public let dimension: Int

    public init(name: String, dimension: Int) {
        self.name = name
        self.dimension = dimension
    }
}

/// Turns texts into vectors.
///
/// Texts come as `prepared(_:)` gives them. Equal texts get equal vectors, whatever stands beside
/// them in a call.
public protocol Encoder: Sendable {
    /// What the vectors depend on.
    var model: EncoderModel { get }
    /// Whether encoding waits for another machine, and a cancelled task ends the wait.
    var isRemote: Bool { get }

    /// Encodes texts.
    ///
    /// A text is read up to its first ``longestText`` characters. An empty text gives a zero row.
    ///
    /// - Parameters:
    ///   - texts: Any number of texts; a repeated one is encoded once.
    ///   - progress: Called now and then with the number of texts done so far, at the end with
    ///     `texts.count`.
    /// - Returns: A row for each text, in the same order.
    /// - Throws: ``EncodingError``, or `CancellationError` where the task was cancelled.
    func encode(_ texts: [String], progress: (Int) -> Void) async throws -> Vectors
}

extension Encoder {
    public var isRemote: Bool { false }

    /// Encodes texts without telling how far it is.
    public func encode(_ texts: [String]) async throws -> Vectors {
        try await encode(texts, progress: { _ in })
    }
}

/// Characters of a text that an encoder reads; the rest is left out.
///
/// A page holds some 3,000. The limit keeps a pasted book from holding up the night.
public let longestText = 20_000
