/// What a server answered, whatever its status.
public struct HTTPResponse: Sendable, Hashable {
    public let status: Int
    public let body: [UInt8]
    /// Values by name in lower case; of those that came more than once the last.
    let headers: [String: String]

    /// Whether the server took the request (2xx).
    public var isSuccess: Bool { (200...299).contains(status) }

    /// The value of a header, whatever the case of its name.
    public func header(_ name: String) -> String? { headers[name.lowercased()] }

    /// Whether the same request may be answered otherwise a little later: 408, 425, 429, and every
    /// 5xx but 501.
    public var isPassing: Bool {
        [408, 425, 429].contains(status) || (500...599).contains(status) && status != 501
    }

    /// The pause that `Retry-After` asks for in seconds (RFC 9110, 10.2.3), a day at most; nil where
    /// there is none or it gives a date.
    var askedPause: Duration? {
        guard let text = header("Retry-After"), let seconds = Int(text), seconds >= 0 else {
            return nil
        }
        return .seconds(min(seconds, 86_400))
    }
}
