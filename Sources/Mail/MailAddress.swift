/// A name and an address of e-mail.
public struct MailAddress: Sendable, Hashable {
    /// Name as people read it; may be empty.
    public let name: String
    /// The address: ASCII, one `@`, at most 254 characters.
    public let address: String

    /// A name with an address.
    ///
    /// Addresses with letters outside ASCII need a mail server with SMTPUTF8 (RFC 6531) and are
    /// refused, as are comments, quoted local parts and address literals, which nobody uses.
    ///
    /// - Throws: ``MailError/address(field:)`` where the address is none that mail can reach, and
    ///   ``MailError/controlCharacter(field:)`` where name or address hold a line break or another
    ///   control character. Neither repeats the address.
    public init(name: String = "", address: String, field: String = "address")
        throws(MailError)
    {
        try Header.check(name, field: field)
        try Header.check(address, field: field)
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, address.utf8.count <= 254,
            parts.allSatisfy({ part in
                !part.isEmpty && part.first != "." && part.last != "." && !part.contains("..")
                    && part.utf8.allSatisfy(MailAddress.isAllowed)
            })
        else { throw .address(field: field) }
        self.name = name
        self.address = address
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
