/// A POST of some bytes to an address.
public struct HTTPRequest: Sendable {
    public let address: HTTPAddress
    /// One line each, as they are sent, ascending by name.
    let headerLines: [String]
    let body: [UInt8]

    /// - Parameters:
    ///   - body: What is sent.
    ///   - address: Where to.
    ///   - headers: Values by name, `Content-Type` among them; the length goes by itself.
    /// - Throws: ``HTTPError/header(name:)`` for one that would break its line.
    public init(
        post body: [UInt8], to address: HTTPAddress, headers: [String: String]
    ) throws(HTTPError) {
        self.address = address
        self.body = body
        var lines: [String] = []
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
            let breaks: Set<UInt8> = [0, 10, 13]
            guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 58 }),
                !value.isEmpty, !value.utf8.contains(where: breaks.contains)
            else { throw .header(name: name) }
            lines.append("\(name): \(value)")
        }
        headerLines = lines
    }
}
