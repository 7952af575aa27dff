extension PlainText {
    /// The text with named, decimal and hexadecimal entities decoded once.
    static func decodingEntities(in text: String) -> String {
        guard text.utf8.contains(ampersand) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == ampersand, let entity = entity(in: bytes, at: index) else {
                result.append(bytes[index])
                index += 1
                continue
            }
            result.append(scalar: entity.scalar)
            index = entity.end
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Bytes after which a `&` is taken for plain text.
    private static let longestEntity = 12

    private static func entity(
        in bytes: [UInt8], at start: Int
    ) -> (scalar: Unicode.Scalar, end: Int)? {
        let last = min(bytes.count, start + longestEntity)
        guard let close = bytes[start..<last].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(start + 1)..<close], as: UTF8.self)
        guard name.hasPrefix("#") else { return HTMLEntities.named[name].map { ($0, close + 1) } }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let number = isHexadecimal ? digits.dropFirst() : digits
        // A sign is no digit, and U+0000 is no character.
        guard number.utf8.first.map(isLetterOrDigit) == true,
            let value = UInt32(number, radix: isHexadecimal ? 16 : 10), value != 0,
            let scalar = Unicode.Scalar(HTMLEntities.windows1252[value] ?? value)
        else { return nil }
        return (scalar, close + 1)
    }
}
