extension ServerEncoder {
    /// Where the server is and how it is asked.
    public struct Settings: Sendable {
        /// Address up to and without `/embeddings`, such as `http://localhost:8080/v1`.
        public var url: String
        /// The model's name, as the server knows it. It is part of the cache's key: a server that
        /// changes its model under the same name mixes vectors.
        public var model: String
        /// Sent as a Bearer token, if given.
        public var key: Key?
        /// Texts in a request, 1–2,048.
        public var batch: Int
        /// Longest wait for an answer, more than 0.
        public var timeout: Duration
        /// Further attempts after a first one that failed for the moment, 0 or more.
        public var retries: Int
        /// Numbers that a vector must have; nil: whatever the server gives.
        public var dimension: Int?
        /// Put before every text, such as `query: ` for an e5 model whose server does not add it.
        public var prefix: String
        /// Requests under way at once, 1–64.
        public var requestsAtOnce: Int
        /// Pause before the second attempt; it doubles from one attempt to the next.
        public var firstPause: Duration
        /// Longest pause, also where the server asks for more.
        public var longestPause: Duration

        public init(
            url: String, model: String, key: Key? = nil, batch: Int = 64,
            timeout: Duration = .seconds(30), retries: Int = 5, dimension: Int? = nil,
            prefix: String = "", requestsAtOnce: Int = 4,
            firstPause: Duration = .milliseconds(500), longestPause: Duration = .seconds(60)
        ) {
            self.url = url
            self.model = model
            self.key = key
            self.batch = batch
            self.timeout = timeout
            self.retries = retries
            self.dimension = dimension
            self.prefix = prefix
            self.requestsAtOnce = requestsAtOnce
            self.firstPause = firstPause
            self.longestPause = longestPause
        }

        func check() throws(EncodingError) {
            func need(
                _ holds: Bool, _ name: String, _ expected: String, _ found: String
            ) throws(EncodingError) {
                guard holds else { throw .setting(name: name, expected: expected, found: found) }
            }
            try need(!model.isEmpty, "encoder.model", "a model's name", "nothing")
            try need((1...2_048).contains(batch), "encoder.batch", "1 to 2,048", "\(batch)")
            try need(
                timeout > .zero, "encoder.timeout_seconds", "more than 0", "\(timeout)")
            try need(retries >= 0, "encoder.retries", "0 or more", "\(retries)")
            try need(
                (1...64).contains(requestsAtOnce), "requestsAtOnce", "1 to 64",
                "\(requestsAtOnce)")
            try need(dimension.map { $0 > 0 } ?? true, "dimension", "1 or more", "0 or less")
        }
    }

    /// A secret: it shows itself to the server, and to nobody else.
    public struct Key: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
        CustomReflectable
    {
        let secret: String

        public init(_ secret: String) {
            self.secret = secret
        }

        /// Never the key.
        public var description: String { "(hidden)" }
        /// Never the key.
        public var debugDescription: String { "(hidden)" }
        /// Nothing, so that `dump` shows nothing.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
}
