extension Configuration {
    /// How texts become vectors.
    ///
    /// ## Configuration keys
    /// - `encoder.kind` (embedded, server or words, default: embedded): the model in this process,
    ///   an OpenAI-compatible server, or no vectors at all.
    /// - `encoder.weights` (path, default: var/model/e5-small-q4.bin): weights of the embedded
    ///   model.
    /// - `encoder.engine` (path, default: var/model/libe5.so): engine of the embedded model.
    /// - `encoder.url` (http or https URL, required with `server`): address of the server, up to
    ///   and with `/v1`.
    /// - `encoder.model` (text, required with `server`): name of the model as the server knows it.
    /// - `encoder.key` (text, optional, secret): key that the server asks for.
    /// - `encoder.batch` (whole number 1–2048, default: 64): texts in one request.
    /// - `encoder.timeout_seconds` (number 1–600, default: 30): time for one answer.
    /// - `encoder.retries` (whole number 0–20, default: 5): further tries after a failure that may
    ///   pass.
    public struct Encoder: Sendable, Hashable {
        public let kind: Kind
        public let weights: String
        public let engine: String
        /// Set where ``kind`` is ``Kind/server``.
        public let url: String?
        /// Set where ``kind`` is ``Kind/server``.
        public let model: String?
        public let key: Secret?
        public let batch: Int
        public let timeoutSeconds: Double
        public let retries: Int

        /// Where vectors come from.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// The model in this process.
            case embedded
            /// An OpenAI-compatible `/v1/embeddings` server.
            case server
            /// No vectors: words alone.
            case words
        }

        init(from values: inout Values) {
            let kind: Kind = values.choice("encoder.kind", default: .embedded)
            let needed = kind == .server ? "encoder.kind is server" : nil
            self.kind = kind
            weights = values.path("encoder.weights", default: "var/model/e5-small-q4.bin")
            engine = values.path("encoder.engine", default: "var/model/libe5.so")
            url = values.url("encoder.url", neededAs: needed)
            model = values.text("encoder.model", "the name of a model", neededAs: needed)
            key = values.secret("encoder.key", "the server's key")
            batch = values.whole("encoder.batch", default: 64, in: 1...2048)
            timeoutSeconds = values.number("encoder.timeout_seconds", default: 30, in: 1...600)
            retries = values.whole("encoder.retries", default: 5, in: 0...20)
        }
    }
}
