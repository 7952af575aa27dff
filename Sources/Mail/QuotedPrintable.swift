/// Quoted-printable text (RFC 2045, 6.7): lines of at most 76 characters that end in CRLF.
enum QuotedPrintable {
    private static let limit = 76

    /// Encodes UTF-8 text; LF, CR and CRLF all end a line.
    ///
    /// A dot and a `From ` at the start of a line are encoded too, so that neither SMTP nor a
    /// mailbox file can change them.
    static func encoded(_ text: String) -> String {
        var lines: [[UInt8]] = [[]]
        var last: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0x0D: lines.append([])
            case 0x0A where last == 0x0D: break
            case 0x0A: lines.append([])
            default: lines[lines.count - 1].append(byte)
            }
            last = byte
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { line($0) + Header.newline }.joined()
    }

    private static func line(_ bytes: [UInt8]) -> String {
        var text = ""
        var width = 0
        for (offset, byte) in bytes.enumerated() {
            let isLast = offset == bytes.count - 1
            let piece = piece(for: byte, isFirst: width == 0, isLast: isLast, in: bytes)
            if width + piece.utf8.count > (isLast ? limit : limit - 1) {
                text += "=" + Header.newline
                width = 0
                let again = self.piece(for: byte, isFirst: true, isLast: isLast, in: bytes)
                text += again
                width = again.utf8.count
            } else {
                text += piece
                width += piece.utf8.count
            }
        }
        return text
    }

    private static func piece(
        for byte: UInt8, isFirst: Bool, isLast: Bool, in line: [UInt8]
    ) -> String {
        switch byte {
        case 0x20, 0x09: isLast ? "=" + Header.hexadecimal(byte) : String(UnicodeScalar(byte))
        case UInt8(ascii: ".") where isFirst, UInt8(ascii: "F") where isFirst:
            "=" + Header.hexadecimal(byte)
        case UInt8(ascii: "="): "=3D"
        case 0x21...0x7E: String(UnicodeScalar(byte))
        default: "=" + Header.hexadecimal(byte)
        }
    }
}
