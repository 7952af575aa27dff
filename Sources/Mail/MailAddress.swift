internal import Market

/// A name and an address of e-mail.
public struct MailAddress: Sendable, Hashable {
    /// Name as people read it; may be empty.
    public let name: String
    /// The address: ASCII, one `@`, at most 254 characters. An internationalised domain is in the form
    /// that servers know it by (`xn--…`).
    public let address: String

    /// A name with an address.
    ///
    /// An internationalised domain becomes ASCII (UTS #46). Letters outside ASCII before the `@` need a
    /// mail server with SMTPUTF8 (RFC 6531) and are refused, as are comments, quoted local parts and
    /// address literals, which nobody uses.
    ///
    /// - Throws: ``MailError/address(field:)`` where the address is none that mail can reach,
    ///   ``MailError/localPart(field:)`` where it would need SMTPUTF8, and
    ///   ``MailError/controlCharacter(field:)`` where name or address hold a line break or another
    ///   control character. None repeats the address.
    public init(name: String = "", address: String, field: String = "address")
        throws(MailError)
    {
        try Header.check(name, field: field)
        try Header.check(address, field: field)
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let domain = Domain.ascii(parts[1]) else {
            throw .address(field: field)
        }
        let local = parts[0]
        guard
            [local, domain[...]].allSatisfy({ part in
                !part.isEmpty && part.first != "." && part.last != "." && !part.contains("..")
                    && part.utf8.allSatisfy { $0 >= 0x80 || MailAddress.isAllowed($0) }
            })
        else { throw .address(field: field) }
        guard local.utf8.allSatisfy({ $0 < 0x80 }) else { throw .localPart(field: field) }
        let whole = "\(local)@\(domain)"
        guard whole.utf8.count <= 254 else { throw .address(field: field) }
        self.name = name
        self.address = whole
    }

    /// Reads an address as people write it: alone, or as `Name <address>`, the name perhaps in quotes.
    ///
    /// - Throws: As ``init(name:address:field:)`` does.
    public init(written text: String, field: String = "address") throws(MailError) {
        let text = text.trimmed
        guard text.hasSuffix(">"), let opening = text.lastIndex(of: "<") else {
            try self.init(address: text, field: field)
            return
        }
        let address = text[text.index(after: opening)...].dropLast()
        var name = String(text[..<opening]).trimmed
        if name.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") {
            // RFC 5322, 3.2.4: a backslash makes the next character stand for itself.
            name = String(name.dropFirst().dropLast()).replacing(/\\(.)/) { $0.output.1 }
        }
        try self.init(name: name, address: String(address), field: field)
    }

    /// The part after the `@`.
    var domain: Substring { address.split(separator: "@").last ?? "" }

    // RFC 5322 3.2.3: atext and dots.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
        }
    }
}
