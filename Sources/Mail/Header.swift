/// Header fields of a message (RFC 5322, RFC 2047): no line longer than 76 characters where it can
/// be folded, text outside ASCII as encoded words.
enum Header {
    static let newline = "\r\n"
    private static let limit = 76

    /// Refuses what could end a header field early.
    static func check(_ value: String, field: String) throws(MailError) {
        for scalar in value.unicodeScalars {
            let isControl =
                scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                || scalar.value == 0x2028 || scalar.value == 0x2029
            if isControl { throw .controlCharacter(field: field) }
        }
    }

    /// A field of free text.
    static func text(_ name: String, _ value: String) -> String {
        let start = name + ": "
        let isPlain =
            isPrintable(value) && (start + value).utf8.count <= limit && !value.contains("=?")
            && value.first != " " && value.last != " "
        return start + (isPlain ? value : encodedWords(value, after: start.utf8.count)) + newline
    }

    /// A field of one address with its name.
    static func address(_ name: String, _ value: MailAddress) -> String {
        let start = name + ": "
        guard !value.name.isEmpty else {
            return folded([name + ":", value.address]) + newline
        }
        let phrase: String
        if isPrintable(value.name), !value.name.contains("=?"), value.name.utf8.count <= 60 {
            phrase = quoted(value.name)
        } else {
            phrase = encodedWords(value.name, after: start.utf8.count)
        }
        return folded([start + phrase, "<\(value.address)>"]) + newline
    }

    /// A field of ASCII tokens, folded between them where the line grows too long.
    static func tokens(_ name: String, _ values: [String]) -> String {
        folded([name + ":"] + values) + newline
    }

    private static func folded(_ tokens: [String]) -> String {
        var text = ""
        var width = 0
        for token in tokens {
            let first = token.utf8.prefix { $0 != UInt8(ascii: "\r") }.count
            if text.isEmpty {
                text = token
            } else if width + 1 + first > limit {
                text += newline + " " + token
                width = 1
            } else {
                text += " " + token
                width += 1
            }
            let lastLine = token.utf8.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
            width = lastLine < token.utf8.count ? lastLine : width + lastLine
        }
        return text
    }

    private static func isPrintable(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    private static func quoted(_ name: String) -> String {
        let isPhrase = name.utf8.allSatisfy { byte in
            byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
                || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
        }
        if isPhrase, name.first != " ", name.last != " " { return name }
        return "\"" + name.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\""
    }

    /// RFC 2047 encoded words in the Q encoding, each with whole characters and at most 75 long.
    private static func encodedWords(_ text: String, after width: Int) -> String {
        let (opening, closing) = ("=?utf-8?q?", "?=")
        var words: [String] = []
        var word = ""
        var room = limit - width - opening.utf8.count - closing.utf8.count
        for scalar in text.unicodeScalars {
            let piece = String(scalar).utf8.map(encoded).joined()
            if piece.utf8.count > room {
                words.append(opening + word + closing)
                word = ""
                room = limit - 1 - opening.utf8.count - closing.utf8.count
            }
            word += piece
            room -= piece.utf8.count
        }
        words.append(opening + word + closing)
        return words.joined(separator: newline + " ")
    }

    // What may stand in a phrase as it is, RFC 2047 5 (3).
    private static func encoded(_ byte: UInt8) -> String {
        switch byte {
        case 0x20: "_"
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(byte))
        default: "=" + hexadecimal(byte)
        }
    }

    static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.utf8.count < 2 ? "0" + digits : digits
    }
}
