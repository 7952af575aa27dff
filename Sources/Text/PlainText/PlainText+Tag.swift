extension PlainText {
    /// A tag, a comment or a declaration.
    struct Tag {
        let name: String
        /// Index after the tag.
        let end: Int
        /// What ends the content that belongs to the tag, if any.
        let closing: String?

        /// Bytes after which a `<` is taken for plain text.
        private static let longest = 4_096

        /// Reads a tag where `bytes[start]` is `<`; nil where it starts none.
        init?(in bytes: [UInt8], at start: Int) {
            var index = start + 1
            if bytes[start...].starts(with: "<!--".utf8) {
                (name, end, closing) = ("!--", start + 4, "-->")
                return
            }
            let closes = index < bytes.count && bytes[index] == UInt8(ascii: "/")
            if closes { index += 1 }
            let nameStart = index
            while index < bytes.count, PlainText.isLetterOrDigit(bytes[index]) { index += 1 }
            let opensDeclaration =
                nameStart < bytes.count
                && [UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[nameStart])
            guard opensDeclaration || (index > nameStart && PlainText.isLetter(bytes[nameStart]))
            else { return nil }
            name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
            let last = min(bytes.count, start + Tag.longest)
            while index < last, bytes[index] != UInt8(ascii: ">") {
                if bytes[index] == PlainText.less { return nil }
                index += 1
            }
            guard index < last else { return nil }
            end = index + 1
            closing = !closes && (name == "script" || name == "style") ? "</\(name)" : nil
        }

        var isComment: Bool { name == "!--" }

        /// Whether it stands within words.
        var isInline: Bool { Tag.inline.contains(name) }

        private static let inline: Set<String> = [
            "a", "abbr", "b", "code", "em", "font", "i", "mark", "s", "small", "span", "strong",
            "sub", "sup", "u",
        ]
    }
}
