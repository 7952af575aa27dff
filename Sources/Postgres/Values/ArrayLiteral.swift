/// Walks the text form of an array, `{a,"b \"c\"",NULL}`.
struct ArrayLiteral {
    enum Item {
        case end
        case null
        case plain(UnsafeRawBufferPointer)
        case quoted([UInt8])
        case nested
        case malformed
    }

    private let bytes: UnsafeRawBufferPointer
    private var offset = 0
    private var isFirst = true

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Steps over the opening brace, and over `[0:2]=` before it.
    mutating func open() -> Bool {
        if bytes.first == UInt8(ascii: "["), let equals = bytes.firstIndex(of: UInt8(ascii: "=")) {
            offset = equals + 1
        }
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "{") else { return false }
        offset += 1
        return true
    }

    mutating func next() -> Item {
        guard offset < bytes.count else { return .malformed }
        if bytes[offset] == UInt8(ascii: "}") { return .end }
        if !isFirst {
            guard bytes[offset] == UInt8(ascii: ","), offset + 1 < bytes.count else {
                return .malformed
            }
            offset += 1
        }
        isFirst = false
        switch bytes[offset] {
        case UInt8(ascii: "{"): return .nested
        case UInt8(ascii: "\""): return quoted()
        default: return plain()
        }
    }

    private mutating func plain() -> Item {
        let start = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: ","),
            bytes[offset] != UInt8(ascii: "}")
        {
            offset += 1
        }
        let part = UnsafeRawBufferPointer(rebasing: bytes[start..<offset])
        if part.elementsEqual("NULL".utf8) { return .null }
        return part.isEmpty ? .malformed : .plain(part)
    }

    private mutating func quoted() -> Item {
        offset += 1
        var result: [UInt8] = []
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                offset += 1
                return .quoted(result)
            case UInt8(ascii: "\\") where offset + 1 < bytes.count:
                result.append(bytes[offset + 1])
                offset += 2
            default:
                result.append(bytes[offset])
                offset += 1
            }
        }
        return .malformed
    }
}
