internal import Foundation
internal import HTTP

/// Requests to one `/embeddings` address, with deadlines and further attempts.
struct EmbeddingConnection: Sendable {
    /// The address as errors name it: without user, password, query and fragment.
    var shownURL: String { address.description }

    private let address: HTTPAddress
    private let settings: ServerEncoder.Settings
    private let policy: RetryPolicy
    private let client = HTTPClient()

    init(_ settings: ServerEncoder.Settings) throws(EncodingError) {
        try settings.check()
        guard let address = HTTPAddress(settings.url, appending: "/embeddings") else {
            throw .setting(
                name: "encoder.url", expected: "an address such as http://localhost:8080/v1",
                found: "something else")
        }
        self.address = address
        self.settings = settings
        // As long as every attempt may take, and half as long again in pauses.
        let attempts = settings.timeout * (settings.retries + 1)
        policy = RetryPolicy(
            retries: settings.retries, attempt: settings.timeout,
            overall: attempts * 3 / 2 + settings.longestPause, firstPause: settings.firstPause,
            longestPause: settings.longestPause)
    }

    /// Vectors of the texts of one request.
    ///
    /// - Parameter dimension: Numbers that each must have; nil: any, but the same for all.
    func vectors(of texts: [String], dimension: Int?) async throws -> Vectors {
        let request = try request(for: texts)
        let limit = Self.answerLimit(texts: texts.count, dimension: dimension)
        let outcome = try await client.send(retrying: policy, atMost: limit) { request }
        switch outcome.result {
        case .success(let response) where response.status == 200:
            let reader = EmbeddingAnswer(url: shownURL, texts: texts.count)
            return try reader.vectors(from: Data(response.body), dimension: dimension)
        case .success(let response):
            throw EncodingError.serverRefused(
                url: shownURL, status: response.status, attempts: outcome.attempts,
                message: EmbeddingAnswer.message(
                    in: Data(response.body),
                    hiding: texts + [settings.key?.secret].compactMap(\.self)))
        case .failure(.tooLong(let bytes)):
            throw EncodingError.serverAnswer(
                url: shownURL, expected: "an answer of at most \(bytes) bytes",
                found: "a longer one")
        case .failure(let error):
            throw EncodingError.serverUnreachable(
                url: shownURL, attempts: outcome.attempts, reason: "\(error)")
        }
    }

    /// Bytes that an answer may have: 32 a number, which is twice what JSON needs for a double, for as
    /// many numbers as are known or any model has, and a mebibyte for what stands around them.
    private static func answerLimit(texts: Int, dimension: Int?) -> Int {
        texts * (dimension ?? 1 << 16) * 32 + 1 << 20
    }

    private func request(for texts: [String]) throws -> HTTPRequest {
        struct Body: Encodable {
            let model: String
            let input: [String]
            let encodingFormat = "float"

            enum CodingKeys: String, CodingKey {
                case model, input
                case encodingFormat = "encoding_format"
            }
        }
        var headers = ["Content-Type": "application/json", "Accept": "application/json"]
        if let key = settings.key, !key.secret.isEmpty {
            headers["Authorization"] = "Bearer \(key.secret)"
        }
        let body = try JSONEncoder().encode(Body(model: settings.model, input: texts))
        do {
            return try HTTPRequest(post: [UInt8](body), to: address, headers: headers)
        } catch {
            throw EncodingError.setting(
                name: "encoder.key", expected: "a key of one line", found: "something else")
        }
    }
}
