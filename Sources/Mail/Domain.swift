internal import Foundation

/// Internationalised domain names (IDNA): the form in ASCII that mail servers know a domain by.
enum Domain {
    /// Longest label of a domain (RFC 1035, 2.3.4).
    private static let longestLabel = 63

    /// A domain in ASCII, its labels with other letters in punycode; nil where there is no such form.
    ///
    /// UTS #46, nontransitional, as Foundation's ICU does it for the host of a URL: upper case, full
    /// width and other dots are mapped, `ß` stays itself, labels that mix directions are refused.
    static func ascii(_ domain: Substring) -> String? {
        let ascii =
            domain.utf8.allSatisfy { $0 < 0x80 } ? String(domain) : encoded(domain)
        guard let ascii, ascii.split(separator: ".").allSatisfy({ $0.utf8.count <= longestLabel })
        else { return nil }
        return ascii
    }

    private static func encoded(_ domain: Substring) -> String? {
        // What means something else in a URL is no part of a host.
        guard !domain.utf8.contains(where: "%/?#:@[]\\".utf8.contains) else { return nil }
        var url = URLComponents()
        url.scheme = "http"
        url.host = String(domain)
        // Where there is none, it is percent-encoded.
        guard let host = url.encodedHost, host.utf8.allSatisfy(isLetterDigitHyphenOrDot) else {
            return nil
        }
        return host
    }

    private static func isLetterDigitHyphenOrDot(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
