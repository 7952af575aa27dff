/// An answer as it comes in, piece by piece.
struct Received {
    /// Bytes that a body may have.
    let limit: Int
    private(set) var headers: [String: String] = [:]
    private(set) var body: [UInt8] = []
    private(set) var isTooLong = false
    private var headerBytes = 0

    /// Bytes that all headers of an answer may have.
    private static let headerLimit = 1 << 16

    init(limit: Int) { self.limit = limit }

    /// Takes a line of the head.
    ///
    /// - Returns: Whether to go on.
    mutating func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= Received.headerLimit else {
            isTooLong = true
            return false
        }
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("HTTP/") {
            // An answer before the answer, such as 100 or 103, has headers of its own.
            headers = [:]
        } else if let colon = text.firstIndex(of: ":") {
            let value = text[text.index(after: colon)...].drop(while: \.isWhitespace)
            let end = value.lastIndex { !$0.isWhitespace }.map(value.index(after:))
            headers[text[..<colon].lowercased()] = String(value[..<(end ?? value.startIndex)])
        }
        return true
    }

    /// Takes a piece of the body.
    ///
    /// - Returns: Whether to go on.
    mutating func takeBody(_ piece: UnsafeRawBufferPointer) -> Bool {
        guard piece.count <= limit - body.count else {
            isTooLong = true
            return false
        }
        body.append(contentsOf: piece)
        return true
    }
}
