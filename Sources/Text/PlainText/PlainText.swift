/// HTML as platforms leave it in their texts, read as plain text: tags and comments left out,
/// entities decoded.
///
/// This reads markup as people meet it, not as the standard defines it: a `<` that starts no tag
/// stays, an entity that is none stays.
public enum PlainText {
    /// What becomes of the content of `script` and `style`.
    public enum EmbeddedContent: Sendable {
        /// It is text like any other: a reader sees all that somebody wrote.
        case kept
        /// It goes with its tag: no program is anybody's words.
        case leftOut
    }

    /// The plain text of some HTML.
    ///
    /// - Parameters:
    ///   - html: Text with markup or without.
    ///   - embedded: What becomes of the content of `script` and `style`.
    ///   - rounds: How often it is read: twice for HTML that was escaped as a whole, or whose entities
    ///     were escaped once more.
    /// - Complexity: O(*n*) in the length of the text.
    public static func of(
        _ html: String, embedded: EmbeddedContent, rounds: Int = 1
    ) -> String {
        guard html.utf8.contains(where: { $0 == less || $0 == ampersand }) else { return html }
        return (0..<rounds).reduce(html) { text, _ in
            decodingEntities(in: strippingTags(from: text, embedded))
        }
    }

    /// The text without tags; a tag between words counts as a space, one within a word
    /// (`<b>`, `<em>`, `<span>` …) as nothing.
    private static func strippingTags(
        from text: String, _ embedded: EmbeddedContent
    ) -> String {
        guard text.utf8.contains(less) else { return text }
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
            if let closing = tag.closing, tag.isComment || embedded == .leftOut,
                !missing.contains(closing)
            {
                if let end = find(closing, in: bytes, from: index) {
                    index = find(">", in: bytes, from: end - 1) ?? bytes.count
                } else {
                    missing.insert(closing)
                }
            }
            if !tag.isInline { result.append(UInt8(ascii: " ")) }
        }
        return String(decoding: result, as: UTF8.self)
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
}

extension PlainText {
    static let less = UInt8(ascii: "<")
    static let ampersand = UInt8(ascii: "&")

    static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
