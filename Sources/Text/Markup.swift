/// The HTML that platforms leave in their texts: tags, comments and entities.
///
/// This reads markup as people meet it, not as the standard defines it: a `<` that starts no tag
/// stays, an entity that is none stays.
enum Markup {
    /// The text without tags; a tag between words counts as a space, one within a word
    /// (`<b>`, `<em>`, `<span>` …) as nothing.
    static func strippingTags(from text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        // Ends that were looked for in vain: without this, a text of unclosed tags takes O(n²).
        var missing: Set<String> = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == less, let tag = Tag(in: bytes, at: index) else {
                result.append(bytes[index])
                index += 1
                continue
            }
            index = tag.end
            if let closing = tag.closing, !missing.contains(closing) {
                if let end = find(closing, in: bytes, from: index) {
                    index = find(">", in: bytes, from: end - 1) ?? bytes.count
                } else {
                    missing.insert(closing)
                }
            }
            if !tag.isInline { result.append(space) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The text with named, decimal and hexadecimal entities decoded.
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
            result.append(contentsOf: String(entity.scalar).utf8)
            index = entity.end
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let less = UInt8(ascii: "<")
    private static let greater = UInt8(ascii: ">")
    private static let ampersand = UInt8(ascii: "&")
    private static let space = UInt8(ascii: " ")
    /// Bytes after which a `<` or `&` is taken for plain text.
    private static let longestTag = 4_096
    private static let longestEntity = 12

    private struct Tag {
        let name: String
        /// Index after the tag.
        let end: Int
        /// What ends the content that is to be left out with the tag, if any.
        let closing: String?

        init?(in bytes: [UInt8], at start: Int) {
            var index = start + 1
            if bytes[start...].starts(with: "<!--".utf8) {
                (name, end, closing) = ("!--", start + 4, "-->")
                return
            }
            let closes = index < bytes.count && bytes[index] == UInt8(ascii: "/")
            if closes { index += 1 }
            let nameStart = index
            while index < bytes.count, Markup.isLetterOrDigit(bytes[index]) { index += 1 }
            let opensDeclaration =
                nameStart < bytes.count
                && [UInt8(ascii: "!"), UInt8(ascii: "?")]
                    .contains(bytes[nameStart])
            guard opensDeclaration || (index > nameStart && Markup.isLetter(bytes[nameStart]))
            else { return nil }
            name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
            let last = min(bytes.count, start + Markup.longestTag)
            while index < last, bytes[index] != Markup.greater {
                if bytes[index] == Markup.less { return nil }
                index += 1
            }
            guard index < last else { return nil }
            end = index + 1
            closing = !closes && (name == "script" || name == "style") ? "</\(name)" : nil
        }

        var isInline: Bool { Tag.inline.contains(name) }

        private static let inline: Set<String> = [
            "a", "abbr", "b", "code", "em", "font", "i", "mark", "s", "small", "span", "strong",
            "sub", "sup", "u",
        ]
    }

    /// Index after the first `pattern` (ASCII, in lower case) at or after `start`, in any case.
    private static func find(_ pattern: String, in bytes: [UInt8], from start: Int) -> Int? {
        let pattern = Array(pattern.utf8)
        guard start + pattern.count <= bytes.count else { return nil }
        for index in start...(bytes.count - pattern.count)
        where pattern.indices.allSatisfy({
            bytes[index + $0] == pattern[$0]
                || (isLetter(pattern[$0]) && bytes[index + $0] | 0x20 == pattern[$0])
        }) {
            return index + pattern.count
        }
        return nil
    }

    private static func entity(
        in bytes: [UInt8], at start: Int
    ) -> (scalar: Unicode.Scalar, end: Int)? {
        let last = min(bytes.count, start + longestEntity)
        guard let close = bytes[start..<last].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(start + 1)..<close], as: UTF8.self)
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let isHexadecimal = digits.first == "x" || digits.first == "X"
            guard
                let value = isHexadecimal
                    ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits),
                let scalar = Unicode.Scalar(MarkupEntities.windows1252[value] ?? value)
            else { return nil }
            return (scalar, close + 1)
        }
        return MarkupEntities.named[name].map { ($0, close + 1) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
