/// Why texts could not be encoded, and what to do about it.
///
/// The description names files and servers, never a key and never a text.
public enum EncodingError: Error, Sendable, Hashable {
    /// The file of the model's weights is not there, or cannot be read.
    case weightsUnreadable(path: String, reason: String)
    /// The file of the weights has another size than it should: it was cut short, or is not it.
    case weightsSize(path: String, expected: Int, found: Int)
    /// The file of the weights has the right size and other bytes.
    case weightsHash(path: String, expected: String, found: String)
    /// The engine could not open the weights, though the file is the right one.
    case weightsRefused(path: String)
    /// The engine's library is not there, or cannot be loaded, or lacks a function.
    case engineUnusable(path: String, reason: String)
    /// The engine gave up on a text.
    case engineFailed(code: Int)
    /// A setting makes no sense.
    case setting(name: String, expected: String, found: String)
    /// The server did not answer, after so many attempts.
    case serverUnreachable(url: String, attempts: Int, reason: String)
    /// The server answered with a status that says no.
    case serverRefused(url: String, status: Int, attempts: Int, message: String)
    /// The server answered with something that is no vectors, or the wrong ones.
    case serverAnswer(url: String, expected: String, found: String)
    /// Numbers that make no vectors.
    case vectors(expected: String, found: String)
}

extension EncodingError: CustomStringConvertible {
    /// What was expected, what was found, where, and what to do.
    public var description: String {
        switch self {
        case .weightsUnreadable(let path, let reason):
            "The model's weights cannot be read from \(path): \(reason). "
                + "Run jobs/model, which fetches them."
        case .weightsSize(let path, let expected, let found):
            "The model's weights in \(path) are incomplete or not the right file: "
                + "\(found) bytes found, \(expected) expected. Run jobs/model, which fetches them "
                + "again."
        case .weightsHash(let path, let expected, let found):
            "The model's weights in \(path) are damaged: their SHA-256 is \(found), expected "
                + "\(expected). Run jobs/model, which fetches them again."
        case .weightsRefused(let path):
            "The engine cannot open the model's weights in \(path). Run jobs/model, which builds "
                + "the engine and checks the weights."
        case .engineUnusable(let path, let reason):
            "The model's engine cannot be loaded from \(path): \(reason). "
                + "Run jobs/model, which compiles it."
        case .engineFailed(let code):
            "The model's engine failed with code \(code). Run jobs/model, and report this if it "
                + "comes back."
        case .setting(let name, let expected, let found):
            "\(name): expected \(expected), found \(found)."
        case .serverUnreachable(let url, let attempts, let reason):
            "The embedding server \(url) did not answer after \(attempts) "
                + "attempt\(attempts == 1 ? "" : "s"): \(reason). Check encoder.url and that the "
                + "server runs."
        case .serverRefused(let url, let status, let attempts, let message):
            "The embedding server \(url) answered \(status) after \(attempts) "
                + "attempt\(attempts == 1 ? "" : "s")"
                + (message.isEmpty ? ". " : ": \(message). ") + EncodingError.advice(on: status)
        case .serverAnswer(let url, let expected, let found):
            "The embedding server \(url) gave no usable vectors: expected \(expected), found "
                + "\(found). Check encoder.model and that the server is an OpenAI-compatible one."
        case .vectors(let expected, let found):
            "Not a set of vectors: expected \(expected), found \(found)."
        }
    }

    private static func advice(on status: Int) -> String {
        switch status {
        case 300..<400: "It redirects: give the final address as encoder.url."
        case 401, 403: "Check encoder.key."
        case 404, 405: "Check encoder.url (it ends before /embeddings) and encoder.model."
        case 413, 422: "Lower encoder.batch, or let the server truncate long texts."
        case 429: "Raise encoder.retries, or ask for a higher rate limit."
        case 500...: "See the server's own log."
        default: "Check encoder.url and encoder.model."
        }
    }
}
