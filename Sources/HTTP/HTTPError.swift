/// Why no answer came.
///
/// The description is the end of a sentence; it names no address and nothing that was sent.
public enum HTTPError: Error, Sendable, Hashable {
    /// A header is empty, or its name or value would break its line.
    case header(name: String)
    /// No answer, or not all of it, in the time that there was.
    case late(Duration)
    /// The answer is longer than what was allowed.
    case tooLong(bytes: Int)
    /// The host of the address has no address of the network.
    case unknownHost
    case refused
    /// The connection was made, and ended before the answer did.
    case brokenOff
    /// TLS could not be agreed on, or the certificate is not to be trusted.
    case notSecure(reason: String)
    /// Something else, in the library's words.
    case failed(reason: String)

    /// Whether the same request may do better a little later.
    public var isPassing: Bool {
        switch self {
        case .late, .unknownHost, .refused, .brokenOff, .failed: true
        case .header, .tooLong, .notSecure: false
        }
    }
}

extension HTTPError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .header(let name): "the header \(name) cannot be sent as it is"
        case .late(let time): "no answer within \(HTTPError.seconds(time)) s"
        case .tooLong(let bytes): "the answer is longer than \(bytes) bytes"
        case .unknownHost: "there is no host of that name"
        case .refused: "the connection was refused"
        case .brokenOff: "the connection broke off"
        case .notSecure(let reason): reason
        case .failed(let reason): reason
        }
    }

    /// With one decimal, and none where it is 0.
    private static func seconds(_ time: Duration) -> String {
        let tenths = Int((time / .milliseconds(100)).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
